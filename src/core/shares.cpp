#include "aril/core/shares.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace aril {

std::vector<std::uint32_t> shares_by_largest_remainder(std::uint32_t total, std::span<const WideCount> counts) {
  std::vector<std::uint32_t> shares(counts.size(), 0);
  const WideCount sum = std::accumulate(counts.begin(), counts.end(), WideCount{0});
  if (sum == 0) return shares;
  std::uint32_t left = total;
  std::vector<WideCount> remainders(counts.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const WideCount product = counts[i] * total;
    shares[i] = static_cast<std::uint32_t>(product / sum);
    remainders[i] = product % sum;
    left -= shares[i];
  }
  std::vector<std::size_t> order(counts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainders[a] > remainders[b]; });
  for (std::size_t i = 0; i < left; ++i) ++shares[order[i]];
  return shares;
}

}  // namespace aril
