#include "aril/market/taxonomy.hpp"

#include <algorithm>
#include <mutex>

#include "aril/core/shares.hpp"
#include "columns.hpp"

namespace aril {

// Made on the first look-up: a market that never looks up a title does not pay for it.
struct Taxonomy::Indexes {
  std::once_flag skills_once;
  std::once_flag occupations_once;
  std::unique_ptr<TitleIndex> skills;
  std::unique_ptr<TitleIndex> occupations;
};

Taxonomy::Taxonomy() : indexes_(Shared<Indexes>::made()) {}

Taxonomy::Taxonomy(ConceptTable skills, ConceptTable occupations, Ragged<Requirement> asks)
    : skills_(std::move(skills)), occupations_(std::move(occupations)), asks_(std::move(asks)), indexes_(Shared<Indexes>::made()) {}

std::vector<TitleMatch> Taxonomy::find_skill(std::string_view text, std::size_t most) const {
  std::call_once(indexes_->skills_once, [&] { indexes_->skills = std::make_unique<TitleIndex>(skills_); });
  return indexes_->skills->find(text, most);
}

std::vector<TitleMatch> Taxonomy::find_occupation(std::string_view text, std::size_t most) const {
  std::call_once(indexes_->occupations_once, [&] { indexes_->occupations = std::make_unique<TitleIndex>(occupations_); });
  return indexes_->occupations->find(text, most);
}

std::vector<Requirement> canonical_requirements(std::vector<Requirement> asked) {
  std::sort(asked.begin(), asked.end(), [](const Requirement& a, const Requirement& b) {
    if (a.skill != b.skill) return a.skill < b.skill;
    if (a.must != b.must) return a.must;
    if (a.level != b.level) return a.level > b.level;
    return a.count > b.count;
  });
  asked.erase(std::unique(asked.begin(), asked.end(), [](const Requirement& a, const Requirement& b) { return a.skill == b.skill; }),
              asked.end());
  std::vector<WideCount> counts;
  for (const Requirement& requirement : asked) counts.push_back(requirement.count);
  const std::vector<std::uint32_t> shares = shares_by_largest_remainder(257, counts);
  for (std::size_t i = 0; i < asked.size(); ++i) asked[i].share = static_cast<std::uint16_t>(shares[i]);
  return asked;
}

namespace {

using Links = std::vector<std::vector<std::uint32_t>>;

Ragged<std::uint32_t> ragged_links(Links links) {
  Ragged<std::uint32_t> column;
  for (auto& list : links) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    column.push_back(list);
  }
  return column;
}

template <class Record>
ConceptTable make_concepts(const RecordTable<Record>& table) {
  ConceptTable concepts;
  concepts.ids = ids_of(table);
  concepts.titles = titles_of(table);
  Links broader(concepts.size());
  Links narrower(concepts.size());
  Links related(concepts.size());
  std::uint32_t row = 0;
  table.for_each_kept([&](const Record& record) {
    concepts.aliases.push_back(record.aliases.value_or(std::vector<std::string>{}));
    concepts.is_group.push_back(record.group ? 1 : 0);
    for (const std::uint32_t target : rows_of<std::uint32_t>(record.broader, [&](const std::string& id) { return table.row(id); })) {
      broader[row].push_back(target);
      narrower[target].push_back(row);
    }
    for (const std::uint32_t target : rows_of<std::uint32_t>(record.related, [&](const std::string& id) { return table.row(id); })) {
      if (target == row) continue;  // a concept is the same as itself, not related to itself
      related[row].push_back(target);
      related[target].push_back(row);
    }
    ++row;
  });
  concepts.broader = ragged_links(std::move(broader));
  concepts.narrower = ragged_links(std::move(narrower));
  concepts.related = ragged_links(std::move(related));
  return concepts;
}

void append_asks(std::vector<Requirement>& asked, const OptionalList<SkillItem>& list, bool essential, const MarketBuilder::State& state) {
  if (!list) return;
  for (const SkillItem& item : *list) {
    asked.push_back({SkillRow(state.skills.row(item.skill)), item.level, essential, static_cast<std::uint16_t>(essential ? 2 : 1), 0});
  }
}

}  // namespace

Taxonomy make_taxonomy(const MarketBuilder::State& state) {
  Ragged<Requirement> asks;
  state.occupations.for_each_kept([&](const OccupationRecord& record) {
    std::vector<Requirement> asked;
    append_asks(asked, record.essential, true, state);
    append_asks(asked, record.optional, false, state);
    asks.push_back(canonical_requirements(std::move(asked)), record.essential || record.optional);
  });
  return {make_concepts(state.skills), make_concepts(state.occupations), std::move(asks)};
}

}  // namespace aril
