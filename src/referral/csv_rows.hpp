// The rows of a CSV table under the columns that it may have.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/text/csv.hpp"
#include "aril/units/date.hpp"
#include "aril/units/strength.hpp"

namespace aril {

struct CsvColumn {
  std::string_view name;
  bool is_required = false;  // the file must have it, and no cell may be empty
};

// Problems go to the list that was handed in: those of the header first (missing_column: then there is no row; unknown_column, repeated_column), then those of
// the text and of cells, line by line.
class CsvRows {
 public:
  CsvRows(std::string_view text, std::string file, std::span<const CsvColumn> columns, std::vector<Problem>& problems);

  // The next row whose required cells are all there. False at the end.
  [[nodiscard]] bool next();
  [[nodiscard]] Lines lines() const noexcept { return {record_.first_line, record_.last_line}; }
  // Empty where the file lacks the column.
  [[nodiscard]] std::string_view cell(std::size_t column) const noexcept;
  void report(ErrorCode code, std::size_t column, std::string expected);

  // Each reads a cell; false, with a Problem, where it is malformed. An empty cell gives nullopt.
  [[nodiscard]] bool read(std::size_t column, std::optional<bool>& value);
  [[nodiscard]] bool read(std::size_t column, std::optional<Date>& value);
  [[nodiscard]] bool read(std::size_t column, Strength& value);
  // A word of a closed list, by `named`; `value` stays where the cell is empty.
  template <class Kind>
  [[nodiscard]] bool read(std::size_t column, Kind& value, std::optional<Kind> (*named)(std::string_view) noexcept,
                          std::span<const std::string_view> names) {
    if (cell(column).empty()) return true;
    const std::optional<Kind> found = named(cell(column));
    if (found) value = *found;
    if (!found) report_word(column, names);
    return found.has_value();
  }

 private:
  void match_header();
  void report_word(std::size_t column, std::span<const std::string_view> names);

  static constexpr std::size_t no_cell = static_cast<std::size_t>(-1);
  std::string file_;
  std::span<const CsvColumn> columns_;
  std::vector<Problem>& problems_;
  text::CsvTable table_;
  text::CsvRecord record_;
  std::vector<std::size_t> cell_of_;  // by column
  bool readable_ = true;
};

}  // namespace aril
