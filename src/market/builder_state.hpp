// What a MarketBuilder holds before it builds.
#pragma once

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "aril/market/market_builder.hpp"
#include "record_references.hpp"
#include "record_table.hpp"

namespace aril {

struct MarketBuilder::State {
  MarketSettings settings;
  std::vector<std::string> files;
  bool file_begun = false;
  std::vector<Problem> problems;

  RecordTable<ModeRecord> modes;
  RecordTable<AreaRecord> areas;
  RecordTable<GridRecord> grids;
  RecordTable<TravelRecord> travel;
  RecordTable<SkillRecord> skills;
  RecordTable<OccupationRecord> occupations;
  RecordTable<EmployerRecord> employers;
  RecordTable<ResidentRecord> residents;
  RecordTable<PostingRecord> postings;
  RecordTable<ProtectedRecord> protected_attributes;

  // Calls visit(table, name) for each, those first that others refer to.
  template <class Visit>
  void for_each_table(Visit&& visit) {
    visit(modes, Table::modes);
    visit(areas, Table::areas);
    visit(grids, Table::grids);
    visit(travel, Table::travel);
    visit(skills, Table::skills);
    visit(occupations, Table::occupations);
    visit(employers, Table::employers);
    visit(residents, Table::residents);
    visit(postings, Table::postings);
    visit(protected_attributes, Table::protected_attributes);
  }

  std::uint32_t file_number(const std::string& name);
  template <class Record>
  void add(RecordTable<Record>& table, Table name, Record record, Lines lines) {
    const std::uint32_t file =
        file_begun ? static_cast<std::uint32_t>(files.size() - 1) : file_number(std::string(table_names[static_cast<std::size_t>(name)]));
    if (lines.first == 0) lines.first = table.records.size() + 1;
    if (lines.last < lines.first) lines.last = lines.first;
    table.add(std::move(record), {file, lines});
  }
  // Marks the record as left out and says why.
  template <class Record>
  void leave_out(RecordTable<Record>& table, std::uint32_t record, ErrorCode code, std::string_view field, std::string expected,
                 std::string found) {
    table.kept[record] = 0;
    const Origin& origin = table.origins[record];
    problems.push_back(
        {code, {files[origin.file], origin.lines.first, origin.lines.last, std::string(field)}, std::move(expected), std::move(found)});
  }
  [[nodiscard]] bool keeps(Table table, std::string_view id) const;
};

// The passes of a build, in this order.
void check_records(MarketBuilder::State& state);
void leave_out_repeated_ids(MarketBuilder::State& state);
void leave_out_dangling(MarketBuilder::State& state);
void leave_out_cycles(MarketBuilder::State& state);         // and what dangles afterwards
void report_unknown_currency(MarketBuilder::State& state);  // amounts that the settings lose; their rows stay

}  // namespace aril
