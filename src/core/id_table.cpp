#include "aril/core/id_table.hpp"

namespace aril {

IdTable::IdTable(const std::vector<std::string>& sorted_ids) {
  offsets_.reserve(sorted_ids.size() + 1);
  for (const std::string& id : sorted_ids) {
    bytes_ += id;
    offsets_.push_back(bytes_.size());
  }
}

std::optional<std::size_t> IdTable::find(std::string_view id) const noexcept {
  std::size_t low = 0;
  std::size_t high = size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    const int order = (*this)[middle].compare(id);
    if (order == 0) return middle;
    if (order < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return std::nullopt;
}

}  // namespace aril
