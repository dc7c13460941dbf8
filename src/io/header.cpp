#include "header.hpp"

#include <algorithm>
#include <utility>

#include "fault.hpp"
#include "words.hpp"

namespace aril::io {
namespace {

std::vector<std::string> texts_of(std::span<const ColumnHeading> headings) {
  std::vector<std::string> texts;
  for (const ColumnHeading& heading : headings) texts.push_back(heading.heading);
  return texts;
}

std::string in_words(const ColumnHeading& heading) {
  return heading.heading == heading.name ? quoted(heading.name) : quoted(heading.heading) + " for " + std::string(heading.name);
}

// A heading that the caller's mapping names is one that the file must have: else a slip in the mapping would lose a column in silence.
bool must_stand(const ColumnHeading& heading) { return heading.presence != Presence::optional || heading.heading != heading.name; }

// What separates the columns of a header that is one cell, where that is no comma; 0 where none of these does.
char other_separator(const std::vector<std::string>& header, std::span<const ColumnHeading> headings) {
  if (header.size() != 1) return 0;
  for (const char separator : {';', '\t'}) {
    if (header[0].find(separator) == std::string::npos) continue;
    std::string_view rest = header[0];
    for (bool is_last = false; !is_last;) {
      const std::size_t cell_end = rest.find(separator);
      const std::string_view cell = rest.substr(0, cell_end);
      if (std::any_of(headings.begin(), headings.end(), [&](const ColumnHeading& known) { return known.heading == cell; }))
        return separator;
      is_last = cell_end == std::string_view::npos;
      if (!is_last) rest.remove_prefix(cell_end + 1);
    }
  }
  return 0;
}

}  // namespace

std::vector<ColumnHeading> headings_of(std::string_view table, std::span<const std::string_view> columns, const ColumnNames& names) {
  const Place where{"", 0, 0, "columns." + std::string(table)};
  for (const auto& [name, heading] : names) {
    if (std::find(columns.begin(), columns.end(), name) != columns.end()) continue;
    const bool is_reversed = std::find(columns.begin(), columns.end(), heading) != columns.end();
    throw Error(ErrorCode::invalid_option, where,
                is_reversed ? "our column first and the file's second: " + quoted(heading) + ", then " + quoted(name)
                            : "a column of the table, perhaps " + nearest_of(name, columns),
                is_reversed ? quoted(name) + " first" : quoted(name));
  }
  std::vector<ColumnHeading> headings;
  for (const std::string_view column : columns) {
    const auto named = names.find(std::string(column));
    std::string heading = named == names.end() ? std::string(column) : named->second;
    const auto same = [&](const ColumnHeading& other) { return other.heading == heading; };
    if (std::any_of(headings.begin(), headings.end(), same)) {
      throw Error(ErrorCode::invalid_option, where, "another heading for each column", quoted(heading) + " twice");
    }
    headings.push_back({column, std::move(heading), Presence::optional});
  }
  return headings;
}

std::optional<std::vector<std::size_t>> match_header(const text::CsvTable& table, const std::string& file,
                                                     std::span<const ColumnHeading> headings, bool ignore_unknown,
                                                     std::vector<Problem>& problems) {
  const std::uint64_t line = table.header_line();
  if (line == 0 && !problems.empty()) return std::nullopt;  // told already
  if (const char separator = other_separator(table.header(), headings); separator != 0) {
    problems.push_back({ErrorCode::missing_column,
                        {file, line, table.reader().line_count(), std::string(headings.front().name)},
                        "columns separated by commas",
                        separator == ';' ? "semicolons between them" : "tabs between them"});
    return std::nullopt;
  }
  std::vector<std::size_t> columns;
  std::vector<bool> found(headings.size(), false);
  for (const std::string& cell : table.header()) {
    const auto heading = std::find_if(headings.begin(), headings.end(), [&](const ColumnHeading& known) { return known.heading == cell; });
    columns.push_back(heading == headings.end() ? no_column : static_cast<std::size_t>(heading - headings.begin()));
    if (columns.back() == no_column) {
      if (ignore_unknown) continue;
      const std::string perhaps = near_word(cell, texts_of(headings));
      problems.push_back({ErrorCode::unknown_column,
                          {file, line, line, cell},
                          "a known column" + (perhaps.empty() ? "" : ", perhaps " + perhaps),
                          quoted(cell)});
    } else if (found[columns.back()]) {
      problems.push_back(
          {ErrorCode::repeated_column, {file, line, line, cell}, "each column once", quoted(cell) + " again; the first counts"});
      columns.back() = no_column;
    } else {
      found[columns.back()] = true;
    }
  }
  bool is_readable = true;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    if (found[i] || !must_stand(headings[i])) continue;
    const bool is_lost = headings[i].presence != Presence::optional;
    is_readable = is_readable && !is_lost;
    const std::uint64_t last_line = is_lost ? table.reader().line_count() : line;
    const std::string perhaps = near_word(headings[i].heading, table.header());
    problems.push_back({ErrorCode::missing_column,
                        {file, line, last_line, std::string(headings[i].name)},
                        "a column " + in_words(headings[i]),
                        perhaps.empty() ? "none" : "none (the nearest is " + quoted(perhaps) + ")"});
  }
  if (!is_readable) return std::nullopt;
  return columns;
}

}  // namespace aril::io
