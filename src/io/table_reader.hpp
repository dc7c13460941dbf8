// Rows of a CSV text as records, by a table's columns.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/io/market_files.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/text/csv.hpp"
#include "header.hpp"
#include "schemas.hpp"

namespace aril::io {

struct TableSource {
  std::string_view csv_text;
  std::string file;
  std::vector<ColumnHeading> headings;
  bool ignore_unknown_columns = false;
};

[[nodiscard]] Problem cell_problem(const std::string& file, const text::CsvRecord& record, const ColumnHeading& heading,
                                   std::string_view cell, Fault fault);

// Reads the cells of one record. False when one of them is bad; all of them are reported.
template <class Record>
bool read_record(const TableSource& source, const text::CsvRecord& cells, std::span<const std::size_t> column_of_cell, Record& record,
                 std::vector<Problem>& problems) {
  const std::size_t before = problems.size();
  for (std::size_t i = 0; i < column_of_cell.size(); ++i) {
    if (column_of_cell[i] == no_column) continue;
    const Column<Record>& column = Schema<Record>::columns[column_of_cell[i]];
    Verdict fault;
    if (!cells.cells[i].empty()) {
      fault = column.read(cells.cells[i], record);
    } else if (column.presence == Presence::cell) {
      fault = Fault{ErrorCode::missing_value, "a value that is stated", "an empty cell"};
    }
    if (fault) problems.push_back(cell_problem(source.file, cells, source.headings[column_of_cell[i]], cells.cells[i], std::move(*fault)));
  }
  return problems.size() == before;
}

// Calls add(record, lines) for each good row. Problems go to `problems`.
template <class Record, class Add>
void read_records(const TableSource& source, std::vector<Problem>& problems, Add&& add) {
  text::CsvTable table(source.csv_text, source.file, problems);
  const auto column_of_cell = match_header(table, source.file, source.headings, source.ignore_unknown_columns, problems);
  if (!column_of_cell) return;
  for (text::CsvRecord cells; table.next(cells);) {
    Record record;
    if (read_record(source, cells, *column_of_cell, record, problems)) add(std::move(record), Lines{cells.first_line, cells.last_line});
  }
}

}  // namespace aril::io
