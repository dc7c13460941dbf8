// The ids of one kind of row: unique strings in the order of their UTF-8 bytes, in one buffer. Row i has the i-th smallest id.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace aril {

class IdTable {
 public:
  IdTable() = default;
  // Pre: sorted by bytes, no two equal.
  explicit IdTable(const std::vector<std::string>& sorted_ids);

  [[nodiscard]] std::size_t size() const noexcept { return offsets_.size() - 1; }
  [[nodiscard]] std::string_view operator[](std::size_t row) const noexcept {
    return std::string_view(bytes_).substr(offsets_[row], offsets_[row + 1] - offsets_[row]);
  }
  // Cost: O(log n) string compares.
  [[nodiscard]] std::optional<std::size_t> find(std::string_view id) const noexcept;

 private:
  std::string bytes_;
  std::vector<std::uint64_t> offsets_{0};
};

// Of each row of one table the row of another with the same id; Row::none(): there is none. Cost: linear in both.
template <class Row>
[[nodiscard]] std::vector<Row> matching_rows(const IdTable& from, const IdTable& to) {
  std::vector<Row> rows(from.size(), Row::none());
  std::size_t next = 0;
  for (std::size_t row = 0; row < from.size(); ++row) {
    while (next < to.size() && to[next] < from[row]) ++next;
    if (next < to.size() && to[next] == from[row]) rows[row] = Row(next);
  }
  return rows;
}

}  // namespace aril
