#include "pair_filter.hpp"

#include <algorithm>
#include <string>

#include "aril/core/error.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"

namespace aril {

PairFilter::PairFilter(const Market& market, std::span<const ResidentPostings> allow, std::span<const ResidentPostings> deny)
    : allow_(sorted(market, allow, "allow")), deny_(sorted(market, deny, "deny")) {}

PairFilter::Lists PairFilter::sorted(const Market& market, std::span<const ResidentPostings> pairs, const char* name) {
  Lists lists;
  for (const ResidentPostings& entry : pairs) {
    if (entry.resident.index() >= market.residents().size()) {
      throw Error(ErrorCode::unknown_id, {"", 0, 0, name}, "a resident's row", std::to_string(entry.resident.value));
    }
    std::vector<PostingRow>& list = lists[entry.resident.value];
    for (const PostingRow posting : entry.postings) {
      if (posting.index() >= market.postings().size())
        throw Error(ErrorCode::unknown_id, {"", 0, 0, name}, "a posting's row", std::to_string(posting.value));
      list.push_back(posting);
    }
  }
  for (auto& [resident, list] : lists) std::sort(list.begin(), list.end());
  return lists;
}

void PairFilter::apply(ResidentRow resident, std::span<const std::uint32_t> positions, Bitmap& eligible) const {
  const auto position_of = [&](PostingRow posting) { return std::size_t{positions[posting.index()]}; };
  if (const auto allow = allow_.find(resident.value); allow != allow_.end()) {
    Bitmap allowed(eligible.size());
    for (const PostingRow posting : allow->second) {
      if (position_of(posting) < allowed.size()) allowed.set(position_of(posting));
    }
    eligible &= allowed;
  }
  if (const auto deny = deny_.find(resident.value); deny != deny_.end()) {
    for (const PostingRow posting : deny->second) {
      if (position_of(posting) < eligible.size()) eligible.reset(position_of(posting));
    }
  }
}

bool PairFilter::allows(ResidentRow resident, PostingRow posting) const {
  const auto place = allow_.find(resident.value);
  return place == allow_.end() || std::binary_search(place->second.begin(), place->second.end(), posting);
}

bool PairFilter::denies(ResidentRow resident, PostingRow posting) const {
  const auto place = deny_.find(resident.value);
  return place != deny_.end() && std::binary_search(place->second.begin(), place->second.end(), posting);
}

}  // namespace aril
