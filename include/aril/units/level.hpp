// How well something is known. Skills: 1..8, higher is better (China's eight worker levels, EQF); languages: 1..6 (CEFR A1..C2). 0 is "not stated".
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace aril {

using Level = std::uint8_t;
inline constexpr Level level_not_stated = 0;
inline constexpr Level max_skill_level = 8;
inline constexpr Level max_language_level = 6;

inline constexpr std::array<std::string_view, 7> language_level_names{"", "A1", "A2", "B1", "B2", "C1", "C2"};

// China's vocational certificate grades 5 (初级工) .. 1 (高级技师) are worker levels 2..6. Pre: 1 <= grade <= 5.
[[nodiscard]] constexpr Level level_of_certificate_grade(int grade) noexcept { return static_cast<Level>(7 - grade); }

// O*NET's level scale 0..7: exactly 0 is "not needed", else floor(value + 0.5) + 1.
[[nodiscard]] constexpr std::optional<Level> level_of_onet(double value) noexcept {
  if (!(value > 0.0 && value <= 7.0)) return std::nullopt;
  const int whole = static_cast<int>(value);
  return static_cast<Level>(whole + (value - whole >= 0.5 ? 2 : 1));
}

}  // namespace aril
