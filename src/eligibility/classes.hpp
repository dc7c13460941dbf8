// Rows with equal inputs to a rule as one class.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace aril {

// A key is the bytes of a row's inputs, lists with their length in front.
class ClassKey {
 public:
  template <class T>
  requires std::is_trivially_copyable_v<T> ClassKey& add(const T& value) {
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof value);
    return *this;
  }
  // Pre: T has no padding, or padding is zero; entries are added member by member otherwise.
  template <class Range, class Member>
  ClassKey& add_list(const Range& list, Member member) {
    add(static_cast<std::uint32_t>(list.size()));
    for (const auto& entry : list) member(*this, entry);
    return *this;
  }
  void clear() { bytes_.clear(); }
  [[nodiscard]] const std::string& bytes() const noexcept { return bytes_; }

 private:
  std::string bytes_;
};

struct Classes {
  std::vector<std::uint32_t> of_row;           // the class of each row
  std::vector<std::uint32_t> representatives;  // the first row of each class
};

// write_key(row, key) states the inputs of a row.
template <class WriteKey>
Classes classify(std::size_t rows, WriteKey write_key) {
  Classes classes;
  classes.of_row.resize(rows);
  std::unordered_map<std::string, std::uint32_t> known;
  ClassKey key;
  for (std::size_t row = 0; row < rows; ++row) {
    key.clear();
    write_key(row, key);
    const auto [place, is_new] = known.try_emplace(key.bytes(), static_cast<std::uint32_t>(classes.representatives.size()));
    if (is_new) classes.representatives.push_back(static_cast<std::uint32_t>(row));
    classes.of_row[row] = place->second;
  }
  return classes;
}

}  // namespace aril
