#include "aril/core/sparse_matrix.hpp"

#include <algorithm>

namespace aril {

const std::uint16_t* SparseRow::find(std::uint32_t column) const noexcept {
  const auto place = std::lower_bound(columns.begin(), columns.end(), column);
  if (place == columns.end() || *place != column) return nullptr;
  return values.data() + (place - columns.begin());
}

}  // namespace aril
