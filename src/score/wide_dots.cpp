#include "wide_dots.hpp"

#include "aril/core/cpu_level.hpp"

// The instruction that this lives from has no name in Highway yet: intrinsics, each behind its own target.
#if defined(__x86_64__)
#include <immintrin.h>
#endif

// g++ 12 warns inside its own AVX-512 header: a register that may hold anything there is given on purpose.
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

namespace aril::wide {
namespace {

void dots_plain(const std::int8_t* resident, const std::int8_t* postings, std::size_t dimension, const std::uint32_t* positions,
                std::size_t count, std::int32_t* out) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int8_t* posting = postings + positions[i] * dimension;
    std::int32_t sum = 0;
    for (std::size_t j = 0; j < dimension; ++j) sum += resident[j] * posting[j];
    out[i] = sum;
  }
}

#if defined(__x86_64__)

__attribute__((target("avx2"))) std::int32_t sum_of(__m256i lanes) {
  __m128i four = _mm_add_epi32(_mm256_castsi256_si128(lanes), _mm256_extracti128_si256(lanes, 1));
  four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0x4e));
  four = _mm_add_epi32(four, _mm_shuffle_epi32(four, 0xb1));
  return _mm_cvtsi128_si32(four);
}

// Products of sixteen bits at a time: two of them never overflow 32 bits.
__attribute__((target("avx2"))) void dots_avx2(const std::int8_t* resident, const std::int8_t* postings, std::size_t dimension,
                                               const std::uint32_t* positions, std::size_t count, std::int32_t* out) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int8_t* posting = postings + positions[i] * dimension;
    __m256i sum = _mm256_setzero_si256();
    for (std::size_t j = 0; j < dimension; j += 16) {
      const __m256i a = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(resident + j)));
      const __m256i b = _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(posting + j)));
      sum = _mm256_add_epi32(sum, _mm256_madd_epi16(a, b));
    }
    out[i] = sum_of(sum);
  }
}

__attribute__((target("avx2,avx512f,avx512bw"))) std::int32_t sum_of(__m512i lanes) {
  return sum_of(_mm256_add_epi32(_mm512_castsi512_si256(lanes), _mm512_extracti64x4_epi64(lanes, 1)));
}

__attribute__((target("avx2,avx512f,avx512bw"))) void dots_avx512(const std::int8_t* resident, const std::int8_t* postings,
                                                                  std::size_t dimension, const std::uint32_t* positions, std::size_t count,
                                                                  std::int32_t* out) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int8_t* posting = postings + positions[i] * dimension;
    __m512i sum = _mm512_setzero_si512();
    for (std::size_t j = 0; j < dimension; j += 32) {
      const __m512i a = _mm512_cvtepi8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(resident + j)));
      const __m512i b = _mm512_cvtepi8_epi16(_mm256_loadu_si256(reinterpret_cast<const __m256i*>(posting + j)));
      sum = _mm512_add_epi32(sum, _mm512_madd_epi16(a, b));
    }
    out[i] = sum_of(sum);
  }
}

// The instruction takes unsigned by signed: the resident's numbers are raised by 128, and 128 times the posting's sum is taken off again.
__attribute__((target("avx2,avx512f,avx512bw,avx512vnni"))) void dots_vnni(const std::int8_t* resident, const std::int8_t* postings,
                                                                           const std::int32_t* sums, std::size_t dimension,
                                                                           const std::uint32_t* positions, std::size_t count,
                                                                           std::int32_t* out) {
  const __m512i raise = _mm512_set1_epi8(static_cast<char>(0x80));
  for (std::size_t i = 0; i < count; ++i) {
    const std::int8_t* posting = postings + positions[i] * dimension;
    __m512i sum = _mm512_setzero_si512();
    for (std::size_t j = 0; j < dimension; j += 64) {
      const __m512i a = _mm512_xor_si512(_mm512_loadu_si512(resident + j), raise);
      sum = _mm512_dpbusd_epi32(sum, a, _mm512_loadu_si512(posting + j));
    }
    out[i] = sum_of(sum) - 128 * sums[positions[i]];
  }
}

#endif

}  // namespace

void dots(const std::int8_t* resident, const std::int8_t* postings, const std::int32_t* sums, std::size_t dimension,
          const std::uint32_t* positions, std::size_t count, std::int32_t* out) {
  switch (cpu_level()) {
#if defined(__x86_64__)
    case CpuLevel::avx512_vnni: return dots_vnni(resident, postings, sums, dimension, positions, count, out);
    case CpuLevel::avx512: return dots_avx512(resident, postings, dimension, positions, count, out);
    case CpuLevel::avx2: return dots_avx2(resident, postings, dimension, positions, count, out);
#endif
    default: return dots_plain(resident, postings, dimension, positions, count, out);
  }
}

}  // namespace aril::wide
