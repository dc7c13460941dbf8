// Rows one after the other, to walk over with `for`.
#pragma once

#include <cstddef>
#include <iterator>

namespace aril {

template <class RowType>
class RowIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = RowType;
  using difference_type = std::ptrdiff_t;
  using pointer = const RowType*;
  using reference = RowType;

  RowIterator() = default;
  explicit RowIterator(std::size_t number) noexcept : number_(number) {}
  [[nodiscard]] RowType operator*() const noexcept { return RowType(number_); }
  RowIterator& operator++() noexcept {
    ++number_;
    return *this;
  }
  RowIterator operator++(int) noexcept { return RowIterator(number_++); }
  bool operator==(const RowIterator&) const = default;

 private:
  std::size_t number_ = 0;
};

template <class RowType>
class RowRange {
 public:
  RowRange(std::size_t first, std::size_t end) noexcept : first_(first), end_(end) {}
  [[nodiscard]] RowIterator<RowType> begin() const noexcept { return RowIterator<RowType>(first_); }
  [[nodiscard]] RowIterator<RowType> end() const noexcept { return RowIterator<RowType>(end_); }
  [[nodiscard]] std::size_t size() const noexcept { return end_ - first_; }

 private:
  std::size_t first_;
  std::size_t end_;
};

}  // namespace aril
