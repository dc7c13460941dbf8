#include "foreign_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "aril/text/csv.hpp"
#include "aril/text/file.hpp"
#include "fault.hpp"
#include "tsv_table.hpp"

namespace aril::io {
namespace {

constexpr std::size_t absent = static_cast<std::size_t>(-1);

// Where the wanted cells stand in a record.
std::optional<std::vector<std::size_t>> places_of(const std::string& file, const std::vector<std::string>& header,
                                                  std::span<const WantedColumn> wanted, std::vector<Problem>& problems) {
  std::vector<std::size_t> places;
  const std::size_t before = problems.size();
  for (const WantedColumn& column : wanted) {
    const auto found = column.name.empty() ? header.end() : std::find(header.begin(), header.end(), column.name);
    places.push_back(found == header.end() ? absent : static_cast<std::size_t>(found - header.begin()));
    if (found != header.end() || !column.is_required) continue;
    problems.push_back({ErrorCode::missing_column, {file, 1, 1, std::string(column.name)}, "a column " + quoted(column.name), "none"});
  }
  if (problems.size() > before) return std::nullopt;
  return places;
}

template <class Table>
void visit_rows(Table table, const std::string& file, std::span<const WantedColumn> wanted, std::vector<Problem>& problems,
                VisitRow visit) {
  const auto places = places_of(file, table.header(), wanted, problems);
  if (!places) return;
  std::vector<std::string_view> cells(wanted.size());
  for (text::CsvRecord record; table.next(record);) {
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i] = (*places)[i] == absent ? std::string_view{} : record.cells[(*places)[i]];
    visit(cells, {record.first_line, record.last_line});
  }
}

}  // namespace

void for_each_row(const ForeignFile& file, std::span<const WantedColumn> wanted, std::vector<Problem>& problems, VisitRow visit) {
  const std::string bytes = text::read_file(file.path);
  if (file.is_tabbed) {
    visit_rows(TsvTable(bytes, file.name, problems), file.name, wanted, problems, visit);
  } else {
    visit_rows(text::CsvTable(bytes, file.name, problems), file.name, wanted, problems, visit);
  }
}

}  // namespace aril::io
