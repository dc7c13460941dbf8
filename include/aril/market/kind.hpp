// The four kinds of postings, the workplaces, and three-valued claims.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace aril {

enum class Kind : std::uint8_t { job, training_slot, internship, piecework_lot };
inline constexpr std::size_t kind_count = 4;
inline constexpr std::array<std::string_view, kind_count> kind_names{"job", "training_slot", "internship", "piecework_lot"};

enum class Workplace : std::uint8_t { on_site, remote, at_home };
inline constexpr std::size_t workplace_count = 3;
inline constexpr std::array<std::string_view, workplace_count> workplace_names{"on_site", "remote", "at_home"};

enum class Claim : std::uint8_t { no, yes, not_stated };

[[nodiscard]] constexpr std::string_view name_of(Kind kind) noexcept { return kind_names[static_cast<std::size_t>(kind)]; }
[[nodiscard]] constexpr std::string_view name_of(Workplace workplace) noexcept {
  return workplace_names[static_cast<std::size_t>(workplace)];
}

// A set of kinds, or of workplaces, as bits.
using KindSet = std::uint8_t;
using WorkplaceSet = std::uint8_t;
inline constexpr KindSet all_kinds = 0b1111;
[[nodiscard]] constexpr KindSet bit_of(Kind kind) noexcept { return static_cast<KindSet>(1U << static_cast<unsigned>(kind)); }
[[nodiscard]] constexpr WorkplaceSet bit_of(Workplace workplace) noexcept {
  return static_cast<WorkplaceSet>(1U << static_cast<unsigned>(workplace));
}

}  // namespace aril
