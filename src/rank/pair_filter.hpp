// The caller's allow and deny lists, ready to apply to a resident's bitmap of postings.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

#include "aril/core/bitmap.hpp"
#include "aril/rank/ranker.hpp"

namespace aril {

class PairFilter {
 public:
  // Errors: Error{unknown_id} for a row that the market does not have.
  PairFilter(const Market& market, std::span<const ResidentPostings> allow, std::span<const ResidentPostings> deny);

  // positions[row] is a posting's bit; one past the bitmap's end is not there to narrow.
  void apply(ResidentRow resident, std::span<const std::uint32_t> positions, Bitmap& eligible) const;
  [[nodiscard]] bool allows(ResidentRow resident, PostingRow posting) const;
  [[nodiscard]] bool denies(ResidentRow resident, PostingRow posting) const;

 private:
  using Lists = std::unordered_map<std::uint32_t, std::vector<PostingRow>>;
  static Lists sorted(const Market& market, std::span<const ResidentPostings> pairs, const char* name);

  Lists allow_;
  Lists deny_;
};

}  // namespace aril
