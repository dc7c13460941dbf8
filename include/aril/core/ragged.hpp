// A ragged column: one list of values per row, in compressed rows. A row's list may be "not stated", which is not the same as empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aril {

template <class T>
class Ragged {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return stated_.size(); }
  [[nodiscard]] bool stated(std::size_t row) const noexcept { return stated_[row] != 0; }
  [[nodiscard]] std::span<const T> operator[](std::size_t row) const noexcept {
    return {values_.data() + offsets_[row], static_cast<std::size_t>(offsets_[row + 1] - offsets_[row])};
  }
  [[nodiscard]] std::span<const T> values() const noexcept { return {values_.data(), values_.size()}; }
  // Shape: size() + 1.
  [[nodiscard]] std::span<const std::uint64_t> offsets() const noexcept { return {offsets_.data(), offsets_.size()}; }

  void push_back(std::span<const T> list, bool stated = true) {
    values_.insert(values_.end(), list.begin(), list.end());
    offsets_.push_back(values_.size());
    stated_.push_back(stated ? 1 : 0);
  }

 private:
  std::vector<T> values_;
  std::vector<std::uint64_t> offsets_{0};
  std::vector<std::uint8_t> stated_;
};

}  // namespace aril
