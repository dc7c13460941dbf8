#include "catalogue.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "ids.hpp"
#include "words.hpp"

namespace aril::sample {
namespace {

// How many work in each field: video, live commerce, property, cars, maintenance, electrical, housekeeping, handicraft, retail, catering, elder care,
// logistics, office, online shops.
constexpr std::array<std::uint32_t, 14> people_of_field{40, 60, 100, 50, 75, 60, 90, 100, 110, 110, 65, 90, 80, 70};

// Cleaners and guards, clerks, drivers, and those who keep things running.
constexpr std::array<std::string_view, 8> support_fields{"property_service", "property_service", "property_service", "office",
                                                         "office",           "logistics",        "maintenance",      "electrical"};

// Ids are given in this order: a heading for each field and one for all fields, groups, named skills, those generated under them.
std::size_t first_group() { return names::fields().size() + 1; }
std::size_t first_named() { return first_group() + names::skill_groups().size(); }

std::string field_heading(std::int16_t field) {
  return skill_id(field == names::every_field ? names::fields().size() : static_cast<std::size_t>(field));
}
std::string group_heading(std::size_t group) { return skill_id(first_group() + group); }

std::vector<std::string> one(std::string id) {
  std::vector<std::string> list;
  list.push_back(std::move(id));
  return list;
}

void add_headings(MarketBuilder& builder) {
  const auto add = [&](std::string id, const names::Name& name, OptionalList<std::string> broader) {
    builder.add(SkillRecord{
        .id = std::move(id), .title = titles_of(name), .aliases = {}, .broader = std::move(broader), .related = {}, .group = true});
  };
  for (std::size_t field = 0; field < names::fields().size(); ++field)
    add(field_heading(static_cast<std::int16_t>(field)), names::fields()[field].name, {});
  add(field_heading(names::every_field), {"Everyday skills", "通用技能"}, {});
  for (std::size_t group = 0; group < names::skill_groups().size(); ++group) {
    const names::SkillGroup& heading = names::skill_groups()[group];
    add(group_heading(group), heading.name, one(field_heading(heading.field)));
  }
}

// Named skills are related now and then to one of the same field in another group, or of the next group.
void add_named(MarketBuilder& builder, const DistrictOptions& options, const Catalogue& catalogue) {
  const auto skills = names::skills();
  for (std::size_t skill = 0; skill < skills.size(); ++skill) {
    Random random(options.seed, Stream::skills, skill);
    SkillRecord record{.id = catalogue.skill_ids[skill],
                       .title = titles_of(skills[skill].name),
                       .aliases = {},
                       .broader = one(group_heading(skills[skill].group)),
                       .related = {}};
    const std::size_t other = (skill + 5 + random.below(12)) % skills.size();
    if (random.chance(350) && skills[other].group != skills[skill].group) record.related = one(catalogue.skill_ids[other]);
    builder.add(std::move(record));
  }
}

// A specialty that also belongs under a sister skill now and then.
void add_generated(MarketBuilder& builder, const DistrictOptions& options, const Catalogue& catalogue) {
  const auto skills = names::skills();
  for (std::size_t skill = 0; skill < skills.size(); ++skill) {
    const names::SkillGroup& group = names::skill_groups()[skills[skill].group];
    for (std::size_t index = 0; index < catalogue.narrower[skill].size(); ++index) {
      const SkillNumber number = catalogue.narrower[skill][index];
      Random random(options.seed, Stream::skills, number);
      SkillRecord record{.id = catalogue.skill_ids[number],
                         .title = titles_of(names::narrower_skill_name(skill, index)),
                         .aliases = {},
                         .broader = one(catalogue.skill_ids[skill]),
                         .related = {}};
      const std::size_t sister = group.first_skill + random.below(group.skill_count);
      if (random.chance(40) && sister != skill) record.broader->push_back(catalogue.skill_ids[sister]);
      if (random.chance(30)) record.related = one(catalogue.skill_ids[random.below(skills.size())]);
      builder.add(std::move(record));
    }
  }
}

std::vector<std::string> aliases_of(const names::Occupation& occupation) {
  std::vector<std::string> aliases;
  for (const std::string_view alias : occupation.aliases_en) aliases.emplace_back(alias);
  for (const std::string_view alias : occupation.aliases_zh) aliases.emplace_back(alias);
  return aliases;
}

bool shares_two_skills(const names::Occupation& a, const names::Occupation& b) {
  return std::count_if(a.essential.begin(), a.essential.end(), [&](std::uint16_t skill) {
           return std::find(b.essential.begin(), b.essential.end(), skill) != b.essential.end();
         }) >= 2;
}

}  // namespace

Catalogue make_catalogue(const DistrictOptions& options) {
  Catalogue catalogue;
  const auto skills = names::skills();
  const std::size_t nodes = counts(options.size).skills - first_named();
  for (std::size_t node = 0; node < nodes; ++node) catalogue.skill_ids.push_back(skill_id(first_named() + node));
  catalogue.narrower.resize(nodes);
  std::size_t next = skills.size();
  for (std::size_t skill = 0; skill < skills.size(); ++skill) {
    const std::size_t generated = nodes - skills.size();
    const std::size_t share = generated / skills.size() + (skill < generated % skills.size() ? 1 : 0);
    for (std::size_t i = 0; i < share; ++i) catalogue.narrower[skill].push_back(static_cast<SkillNumber>(next++));
    if (skills[skill].field == names::every_field) catalogue.everyday.push_back(static_cast<SkillNumber>(skill));
  }
  catalogue.fields.resize(names::fields().size());
  for (std::size_t occupation = 0; occupation < names::occupations().size(); ++occupation) {
    catalogue.occupation_ids.push_back(occupation_id(names::fields().size() + 1 + occupation));
    catalogue.fields[static_cast<std::size_t>(names::occupations()[occupation].field)].push_back(static_cast<OccupationNumber>(occupation));
  }
  for (const auto& field : catalogue.fields) catalogue.in_field.push_back(Weights::zipf(field.size(), 2));
  catalogue.by_field = Weights(people_of_field);
  for (const std::string_view code : support_fields) {
    const auto field =
        std::find_if(names::fields().begin(), names::fields().end(), [&](const names::Field& one) { return one.code == code; });
    if (field != names::fields().end()) catalogue.support.push_back(static_cast<std::size_t>(field - names::fields().begin()));
  }
  return catalogue;
}

void add_skills(MarketBuilder& builder, const DistrictOptions& options, const Catalogue& catalogue) {
  add_headings(builder);
  add_named(builder, options, catalogue);
  add_generated(builder, options, catalogue);
}

// All under one root, a field between: occupations of one field are close by the heading they share.
void add_occupations(MarketBuilder& builder, const Catalogue& catalogue) {
  const auto heading = [&](std::size_t row, const names::Name& name, OptionalList<std::string> broader) {
    builder.add(OccupationRecord{.id = occupation_id(row),
                                 .title = titles_of(name),
                                 .aliases = {},
                                 .broader = std::move(broader),
                                 .related = {},
                                 .group = true,
                                 .essential = {},
                                 .optional = {}});
  };
  heading(0, {"Occupations", "职业"}, {});
  for (std::size_t field = 0; field < names::fields().size(); ++field)
    heading(1 + field, names::fields()[field].name, one(occupation_id(0)));
  for (std::size_t row = 0; row < names::occupations().size(); ++row) {
    const names::Occupation& occupation = names::occupations()[row];
    OccupationRecord record{.id = catalogue.occupation_ids[row],
                            .title = titles_of(occupation.name),
                            .aliases = aliases_of(occupation),
                            .broader = one(occupation_id(1 + static_cast<std::size_t>(occupation.field))),
                            .related = {},
                            .group = false,
                            .essential = std::vector<SkillItem>(),
                            .optional = std::vector<SkillItem>()};
    for (const std::uint16_t skill : occupation.essential) record.essential->push_back({catalogue.skill_ids[skill], occupation.level});
    for (const std::uint16_t skill : occupation.optional) record.optional->push_back({catalogue.skill_ids[skill], level_not_stated});
    for (std::size_t other = 0; other < row; ++other) {
      if (names::occupations()[other].field != occupation.field && shares_two_skills(names::occupations()[other], occupation)) {
        if (!record.related) record.related.emplace();
        record.related->push_back(catalogue.occupation_ids[other]);
      }
    }
    builder.add(std::move(record));
  }
}

}  // namespace aril::sample
