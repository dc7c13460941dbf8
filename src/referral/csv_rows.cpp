#include "csv_rows.hpp"

#include <algorithm>
#include <utility>

namespace aril {

CsvRows::CsvRows(std::string_view text, std::string file, std::span<const CsvColumn> columns, std::vector<Problem>& problems)
    : file_(std::move(file)), columns_(columns), problems_(problems), table_(text, file_, problems), cell_of_(columns.size(), no_cell) {
  match_header();
}

void CsvRows::match_header() {
  const std::uint64_t line = table_.header_line();
  std::vector<std::string> known;
  for (const CsvColumn& column : columns_) known.emplace_back(column.name);
  for (std::size_t i = 0; i < table_.header().size(); ++i) {
    const std::string& name = table_.header()[i];
    const auto found = std::find(known.begin(), known.end(), name);
    if (found == known.end()) {
      problems_.push_back(
          {ErrorCode::unknown_column, {file_, line, line, name}, "a known column, perhaps " + nearest_word(name, known), "'" + name + "'"});
      continue;
    }
    std::size_t& cell = cell_of_[static_cast<std::size_t>(found - known.begin())];
    if (cell != no_cell) {
      problems_.push_back({ErrorCode::repeated_column, {file_, line, line, name}, "each column once; the first counts", "it again"});
    } else {
      cell = i;
    }
  }
  for (std::size_t column = 0; column < columns_.size(); ++column) {
    if (!columns_[column].is_required || cell_of_[column] != no_cell) continue;
    problems_.push_back({ErrorCode::missing_column, {file_, line, line, known[column]}, "a column of this name", "none; no row is read"});
    readable_ = false;
  }
}

bool CsvRows::next() {
  while (readable_ && table_.next(record_)) {
    bool complete = true;
    for (std::size_t column = 0; column < columns_.size(); ++column) {
      if (!columns_[column].is_required || !cell(column).empty()) continue;
      report(ErrorCode::missing_value, column, "a value that is stated");
      complete = false;
    }
    if (complete) return true;
  }
  return false;
}

std::string_view CsvRows::cell(std::size_t column) const noexcept {
  return cell_of_[column] == no_cell ? std::string_view{} : record_.cells[cell_of_[column]];
}

void CsvRows::report(ErrorCode code, std::size_t column, std::string expected) {
  const std::string found = cell(column).empty() ? "an empty cell" : "'" + std::string(cell(column)) + "'";
  problems_.push_back(
      {code, {file_, record_.first_line, record_.last_line, std::string(columns_[column].name)}, std::move(expected), found});
}

void CsvRows::report_word(std::size_t column, std::span<const std::string_view> names) {
  std::string expected = "one of ";
  for (const std::string_view name : names) expected.append(name == names.front() ? "" : ", ").append(name);
  expected += ", the nearest is '" + nearest_word(cell(column), {names.begin(), names.end()}) + "'";
  report(ErrorCode::unknown_word, column, std::move(expected));
}

bool CsvRows::read(std::size_t column, std::optional<bool>& value) {
  if (cell(column).empty()) return true;
  if (cell(column) == "yes" || cell(column) == "no") {
    value = cell(column) == "yes";
    return true;
  }
  report(ErrorCode::unknown_word, column, "yes or no");
  return false;
}

bool CsvRows::read(std::size_t column, std::optional<Date>& value) {
  if (cell(column).empty()) return true;
  value = Date::parse(cell(column));
  if (!value) report(ErrorCode::malformed, column, "a date YYYY-MM-DD");
  return value.has_value();
}

bool CsvRows::read(std::size_t column, Strength& value) {
  if (const std::optional<Strength> strength = parse_strength(cell(column))) {
    value = *strength;
    return true;
  }
  const std::string_view text = cell(column);
  const bool is_number =
      text.find_first_not_of("-0123456789.") == std::string_view::npos && text.find_first_of("0123456789") != std::string_view::npos;
  report(is_number ? ErrorCode::out_of_range : ErrorCode::malformed, column, "a decimal of 0..1");
  return false;
}

}  // namespace aril
