// A sparse matrix of small integers in compressed rows, as a plain value: how one module hands strengths of pairs to another.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aril {

struct SparseRow {
  std::span<const std::uint32_t> columns;  // rising
  std::span<const std::uint16_t> values;

  // nullptr where the row has no entry in this column.
  [[nodiscard]] const std::uint16_t* find(std::uint32_t column) const noexcept;
};

struct SparseMatrix {
  std::size_t column_count = 0;
  std::vector<std::uint64_t> offsets{0};  // one more than rows
  std::vector<std::uint32_t> columns;     // rising in each row, each once
  std::vector<std::uint16_t> values;

  [[nodiscard]] std::size_t row_count() const noexcept { return offsets.size() - 1; }
  [[nodiscard]] std::size_t entry_count() const noexcept { return columns.size(); }
  [[nodiscard]] SparseRow row(std::size_t row) const noexcept {
    const std::size_t begin = offsets[row];
    const std::size_t count = offsets[row + 1] - begin;
    return {{columns.data() + begin, count}, {values.data() + begin, count}};
  }
  bool operator==(const SparseMatrix&) const = default;
};

}  // namespace aril
