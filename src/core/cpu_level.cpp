#include "aril/core/cpu_level.hpp"

#include <atomic>
#include <string>

#include "aril/core/error.hpp"

namespace aril {
namespace {

CpuLevel detect() noexcept {
#if defined(__x86_64__)
  __builtin_cpu_init();
  // Exactly what the wide code is compiled with, not the name of a level alone: a virtual machine may hide parts of one.
  const bool avx2 = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("fma") != 0 && __builtin_cpu_supports("bmi") != 0 &&
                    __builtin_cpu_supports("bmi2") != 0;
  const bool avx512 = __builtin_cpu_supports("avx512f") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
                      __builtin_cpu_supports("avx512dq") != 0 && __builtin_cpu_supports("avx512bw") != 0 &&
                      __builtin_cpu_supports("avx512cd") != 0;
  if (!avx2) return CpuLevel::scalar;
  if (!avx512) return CpuLevel::avx2;
  return __builtin_cpu_supports("avx512vnni") != 0 ? CpuLevel::avx512_vnni : CpuLevel::avx512;
#else
  return CpuLevel::scalar;
#endif
}

// Asked at the first use and not before: nothing runs when the library is loaded.
std::atomic<CpuLevel>& level_in_use() noexcept {
  static std::atomic<CpuLevel> level{detect()};
  return level;
}

}  // namespace

CpuLevel best_cpu_level() noexcept {
  static const CpuLevel best = detect();
  return best;
}

CpuLevel cpu_level() noexcept { return level_in_use().load(std::memory_order_relaxed); }

void use_cpu_level(CpuLevel level) {
  if (level > best_cpu_level()) {
    throw Error(ErrorCode::invalid_option, {"", 0, 0, "cpu level"},
                "at most " + std::string(cpu_level_names[static_cast<std::size_t>(best_cpu_level())]),
                std::string(cpu_level_names[static_cast<std::size_t>(level)]));
  }
  level_in_use().store(level, std::memory_order_relaxed);
}

}  // namespace aril
