#include "aril/rank/ranked_lists.hpp"

#include <algorithm>
#include <string>

#include "aril/core/error.hpp"

namespace aril {

template <class Owner>
std::size_t RankedLists<Owner>::position(Owner owner) const {
  if (owner.index() < owners_.size() && owners_[owner.index()] == owner) return owner.index();
  const auto place = std::find(owners_.begin(), owners_.end(), owner);
  if (place == owners_.end())
    throw Error(ErrorCode::unknown_id, {"", 0, 0, "owner"}, "one that was ranked", "row " + std::to_string(owner.value));
  return static_cast<std::size_t>(place - owners_.begin());
}

template class RankedLists<ResidentRow>;
template class RankedLists<PostingRow>;

}  // namespace aril
