// Turns the records that stay into the columns of a market.
#pragma once

#include "aril/market/content.hpp"
#include "builder_state.hpp"

namespace aril {

// Pre: the passes have run; rows are numbered.
[[nodiscard]] Places make_places(const MarketBuilder::State& state);
[[nodiscard]] Taxonomy make_taxonomy(const MarketBuilder::State& state);
[[nodiscard]] Employers make_employers(const MarketBuilder::State& state);
[[nodiscard]] Residents make_residents(const MarketBuilder::State& state, const Market::Content& content);
[[nodiscard]] Postings make_postings(const MarketBuilder::State& state, const Market::Content& content);

// Must before nice, then the higher level, then the higher count; each skill once, in the order of skill rows, with shares of 257.
[[nodiscard]] std::vector<Requirement> canonical_requirements(std::vector<Requirement> asked);

// A list of text cells as sorted distinct rows.
template <class RowType, class RowOf>
std::vector<RowType> rows_of(const OptionalList<std::string>& list, RowOf row_of) {
  std::vector<RowType> rows;
  if (list) {
    for (const std::string& id : *list) rows.push_back(RowType(row_of(id)));
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  return rows;
}

template <class Record>
IdTable ids_of(const RecordTable<Record>& table) {
  std::vector<std::string> ids;
  table.for_each_kept([&](const Record& record) { ids.push_back(record.id); });
  return IdTable(ids);
}

template <class Record>
TitleColumns titles_of(const RecordTable<Record>& table) {
  TitleColumns titles;
  table.for_each_kept([&](const Record& record) {
    titles.english.push_back(record.title.english);
    titles.chinese.push_back(record.title.chinese);
  });
  return titles;
}

template <class RowType, class Record>
RowType row_or_none(const std::optional<std::string>& id, const RecordTable<Record>& table) {
  return id ? RowType(table.row(*id)) : RowType::none();
}

}  // namespace aril
