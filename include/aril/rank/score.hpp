// A score: the sum of weight x value over the terms, an exact integer.
#pragma once

#include <compare>
#include <cstdint>

namespace aril {

inline constexpr std::uint32_t max_score = 65'535U * 65'535U;

struct Score {
  std::uint32_t value = 0;

  // 0..1, for people.
  [[nodiscard]] constexpr double fraction() const noexcept { return static_cast<double>(value) / static_cast<double>(max_score); }
  // The smallest score whose fraction is at least this. Fractions outside 0..1 are clamped.
  [[nodiscard]] static constexpr Score at_least(double fraction) noexcept {
    if (!(fraction > 0)) return {};
    if (fraction >= 1) return {max_score};
    auto value = static_cast<std::uint32_t>(fraction * static_cast<double>(max_score));
    while (Score{value}.fraction() < fraction) ++value;
    while (value > 0 && Score{value - 1}.fraction() >= fraction) --value;
    return {value};
  }
  constexpr auto operator<=>(const Score&) const = default;
};

// Whose weights count.
enum class Side : std::uint8_t { resident, employer };

// Both sides as one number. Meaning: docs/definitions.md, "Reciprocal".
enum class Combination : std::uint8_t { minimum, geometric, harmonic };
[[nodiscard]] Score combine(Score resident_side, Score employer_side, Combination combination) noexcept;

}  // namespace aril
