#include "aril/io/esco.hpp"

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "esco_concepts.hpp"
#include "esco_layout.hpp"
#include "fault.hpp"
#include "foreign_rows.hpp"

namespace aril::io {
namespace {

using Cells = std::span<const std::string_view>;

OptionalList<std::string> aliases_of(std::string_view labels, char separator, std::string_view preferred) {
  std::vector<std::string> aliases;
  std::unordered_set<std::string_view> seen{preferred, std::string_view{}};
  for (bool is_last = labels.empty(); !is_last;) {
    const std::size_t end = labels.find(separator);
    std::string_view label = labels.substr(0, end);
    is_last = end == std::string_view::npos;
    if (!is_last) labels.remove_prefix(end + 1);
    if (label.ends_with('\r')) label.remove_suffix(1);
    if (seen.insert(label).second) aliases.emplace_back(label);
  }
  if (aliases.empty()) return std::nullopt;
  return aliases;
}

template <class Item>
void append(OptionalList<Item>& list, Item item) {
  if (!list) list.emplace();
  list->push_back(std::move(item));
}

template <class Record>
Record group_of(const std::string& id) {
  Record group;
  group.id = id;
  group.group = true;
  return group;
}

bool is_id(std::string_view id) { return !id.empty() && !has_control_character(id); }

bool is_group_type(std::string_view type) { return type == "SkillGroup" || type == "ISCOGroup"; }

class EscoReader {
 public:
  explicit EscoReader(const std::string& folder) : folder_(folder), layout_(esco_layout_of(folder)) {}

  void read() {
    read_concepts(skills_, layout_.skills, counts_.skills);
    read_concepts(occupations_, layout_.occupations, counts_.occupations);
    const bool has_skill_groups = read_concepts(skills_, layout_.skill_groups, counts_.skill_groups, true);
    const bool has_occupation_groups = read_concepts(occupations_, layout_.occupation_groups, counts_.occupation_groups, true);
    read_broader(skills_, layout_.broader_skills, has_skill_groups ? nullptr : &counts_.skill_groups);
    read_broader(occupations_, layout_.broader_occupations, has_occupation_groups ? nullptr : &counts_.occupation_groups);
    read_related();
    read_asks();
  }

  EscoCounts hand_over(MarketBuilder& builder, const EscoOptions& options) {
    skills_.move_to(builder);
    occupations_.move_to(builder);
    for (const Problem& problem : problems_) {
      if (options.strictness == Strictness::strict) builder.report(problem);
      if (options.problems != nullptr) options.problems->push_back(problem);
    }
    return counts_;
  }

 private:
  // False where the folder has no such file.
  template <class Record>
  bool read_concepts(EscoConcepts<Record>& concepts, const EscoConceptFile& columns, std::size_t& count, bool are_groups = false) {
    const std::optional<ForeignFile> file = esco_file(folder_, layout_, columns.stem);
    if (!file) return false;
    const std::array<WantedColumn, 5> wanted{
        {{columns.uri}, {columns.label}, {columns.key, !columns.key.empty()}, {columns.alternatives, false}, {columns.type, false}}};
    for_each_row(*file, wanted, problems_, [&](Cells cells, Lines lines) {
      Record record;
      record.id = esco_id(cells[0], columns.id_prefix);
      record.title.english = cells[1];
      record.aliases = aliases_of(cells[3], layout_.label_separator, cells[1]);
      record.group = are_groups;
      if (!is_id(record.id)) {
        report(ErrorCode::invalid_id, *file, lines, columns.uri, "an id that is not empty and has no control characters", cells[0]);
      } else if (!concepts.add(std::move(record), std::string(cells[2]), file->name, lines)) {
        report(ErrorCode::duplicate_id, *file, lines, columns.uri, "each concept once", cells[0]);
      } else {
        ++count;
        if (!columns.type.empty() && cells[4].empty()) ++counts_.blank_types;
      }
    });
    return true;
  }

  // Where `made_groups` is given, groups that the links name and no file describes are made, and counted there.
  template <class Record>
  void read_broader(EscoConcepts<Record>& concepts, const EscoLinkFile& columns, std::size_t* made_groups) {
    const std::optional<ForeignFile> file = esco_file(folder_, layout_, columns.stem);
    if (!file) return;
    const std::array<WantedColumn, 4> wanted{{{columns.from}, {columns.to}, {columns.from_type, false}, {columns.to_type, false}}};
    for_each_row(*file, wanted, problems_, [&](Cells cells, Lines lines) {
      const std::array ids{esco_id(cells[0]), esco_id(cells[1])};
      for (std::size_t end = 0; end < ids.size() && made_groups != nullptr; ++end) {
        const bool is_group = is_group_type(cells[end + 2]) && is_id(ids[end]);
        if (is_group && concepts.add(group_of<Record>(ids[end]), {}, file->name, lines)) ++*made_groups;
      }
      Record* const narrow = concepts.with_id(ids[0]);
      if (narrow == nullptr) return report_dangling(*file, lines, columns.from, cells[0], counts_.dangling_links);
      if (concepts.with_id(ids[1]) == nullptr) return report_dangling(*file, lines, columns.to, cells[1], counts_.dangling_links);
      if (ids[0] == ids[1]) return report_self_link(*file, lines, columns.to, cells[1]);
      append(narrow->broader, ids[1]);
      ++counts_.broader_links;
    });
  }

  void read_related() {
    const EscoLinkFile& columns = layout_.related_skills;
    const std::optional<ForeignFile> file = esco_file(folder_, layout_, columns.stem);
    if (!file) return;
    const std::array<WantedColumn, 2> wanted{{{columns.from}, {columns.to}}};
    for_each_row(*file, wanted, problems_, [&](Cells cells, Lines lines) {
      SkillRecord* const from = named(skills_, layout_.skills, cells[0]);
      const SkillRecord* const to = named(skills_, layout_.skills, cells[1]);
      if (from == nullptr) return report_dangling(*file, lines, columns.from, cells[0], counts_.dangling_links);
      if (to == nullptr) return report_dangling(*file, lines, columns.to, cells[1], counts_.dangling_links);
      if (from == to) return report_self_link(*file, lines, columns.to, cells[1]);
      append(from->related, to->id);
      ++counts_.skill_relations;
    });
  }

  void read_asks() {
    const EscoLinkFile& columns = layout_.asks;
    const std::optional<ForeignFile> file = esco_file(folder_, layout_, columns.stem);
    if (!file) return;
    const std::array<WantedColumn, 3> wanted{{{columns.from}, {columns.to}, {columns.relation}}};
    for_each_row(*file, wanted, problems_, [&](Cells cells, Lines lines) {
      OccupationRecord* const occupation = named(occupations_, layout_.occupations, cells[0]);
      const SkillRecord* const skill = named(skills_, layout_.skills, cells[1]);
      const bool is_essential = cells[2] == "essential" || cells[2] == "E";
      if (!is_essential && cells[2] != "optional" && cells[2] != "O") {
        return report(ErrorCode::unknown_word, *file, lines, columns.relation, "essential (E) or optional (O)", cells[2]);
      }
      if (occupation == nullptr) return report_dangling(*file, lines, columns.from, cells[0], counts_.dangling_relations);
      if (skill == nullptr) return report_dangling(*file, lines, columns.to, cells[1], counts_.dangling_relations);
      append(is_essential ? occupation->essential : occupation->optional, SkillItem{skill->id, level_not_stated});
      ++counts_.relations;
    });
  }

  template <class Record>
  static Record* named(EscoConcepts<Record>& concepts, const EscoConceptFile& columns, std::string_view cell) {
    return columns.key.empty() ? concepts.with_id(esco_id(cell, columns.id_prefix)) : concepts.with_key(std::string(cell));
  }

  void report(ErrorCode code, const ForeignFile& file, Lines lines, std::string_view field, std::string expected, std::string_view found) {
    problems_.push_back({code, {file.name, lines.first, lines.last, std::string(field)}, std::move(expected), quoted(found)});
  }
  void report_dangling(const ForeignFile& file, Lines lines, std::string_view field, std::string_view found, std::size_t& count) {
    ++count;
    report(ErrorCode::dangling_reference, file, lines, field, "a concept that its file describes", found);
  }
  void report_self_link(const ForeignFile& file, Lines lines, std::string_view field, std::string_view found) {
    ++counts_.self_links;
    report(ErrorCode::cycle, file, lines, field, "a link to another concept", found);
  }

  std::string folder_;
  const EscoLayout& layout_;
  EscoConcepts<SkillRecord> skills_;
  EscoConcepts<OccupationRecord> occupations_;
  EscoCounts counts_;
  std::vector<Problem> problems_;
};

}  // namespace

EscoCounts read_esco(const std::string& folder, MarketBuilder& builder, const EscoOptions& options) {
  EscoReader reader(folder);
  reader.read();
  return reader.hand_over(builder, options);
}

}  // namespace aril::io
