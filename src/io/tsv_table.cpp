#include "tsv_table.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "aril/text/utf8.hpp"

namespace aril::io {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

void split_cells(std::string_view line, std::vector<std::string_view>& cells) {
  cells.clear();
  for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
    cells.push_back(line.substr(0, tab));
    line.remove_prefix(tab + 1);
  }
  cells.push_back(line);
}

}  // namespace

TsvTable::TsvTable(std::string_view text, std::string file, std::vector<Problem>& problems)
    : rest_(text), file_(std::move(file)), problems_(&problems) {
  if (rest_.starts_with(byte_order_mark)) rest_.remove_prefix(byte_order_mark.size());
  text::CsvRecord record;
  if (next_line(record)) header_.assign(record.cells.begin(), record.cells.end());
}

bool TsvTable::next(text::CsvRecord& record) {
  while (next_line(record)) {
    if (record.cells.size() != header_.size()) {
      problems_->push_back({ErrorCode::wrong_cell_count,
                            {file_, line_, line_, {}},
                            std::to_string(header_.size()) + " cells, as in the header",
                            std::to_string(record.cells.size())});
    } else if (!std::all_of(record.cells.begin(), record.cells.end(), text::is_valid_utf8)) {
      problems_->push_back({ErrorCode::invalid_utf8, {file_, line_, line_, {}}, "valid UTF-8", "other bytes"});
    } else {
      return true;
    }
  }
  return false;
}

bool TsvTable::next_line(text::CsvRecord& record) {
  while (!rest_.empty()) {
    const std::size_t newline = std::min(rest_.find('\n'), rest_.size());
    std::string_view line = rest_.substr(0, newline);
    rest_.remove_prefix(std::min(newline + 1, rest_.size()));
    ++line_;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty()) continue;
    split_cells(line, record.cells);
    record.first_line = record.last_line = line_;
    return true;
  }
  return false;
}

}  // namespace aril::io
