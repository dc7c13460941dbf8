// How the files of vector code are laid out, and how one of their levels is chosen.
//
// Google Highway compiles the functions of such a file once for each level (foreach_target.h). Its own dispatcher stays unused: it would need
// Highway's shared library at run time. Here cpu_level() chooses, and the lowest level is plain C++, which the others are tested against.
#pragma once

// Levels between would be compiled for nothing.
#define HWY_DISABLED_TARGETS (HWY_SSSE3 | HWY_SSE4 | HWY_AVX3_DL)
#undef HWY_TARGET_INCLUDE

// True while a level of ours is compiled; false in the pass for the build's own baseline.
#define ARIL_WIDE_TARGET (HWY_TARGET == HWY_AVX2 || HWY_TARGET == HWY_AVX3)

// Calls FUNCTION of the level in use. The function exists in namespaces `plain`, and, on x86-64, N_AVX2 and N_AVX3.
#if defined(__x86_64__)
#define ARIL_WIDE_CALL(FUNCTION, ...)                              \
  do {                                                             \
    switch (cpu_level()) {                                         \
      case CpuLevel::avx512_vnni:                                  \
      case CpuLevel::avx512: return N_AVX3::FUNCTION(__VA_ARGS__); \
      case CpuLevel::avx2: return N_AVX2::FUNCTION(__VA_ARGS__);   \
      case CpuLevel::scalar: return plain::FUNCTION(__VA_ARGS__);  \
    }                                                              \
    return plain::FUNCTION(__VA_ARGS__);                           \
  } while (false)
#else
#define ARIL_WIDE_CALL(FUNCTION, ...) return plain::FUNCTION(__VA_ARGS__)
#endif
