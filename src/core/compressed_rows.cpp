#include "aril/core/compressed_rows.hpp"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include "aril/core/error.hpp"

namespace aril {
namespace {

[[noreturn]] void refuse(ErrorCode code, const char* field, std::string expected, std::string found) {
  throw Error(code, {"", 0, 0, field}, std::move(expected), std::move(found));
}

void check_row(std::span<const std::uint32_t> row, std::size_t number, std::size_t count) {
  if (!std::is_sorted(row.begin(), row.end()))
    refuse(ErrorCode::wrong_order, "columns", "rising columns in row " + std::to_string(number), "one smaller than that before it");
  if (!row.empty() && row.back() >= count)
    refuse(ErrorCode::out_of_range, "columns", "columns below " + std::to_string(count), std::to_string(row.back()));
}

// From numbers of things a row to where each row begins.
void accumulate(std::vector<std::uint64_t>& counts) { std::exclusive_scan(counts.begin(), counts.end(), counts.begin(), std::uint64_t{0}); }

// The columns of two rows in one, each once, without `self`.
void merge_simple(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, std::uint32_t self, std::vector<std::uint32_t>& out) {
  const std::size_t first = out.size();
  std::size_t i = 0;
  std::size_t j = 0;
  while (i < a.size() || j < b.size()) {
    const bool from_a = j == b.size() || (i < a.size() && a[i] <= b[j]);
    const std::uint32_t column = from_a ? a[i++] : b[j++];
    if (column != self && (out.size() == first || out.back() != column)) out.push_back(column);
  }
}

}  // namespace

void RowsView::check() const {
  if (offsets.empty() || offsets.front() != 0)
    refuse(ErrorCode::shape_mismatch, "offsets", "offsets from 0 on", "none, or another first one");
  if (size() > 0xffffffffU) refuse(ErrorCode::out_of_range, "offsets", "fewer than 2^32 rows", std::to_string(size()));
  if (!std::is_sorted(offsets.begin(), offsets.end()))
    refuse(ErrorCode::wrong_order, "offsets", "rising offsets", "one smaller than that before it");
  if (offsets.back() != columns.size())
    refuse(ErrorCode::shape_mismatch, "columns", std::to_string(offsets.back()) + " columns, the last offset",
           std::to_string(columns.size()));
  for (std::size_t row = 0; row < size(); ++row) check_row((*this)[row], row, size());
}

bool RowsView::is_symmetric() const {
  // Rows in rising order meet their twins in rising order: a cursor a row is enough. It moves over the row's lower columns as links to it
  // are met in lower rows, and when the row's own turn comes it has to stand behind all of them. What is looked at is asked for before.
  constexpr std::uint64_t cursors_ahead = 64;
  constexpr std::uint64_t twins_ahead = 32;
  std::vector<std::uint64_t> next(offsets.begin(), offsets.end());
  for (std::size_t row = 0; row < size(); ++row) {
    std::uint64_t link = next[row];
    if (link > offsets[row + 1] || (link < offsets[row + 1] && columns[link] < row)) return false;
    while (link < offsets[row + 1] && columns[link] == row) ++link;
    for (; link < offsets[row + 1]; ++link) {
      if (link + cursors_ahead < columns.size()) {
        __builtin_prefetch(next.data() + columns[link + cursors_ahead]);
        __builtin_prefetch(columns.data() + next[columns[link + twins_ahead]]);
      }
      const std::uint64_t twin = next[columns[link]]++;
      if (twin >= columns.size() || columns[twin] != row) return false;
    }
  }
  return true;
}

bool RowsView::is_simple() const {
  for (std::size_t row = 0; row < size(); ++row) {
    const auto list = (*this)[row];
    if (std::adjacent_find(list.begin(), list.end()) != list.end()) return false;
    if (std::binary_search(list.begin(), list.end(), static_cast<std::uint32_t>(row))) return false;
  }
  return is_symmetric();
}

CompressedRows::CompressedRows(std::vector<std::uint64_t> offsets, std::vector<std::uint32_t> columns)
    : offsets_(std::move(offsets)), columns_(std::move(columns)) {
  view().check();
}

CompressedRows CompressedRows::from_pairs(std::size_t count, std::span<const RowPair> pairs) {
  CompressedRows by_column;  // sorted by column; its transpose is then sorted by row and column
  by_column.offsets_.assign(count + 1, 0);
  by_column.columns_.resize(pairs.size());
  for (const RowPair& pair : pairs) {
    const std::uint32_t larger = std::max(pair.row, pair.column);
    if (larger >= count)
      refuse(ErrorCode::out_of_range, "pairs", "rows and columns below " + std::to_string(count), std::to_string(larger));
    ++by_column.offsets_[pair.column];
  }
  accumulate(by_column.offsets_);
  std::vector<std::uint64_t> next = by_column.offsets_;
  for (const RowPair& pair : pairs) by_column.columns_[next[pair.column]++] = pair.row;
  return aril::transposed(by_column);
}

CompressedRows transposed(RowsView rows) {
  CompressedRows result;
  result.offsets_.assign(rows.size() + 1, 0);
  result.columns_.resize(rows.columns.size());
  for (const std::uint32_t column : rows.columns) ++result.offsets_[column];
  accumulate(result.offsets_);
  std::vector<std::uint64_t> next = result.offsets_;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (const std::uint32_t column : rows[row]) result.columns_[next[column]++] = static_cast<std::uint32_t>(row);
  }
  return result;
}

CompressedRows symmetrized(RowsView rows) {
  const CompressedRows other = transposed(rows);
  CompressedRows result;
  result.offsets_.reserve(rows.size() + 1);
  result.columns_.reserve(rows.columns.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    merge_simple(rows[row], other.view()[row], static_cast<std::uint32_t>(row), result.columns_);
    result.offsets_.push_back(result.columns_.size());
  }
  return result;
}

}  // namespace aril
