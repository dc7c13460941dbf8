// The one order of results: higher score first, then the lower row. As a single integer, so that comparing is one instruction.
#pragma once

#include <cstdint>

namespace aril {

// A larger key stands earlier in the results.
using OrderKey = std::uint64_t;

[[nodiscard]] constexpr OrderKey order_key(std::uint32_t score, std::uint32_t row) noexcept {
  return OrderKey{score} << 32 | static_cast<std::uint32_t>(~row);
}
[[nodiscard]] constexpr std::uint32_t score_of(OrderKey key) noexcept { return static_cast<std::uint32_t>(key >> 32); }
[[nodiscard]] constexpr std::uint32_t row_of(OrderKey key) noexcept { return static_cast<std::uint32_t>(~key); }

}  // namespace aril
