#include "aril/rank/score.hpp"

#include <algorithm>
#include <cmath>

namespace aril {
namespace {

// The square root in double may be one off: set right in integers.
std::uint32_t floor_square_root(std::uint64_t number) noexcept {
  auto root = static_cast<std::uint64_t>(std::sqrt(static_cast<double>(number)));
  while (root * root > number) --root;
  while ((root + 1) * (root + 1) <= number) ++root;
  return static_cast<std::uint32_t>(root);
}

}  // namespace

Score combine(Score resident_side, Score employer_side, Combination combination) noexcept {
  const std::uint64_t a = resident_side.value;
  const std::uint64_t b = employer_side.value;
  switch (combination) {
    case Combination::minimum: return std::min(resident_side, employer_side);
    case Combination::geometric: return {floor_square_root(a * b)};
    // 2ab stays below 2^65: with both at the maximum of about 2^32 it needs the wide type.
    case Combination::harmonic: {
      if (a + b == 0) return {0};
      __extension__ using Wide = unsigned __int128;
      return {static_cast<std::uint32_t>(Wide{2} * a * b / (a + b))};
    }
  }
  return {};
}

}  // namespace aril
