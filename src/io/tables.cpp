#include "tables.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "aril/market/employers.hpp"
#include "aril/market/file_names.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/record_of.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "protected_attributes_file.hpp"
#include "schemas.hpp"
#include "settings_table.hpp"
#include "table_writer.hpp"
#include "words.hpp"

namespace aril::io {
namespace {

template <class Record>
constexpr auto names_of = [] {
  std::array<std::string_view, Schema<Record>::columns.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = Schema<Record>::columns[i].name;
  return names;
}();
template <class Record>
constexpr auto presences_of = [] {
  std::array<Presence, Schema<Record>::columns.size()> presences{};
  for (std::size_t i = 0; i < presences.size(); ++i) presences[i] = Schema<Record>::columns[i].presence;
  return presences;
}();

template <class Record>
void read_into_builder(const TableSource& source, MarketBuilder& builder) {
  std::vector<Problem> problems;
  read_records<Record>(source, problems, [&](Record record, Lines lines) { builder.add(std::move(record), lines); });
  for (Problem& problem : problems) builder.report(std::move(problem));
}

// `count(market)` rows, made one by one with `record_at(market, row)`.
template <class Record, auto count, auto record_at>
void write_rows(const Market& market, std::span<const ColumnHeading> headings, std::string& out) {
  TableWriter<Record> writer(out, headings);
  const std::size_t rows = count(market);
  for (std::size_t row = 0; row < rows; ++row) writer.add(record_at(market, row));
}

template <class Record, auto records_of>
void write_list(const Market& market, std::span<const ColumnHeading> headings, std::string& out) {
  TableWriter<Record> writer(out, headings);
  for (const Record& record : records_of(market)) writer.add(record);
}

std::vector<SettingRecord> settings_of(const Market& market) { return setting_records(market.settings()); }
std::size_t mode_count(const Market& market) { return market.places().mode_ids.size(); }
std::size_t area_count(const Market& market) { return market.places().area_ids.size(); }
std::size_t grid_count(const Market& market) { return market.places().grid_ids.size(); }
std::size_t skill_count(const Market& market) { return market.taxonomy().skills().size(); }
std::size_t occupation_count(const Market& market) { return market.taxonomy().occupations().size(); }
std::size_t employer_count(const Market& market) { return market.employers().size(); }
std::size_t resident_count(const Market& market) { return market.residents().size(); }
std::size_t posting_count(const Market& market) { return market.postings().size(); }

template <class Record>
constexpr Table table(std::string_view name, decltype(Table::read) read, decltype(Table::write) write) {
  return {name, names_of<Record>, presences_of<Record>, read, write};
}
template <class Record, auto count, auto record_at>
constexpr Table table_of_rows(std::string_view name) {
  return table<Record>(name, &read_into_builder<Record>, &write_rows<Record, count, record_at>);
}
template <class Record, auto records_of>
constexpr Table table_of_list(std::string_view name) {
  return table<Record>(name, &read_into_builder<Record>, &write_list<Record, records_of>);
}

constexpr std::array all_tables{
    table<SettingRecord>("market", &read_settings, &write_list<SettingRecord, &settings_of>),
    table_of_rows<ModeRecord, &mode_count, &mode_record>("modes"),
    table_of_rows<AreaRecord, &area_count, &area_record>("areas"),
    table_of_rows<GridRecord, &grid_count, &grid_record>("grids"),
    table_of_list<TravelRecord, &travel_records>("travel"),
    table_of_rows<SkillRecord, &skill_count, &skill_record>("skills"),
    table_of_rows<OccupationRecord, &occupation_count, &occupation_record>("occupations"),
    table_of_rows<EmployerRecord, &employer_count, &employer_record>("employers"),
    table_of_rows<ResidentRecord, &resident_count, &resident_record>("residents"),
    table_of_rows<PostingRecord, &posting_count, &posting_record>("postings"),
    table_of_list<ProtectedRecord, &ProtectedAttributesFile::records>("protected_attributes"),
};
constexpr std::array all_names = [] {
  std::array<std::string_view, all_tables.size()> names{};
  for (std::size_t i = 0; i < names.size(); ++i) names[i] = all_tables[i].name;
  return names;
}();
constexpr bool is_file_of(std::string_view file, std::string_view table) {
  return file.starts_with(table) && file.substr(table.size()) == ".csv";
}
static_assert(std::equal(market_file_names.begin(), market_file_names.end(), all_names.begin(), all_names.end(), is_file_of));

}  // namespace

std::vector<ColumnHeading> Table::headings(const ColumnNames& names) const {
  std::vector<ColumnHeading> headings = headings_of(name, columns, names);
  for (std::size_t i = 0; i < headings.size(); ++i) headings[i].presence = presences[i];
  return headings;
}

std::span<const Table> tables() { return all_tables; }

const Table& table_named(std::string_view name) {
  const auto* const found = std::find(all_names.begin(), all_names.end(), name);
  if (found != all_names.end()) return all_tables[static_cast<std::size_t>(found - all_names.begin())];
  throw Error(ErrorCode::invalid_option, {"", 0, 0, "table"}, "the name of a table, perhaps " + nearest_of(name, all_names), quoted(name));
}

std::span<const std::string_view> table_names() { return all_names; }

std::span<const std::string_view> columns_of(std::string_view table) { return table_named(table).columns; }

}  // namespace aril::io
