// Links between numbered vertices as compressed rows: the columns that each row leads to. Owns the shape and the ways to make it; knows no
// meaning of a link.
//
//   const auto rows = aril::symmetrized(aril::CompressedRows::from_pairs(3, pairs));
//   for (std::uint32_t neighbour : rows.view()[0]) ...
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aril {

struct RowPair {
  std::uint32_t row = 0;
  std::uint32_t column = 0;
  auto operator<=>(const RowPair&) const = default;
};

// Borrows. Shapes: offsets has one more than there are rows, columns as many as offsets.back().
// Pre: offsets rise from 0, every row's columns rise (repeats may stand side by side) and are below the number of rows. check() holds it
// against the arrays.
struct RowsView {
  std::span<const std::uint64_t> offsets;
  std::span<const std::uint32_t> columns;

  [[nodiscard]] std::size_t size() const noexcept { return offsets.empty() ? 0 : offsets.size() - 1; }
  [[nodiscard]] std::size_t degree(std::size_t row) const noexcept { return static_cast<std::size_t>(offsets[row + 1] - offsets[row]); }
  [[nodiscard]] std::span<const std::uint32_t> operator[](std::size_t row) const noexcept {
    return {columns.data() + offsets[row], degree(row)};
  }

  // Errors: Error{shape_mismatch}, {wrong_order} or {out_of_range} for what breaks the precondition. Cost: one pass.
  void check() const;
  // Whether every link has its twin in the other direction, as often. Cost: one pass.
  [[nodiscard]] bool is_symmetric() const;
  // Whether it is symmetric and no row holds itself or a repeat.
  [[nodiscard]] bool is_simple() const;
};

class CompressedRows {
 public:
  CompressedRows() = default;
  // Errors: those of RowsView::check.
  CompressedRows(std::vector<std::uint64_t> offsets, std::vector<std::uint32_t> columns);
  // Pairs in any order; repeats and loops stay. Errors: Error{out_of_range} for a row or column of count or above.
  [[nodiscard]] static CompressedRows from_pairs(std::size_t count, std::span<const RowPair> pairs);

  [[nodiscard]] std::size_t size() const noexcept { return offsets_.size() - 1; }
  [[nodiscard]] RowsView view() const noexcept { return {offsets_, columns_}; }
  operator RowsView() const noexcept { return view(); }  // NOLINT(google-explicit-constructor): a view of it is what every reader takes

  bool operator==(const CompressedRows&) const = default;

 private:
  friend CompressedRows transposed(RowsView rows);
  friend CompressedRows symmetrized(RowsView rows);

  std::vector<std::uint64_t> offsets_{0};
  std::vector<std::uint32_t> columns_;
};

[[nodiscard]] CompressedRows transposed(RowsView rows);
// The undirected graph under it: each link both ways, without loops and repeats.
[[nodiscard]] CompressedRows symmetrized(RowsView rows);

}  // namespace aril
