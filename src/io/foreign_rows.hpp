// Rows of a file in someone else's format: the cells that are wanted of each.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/core/function_view.hpp"
#include "aril/market/market_builder.hpp"

namespace aril::io {

struct ForeignFile {
  std::string path;
  std::string name;        // in problems
  bool is_tabbed = false;  // tab-separated without quotes; else CSV
};

struct WantedColumn {
  std::string_view name;
  bool is_required = true;  // false: its cells are empty where the file has no such column
};

using VisitRow = FunctionView<void(std::span<const std::string_view> cells, Lines lines)>;

// Calls visit(cells, lines) for each row that can be read, cells in the order of `wanted`; `visit` may add to the problems.
// Errors: file_not_readable. Problems: missing_column, after which no row is given; and those of text::CsvTable.
void for_each_row(const ForeignFile& file, std::span<const WantedColumn> wanted, std::vector<Problem>& problems, VisitRow visit);

}  // namespace aril::io
