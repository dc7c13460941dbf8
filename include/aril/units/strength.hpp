// How strong a link is: an exact decimal x in [0, 1], stored as round(65,535 x x), half up.
//
//   aril::parse_strength("0.5")  // 32768
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aril {

using Strength = std::uint16_t;
inline constexpr Strength full_strength = 65'535;

// Digits, optionally a point and digits; as many as there are count. nullopt: another text, or a number above 1.
[[nodiscard]] std::optional<Strength> parse_strength(std::string_view text) noexcept;
// The shortest decimal that reads back as the same double is what is rounded. nullopt: not a number, or outside [0, 1].
[[nodiscard]] std::optional<Strength> strength_of(double number);
// The shortest decimal that parse_strength reads as this strength; at most five places. Of equally short ones the nearest.
[[nodiscard]] std::string format_strength(Strength strength);

}  // namespace aril
