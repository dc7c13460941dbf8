#include "table_reader.hpp"

#include <utility>

namespace aril::io {

Problem cell_problem(const std::string& file, const text::CsvRecord& record, const ColumnHeading& heading, std::string_view cell,
                     Fault fault) {
  std::string found = fault.found.empty() ? quoted(cell) : std::move(fault.found);
  return {fault.code, {file, record.first_line, record.last_line, heading.heading}, std::move(fault.expected), std::move(found)};
}

}  // namespace aril::io
