// Which vector instructions the fast paths use: the best that this machine has, unless told otherwise. All levels give the same bytes.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace aril {

enum class CpuLevel : std::uint8_t { scalar, avx2, avx512, avx512_vnni };
inline constexpr std::array<std::string_view, 4> cpu_level_names{"scalar", "avx2", "avx512", "avx512_vnni"};

// The best that this machine, its operating system and this build know.
[[nodiscard]] CpuLevel best_cpu_level() noexcept;
// The one in use.
[[nodiscard]] CpuLevel cpu_level() noexcept;
// For tests and measurements. Errors: Error{invalid_option} for a level above the best. Threads: not while work is under way.
void use_cpu_level(CpuLevel level);

}  // namespace aril
