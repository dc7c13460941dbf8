// Whole shares of a whole: largest remainder. Weights sum to 65,535 and requirement shares to 257 by this one rule.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace aril {

// Shares of `total` in proportion to `counts`: floor(total * c / sum) each, what is left one by one to the largest remainders.
// Order: ties of remainders go to the earlier entry. All counts zero: all shares zero.
// Pre: the counts sum to at most 2^100.
__extension__ using WideCount = unsigned __int128;
[[nodiscard]] std::vector<std::uint32_t> shares_by_largest_remainder(std::uint32_t total, std::span<const WideCount> counts);

}  // namespace aril
