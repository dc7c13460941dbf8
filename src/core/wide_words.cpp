#include "wide_words.hpp"

#include <algorithm>
#include <bit>
#include <functional>

#include "aril/core/cpu_level.hpp"
#include "wide.hpp"

#define HWY_TARGET_INCLUDE "core/wide_words.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if ARIL_WIDE_TARGET
HWY_BEFORE_NAMESPACE();
namespace aril::wide::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

void intersect(std::uint64_t* words, std::size_t word_count, const std::uint64_t* const* sets, std::size_t set_count) {
  const hn::CappedTag<std::uint64_t, 8> d;
  for (std::size_t word = 0; word < word_count; word += hn::Lanes(d)) {
    auto bits = hn::LoadU(d, words + word);
    if (hn::AllTrue(d, hn::Eq(bits, hn::Zero(d)))) continue;
    for (std::size_t set = 0; set < set_count; ++set) bits = hn::And(bits, hn::LoadU(d, sets[set] + word));
    hn::StoreU(bits, d, words + word);
  }
}

std::size_t count_bits(const std::uint64_t* words, std::size_t word_count) {
  std::size_t count = 0;
  for (std::size_t word = 0; word < word_count; ++word) count += static_cast<std::size_t>(__builtin_popcountll(words[word]));
  return count;
}

void count_each(const std::uint64_t* words, std::size_t word_count, std::uint8_t* counts) {
  const hn::CappedTag<std::uint8_t, 64> d;
  const auto* bits = reinterpret_cast<const std::uint8_t*>(words);
  for (std::size_t word = 0; word < word_count; ++word) {
    if (words[word] == 0) continue;
    for (std::size_t i = word * 64; i < word * 64 + 64; i += hn::Lanes(d)) {
      const auto count = hn::LoadU(d, counts + i);
      hn::StoreU(hn::Sub(count, hn::VecFromMask(d, hn::LoadMaskBits(d, bits + i / 8))), d, counts + i);
    }
  }
}

void at_most(const std::uint8_t* bytes, std::size_t byte_count, std::uint8_t limit, std::uint64_t* words) {
  const hn::CappedTag<std::uint8_t, 64> d;
  const auto limits = hn::Set(d, limit);
  auto* out =
      reinterpret_cast<std::uint8_t*>(words);  // bits are numbered as bytes are: little-endian, as every machine with these levels is
  for (std::size_t i = 0; i < byte_count; i += hn::Lanes(d)) {
    hn::StoreMaskBits(d, hn::Eq(hn::Min(hn::LoadU(d, bytes + i), limits), hn::LoadU(d, bytes + i)), out + i / 8);
  }
}

std::size_t list_bits(const std::uint64_t* words, std::size_t word_count, std::uint32_t* numbers) {
  const hn::CappedTag<std::uint32_t, 16> d;
  const std::size_t lanes = hn::Lanes(d);
  std::uint32_t* next = numbers;
  for (std::size_t word = 0; word < word_count; ++word) {
    std::uint64_t left = words[word];
    const auto first = static_cast<std::uint32_t>(word * 64);
    if (left == ~std::uint64_t{0}) {
      for (std::uint32_t bit = 0; bit < 64; bit += static_cast<std::uint32_t>(lanes)) hn::StoreU(hn::Iota(d, first + bit), d, next + bit);
      next += 64;
      continue;
    }
    if (left == 0) continue;
    // With eight lanes a register of bits costs more to spread than the bits are worth.
    const auto bits_left = static_cast<std::size_t>(__builtin_popcountll(left));
    if (lanes < 16 || bits_left <= 16) {
      // Eight at a time whether there are so many or not: a branch for each bit is guessed wrong once a word. What is written beyond the last does
      // not count; the bit at the top keeps the question for it a defined one.
      constexpr std::uint64_t top = std::uint64_t{1} << 63;
      for (std::size_t i = 0; i < bits_left; i += 8) {
        for (std::size_t j = 0; j < 8; ++j, left &= left - 1) next[i + j] = first + static_cast<std::uint32_t>(__builtin_ctzll(left | top));
      }
      next += bits_left;
      continue;
    }
    for (std::uint32_t bit = 0; left != 0; bit += static_cast<std::uint32_t>(lanes), left >>= lanes) {
      const auto bits = static_cast<std::uint16_t>(left & ((std::uint64_t{1} << lanes) - 1));
      const std::uint8_t bytes[8] = {static_cast<std::uint8_t>(bits & 255), static_cast<std::uint8_t>(bits >> 8)};
      hn::StoreU(hn::Compress(hn::Iota(d, first + bit), hn::LoadMaskBits(d, bytes)), d, next);
      next += __builtin_popcount(bits);
    }
  }
  return static_cast<std::size_t>(next - numbers);
}

std::size_t list_at_least(const std::uint32_t* values, std::size_t count, std::uint32_t least, std::uint32_t* numbers) {
  const hn::CappedTag<std::uint32_t, 16> d;
  const auto leasts = hn::Set(d, least);
  std::uint32_t* next = numbers;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const auto loaded = hn::LoadU(d, values + i);
    const auto passes = hn::Eq(hn::Max(loaded, leasts), loaded);
    if (hn::AllFalse(d, passes)) continue;
    hn::StoreU(hn::Compress(hn::Iota(d, static_cast<std::uint32_t>(i)), passes), d, next);
    next += hn::CountTrue(d, passes);
  }
  while (next != numbers && next[-1] >= count) --next;  // what lies beyond the end
  return static_cast<std::size_t>(next - numbers);
}

std::size_t keep_at_least(const std::uint32_t* values, const std::uint32_t* numbers, std::size_t count, std::uint32_t least,
                          std::uint32_t* kept_values, std::uint32_t* kept_numbers) {
  const hn::CappedTag<std::uint32_t, 16> d;
  const std::size_t lanes = hn::Lanes(d);
  const auto leasts = hn::Set(d, least);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; i += lanes) {
    const auto loaded = hn::LoadU(d, values + i);
    const auto in_list = hn::FirstN(d, count - i);
    const auto passes = hn::And(hn::Eq(hn::Max(loaded, leasts), loaded), in_list);
    if (hn::AllFalse(d, passes)) continue;
    hn::StoreU(hn::Compress(loaded, passes), d, kept_values + kept);
    hn::StoreU(hn::Compress(hn::LoadU(d, numbers + i), passes), d, kept_numbers + kept);
    kept += hn::CountTrue(d, passes);
  }
  return kept;
}

std::size_t keep_at_least_own(const std::uint32_t* values, const std::uint32_t* numbers, std::size_t count, const std::uint32_t* leasts,
                              std::uint32_t late, std::uint32_t* kept_values, std::uint32_t* kept_numbers) {
  const hn::CappedTag<std::uint32_t, 16> d;
  const std::size_t lanes = hn::Lanes(d);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; i += lanes) {
    const auto loaded = hn::LoadU(d, values + i);
    const auto number = hn::LoadU(d, numbers + i);
    const auto least = hn::GatherIndex(d, leasts, hn::BitCast(hn::RebindToSigned<decltype(d)>(), number));
    const auto most = hn::Add(loaded, hn::Set(d, late));
    const auto passes = hn::And(hn::Eq(hn::Max(most, least), most), hn::FirstN(d, count - i));
    if (hn::AllFalse(d, passes)) continue;
    hn::StoreU(hn::Compress(loaded, passes), d, kept_values + kept);
    hn::StoreU(hn::Compress(number, passes), d, kept_numbers + kept);
    kept += hn::CountTrue(d, passes);
  }
  return kept;
}

std::uint32_t nth_largest(std::uint32_t* values, std::size_t count, std::size_t rank) {
  const hn::CappedTag<std::uint32_t, 16> d;
  const auto most = hn::Set(d, static_cast<std::uint32_t>(rank));
  auto least = hn::Set(d, 0xffffffffU);
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const auto value = hn::LoadU(d, values + i);
    auto larger = hn::Zero(d);
    for (std::size_t j = 0; j < count; ++j) larger = hn::Sub(larger, hn::VecFromMask(d, hn::Gt(hn::Set(d, values[j]), value)));
    const auto passes = hn::AndNot(hn::Gt(larger, most), hn::FirstN(d, count - i));
    least = hn::IfThenElse(passes, hn::Min(least, value), least);
  }
  return hn::GetLane(hn::MinOfLanes(d, least));
}

void order_largest(std::uint64_t* keys, std::size_t count, std::size_t most, std::uint64_t* out) {
  const hn::CappedTag<std::uint64_t, 8> d;
  std::uint64_t turned_away;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const auto key = hn::LoadU(d, keys + i);
    auto larger = hn::Zero(d);  // how many are, minus them
    for (std::size_t j = 0; j < count; ++j) larger = hn::Add(larger, hn::VecFromMask(d, hn::Gt(hn::Set(d, keys[j]), key)));
    std::uint64_t places[8];
    hn::StoreU(hn::Neg(hn::BitCast(hn::RebindToSigned<decltype(d)>(), larger)), hn::RebindToSigned<decltype(d)>(),
               reinterpret_cast<std::int64_t*>(places));
    for (std::size_t lane = 0; lane < std::min<std::size_t>(hn::Lanes(d), count - i); ++lane) {
      *(places[lane] < most ? out + places[lane] : &turned_away) = keys[i + lane];
    }
  }
}

}  // namespace aril::wide::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif

#if HWY_ONCE
namespace aril::wide {
namespace plain {

void intersect(std::uint64_t* words, std::size_t word_count, const std::uint64_t* const* sets, std::size_t set_count) {
  for (std::size_t set = 0; set < set_count; ++set) {
    for (std::size_t word = 0; word < word_count; ++word) words[word] &= sets[set][word];
  }
}

std::size_t count_bits(const std::uint64_t* words, std::size_t word_count) {
  std::size_t count = 0;
  for (std::size_t word = 0; word < word_count; ++word) count += static_cast<std::size_t>(std::popcount(words[word]));
  return count;
}

void count_each(const std::uint64_t* words, std::size_t word_count, std::uint8_t* counts) {
  for (std::size_t word = 0; word < word_count; ++word) {
    for (std::uint64_t left = words[word]; left != 0; left &= left - 1)
      ++counts[word * 64 + static_cast<std::size_t>(std::countr_zero(left))];
  }
}

void at_most(const std::uint8_t* bytes, std::size_t byte_count, std::uint8_t limit, std::uint64_t* words) {
  for (std::size_t word = 0; word < byte_count / 64; ++word) {
    std::uint64_t bits = 0;
    for (std::size_t bit = 0; bit < 64; ++bit) bits |= std::uint64_t{bytes[word * 64 + bit] <= limit ? 1U : 0U} << bit;
    words[word] = bits;
  }
}

std::size_t list_bits(const std::uint64_t* words, std::size_t word_count, std::uint32_t* numbers) {
  std::uint32_t* next = numbers;
  for (std::size_t word = 0; word < word_count; ++word) {
    const auto first = static_cast<std::uint32_t>(word * 64);
    for (std::uint64_t left = words[word]; left != 0; left &= left - 1)
      *next++ = first + static_cast<std::uint32_t>(std::countr_zero(left));
  }
  return static_cast<std::size_t>(next - numbers);
}

std::size_t list_at_least(const std::uint32_t* values, std::size_t count, std::uint32_t least, std::uint32_t* numbers) {
  std::size_t listed = 0;
  for (std::size_t i = 0; i < count; ++i) {
    numbers[listed] = static_cast<std::uint32_t>(i);
    listed += values[i] >= least ? 1 : 0;
  }
  return listed;
}

std::size_t keep_at_least(const std::uint32_t* values, const std::uint32_t* numbers, std::size_t count, std::uint32_t least,
                          std::uint32_t* kept_values, std::uint32_t* kept_numbers) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    kept_values[kept] = values[i];
    kept_numbers[kept] = numbers[i];
    kept += values[i] >= least ? 1 : 0;
  }
  return kept;
}

std::size_t keep_at_least_own(const std::uint32_t* values, const std::uint32_t* numbers, std::size_t count, const std::uint32_t* leasts,
                              std::uint32_t late, std::uint32_t* kept_values, std::uint32_t* kept_numbers) {
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    kept_values[kept] = values[i];
    kept_numbers[kept] = numbers[i];
    kept += values[i] + late >= leasts[numbers[i]] ? 1 : 0;
  }
  return kept;
}

std::uint32_t nth_largest(std::uint32_t* values, std::size_t count, std::size_t rank) {
  std::nth_element(values, values + rank, values + count, std::greater<>{});
  return values[rank];
}

void order_largest(std::uint64_t* keys, std::size_t count, std::size_t most, std::uint64_t* out) {
  const std::size_t kept = std::min(most, count);
  std::partial_sort_copy(keys, keys + count, out, out + kept, std::greater<>{});
}

}  // namespace plain

void intersect(std::uint64_t* words, std::size_t word_count, const std::uint64_t* const* sets, std::size_t set_count) {
  ARIL_WIDE_CALL(intersect, words, word_count, sets, set_count);
}
std::size_t count_bits(const std::uint64_t* words, std::size_t word_count) { ARIL_WIDE_CALL(count_bits, words, word_count); }
void count_each(const std::uint64_t* words, std::size_t word_count, std::uint8_t* counts) {
  ARIL_WIDE_CALL(count_each, words, word_count, counts);
}
void at_most(const std::uint8_t* bytes, std::size_t byte_count, std::uint8_t limit, std::uint64_t* words) {
  ARIL_WIDE_CALL(at_most, bytes, byte_count, limit, words);
}
std::size_t list_bits(const std::uint64_t* words, std::size_t word_count, std::uint32_t* numbers) {
  ARIL_WIDE_CALL(list_bits, words, word_count, numbers);
}
std::size_t list_at_least(const std::uint32_t* values, std::size_t count, std::uint32_t least, std::uint32_t* numbers) {
  ARIL_WIDE_CALL(list_at_least, values, count, least, numbers);
}

std::size_t keep_at_least(const std::uint32_t* values, const std::uint32_t* numbers, std::size_t count, std::uint32_t least,
                          std::uint32_t* kept_values, std::uint32_t* kept_numbers) {
  ARIL_WIDE_CALL(keep_at_least, values, numbers, count, least, kept_values, kept_numbers);
}
std::size_t keep_at_least_own(const std::uint32_t* values, const std::uint32_t* numbers, std::size_t count, const std::uint32_t* leasts,
                              std::uint32_t late, std::uint32_t* kept_values, std::uint32_t* kept_numbers) {
  ARIL_WIDE_CALL(keep_at_least_own, values, numbers, count, leasts, late, kept_values, kept_numbers);
}
std::uint32_t nth_largest(std::uint32_t* values, std::size_t count, std::size_t rank) { ARIL_WIDE_CALL(nth_largest, values, count, rank); }
void order_largest(std::uint64_t* keys, std::size_t count, std::size_t most, std::uint64_t* out) {
  ARIL_WIDE_CALL(order_largest, keys, count, most, out);
}

}  // namespace aril::wide
#endif  // HWY_ONCE
