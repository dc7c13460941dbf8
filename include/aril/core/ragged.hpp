// A ragged column: one list of values per row, in compressed rows. A row's list may be "not stated", which is not the same as empty.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <vector>

namespace aril {

// Offset: four bytes where rows are looked up at random and values are known to be few, so that the offsets stay in the cache.
template <class T, class Offset = std::uint64_t>
class Ragged {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return stated_.size(); }
  [[nodiscard]] bool stated(std::size_t row) const noexcept { return stated_[row] != 0; }
  [[nodiscard]] std::span<const T> operator[](std::size_t row) const noexcept {
    return {values_.data() + offsets_[row], static_cast<std::size_t>(offsets_[row + 1] - offsets_[row])};
  }
  [[nodiscard]] std::span<const T> values() const noexcept { return {values_.data(), values_.size()}; }
  // Shape: size() + 1.
  [[nodiscard]] std::span<const Offset> offsets() const noexcept { return {offsets_.data(), offsets_.size()}; }

  void push_back(std::span<const T> list, bool stated = true) {
    values_.insert(values_.end(), list.begin(), list.end());
    if (values_.size() > std::numeric_limits<Offset>::max()) throw std::length_error("aril::Ragged: too many values for its offsets");
    offsets_.push_back(static_cast<Offset>(values_.size()));
    stated_.push_back(stated ? 1 : 0);
  }

 private:
  std::vector<T> values_;
  std::vector<Offset> offsets_{0};
  std::vector<std::uint8_t> stated_;
};

}  // namespace aril
