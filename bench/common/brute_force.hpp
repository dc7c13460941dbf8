// The lists of some residents by explaining every pair and sorting: slow, and shares no shortcut with the ranking. For cases without a peer's answers.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "aril/rank/ranker.hpp"

namespace aril::bench {

// The best `most` postings, and nothing else of a hit than pair and score.
[[nodiscard]] std::vector<Hit> best_by_brute_force(const Ranker& ranker, ResidentRow resident, std::size_t most);
// Whether hits name the same pairs with the same scores in the same order.
[[nodiscard]] bool same_hits(std::span<const Hit> one, std::span<const Hit> other);
// The lists of `count` residents, evenly spread.
[[nodiscard]] bool agrees_with_brute_force(const Ranker& ranker, std::size_t count);

}  // namespace aril::bench
