// Which cell of a file's records belongs to which column of a table.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/io/market_files.hpp"
#include "aril/text/csv.hpp"
#include "column.hpp"

namespace aril::io {

// A column as this file should have it.
struct ColumnHeading {
  std::string_view name;  // ours
  std::string heading;    // the file's
  Presence presence = Presence::optional;
};

// Headings of a table under a caller's names. Errors: invalid_option for a name of ours that is not a column, or two columns under one
// heading.
[[nodiscard]] std::vector<ColumnHeading> headings_of(std::string_view table, std::span<const std::string_view> columns,
                                                     const ColumnNames& names);

inline constexpr std::size_t no_column = static_cast<std::size_t>(-1);

// For each cell of the header its column, or no_column. nullopt where rows can't be read: no header, or a column that must be there is not.
// Problems, in this order: missing_column for the whole file, unknown_column and repeated_column for the header.
[[nodiscard]] std::optional<std::vector<std::size_t>> match_header(const text::CsvTable& table, const std::string& file,
                                                                   std::span<const ColumnHeading> headings, bool ignore_unknown,
                                                                   std::vector<Problem>& problems);

}  // namespace aril::io
