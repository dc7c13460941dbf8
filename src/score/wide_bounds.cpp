#include "wide_bounds.hpp"

#include <algorithm>
#include <bit>

#include "../core/wide.hpp"
#include "aril/core/cpu_level.hpp"

#define HWY_TARGET_INCLUDE "score/wide_bounds.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if ARIL_WIDE_TARGET
HWY_BEFORE_NAMESPACE();
namespace aril::wide::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::CappedTag<std::uint16_t, 32>;
using Values = hn::Vec<Tag>;

// The sums that do not depend on the position.
struct Tables {
#if HWY_TARGET == HWY_AVX3
  Values pay, week, liking;
  explicit Tables(const ResidentBounds& bounds)
      : pay(hn::LoadU(Tag(), bounds.pay)), week(hn::LoadU(Tag(), bounds.week)), liking(hn::LoadU(Tag(), bounds.liking)) {}
  // Highway has no look-up in a register of 16-bit lanes.
  static HWY_INLINE Values look_up(Values table, const std::uint8_t* classes) {
    const Values index = hn::PromoteTo(Tag(), hn::LoadU(hn::Rebind<std::uint8_t, Tag>(), classes));
    return Values{_mm512_permutexvar_epi16(index.raw, table.raw)};
  }
  HWY_INLINE Values add(Values sum, const BoundColumns& postings, std::size_t position) const {
    sum = hn::SaturatedAdd(sum, look_up(pay, postings.pay + position));
    sum = hn::SaturatedAdd(sum, look_up(week, postings.week + position));
    return hn::SaturatedAdd(sum, look_up(liking, postings.liking + position));
  }
#else
  Values most;
  explicit Tables(const ResidentBounds& bounds) : most(hn::Set(Tag(), bounds.most_of_classes)) {}
  HWY_INLINE Values add(Values sum, const BoundColumns&, std::size_t) const { return hn::SaturatedAdd(sum, most); }
#endif
};

std::size_t list_reaching(const BoundColumns& postings, const ResidentBounds& bounds, const std::uint64_t* words, std::size_t first,
                          std::size_t count, const std::uint16_t* rests, std::uint16_t threshold, const std::uint16_t* thresholds,
                          std::uint32_t* positions) {
  const Tag d;
  constexpr std::size_t lanes = hn::MaxLanes(Tag());
  const Tables tables(bounds);
  const Values skills_weight = hn::Set(d, bounds.skills_weight);
  const Values one_threshold = hn::Set(d, threshold);
  std::uint32_t* next = positions;
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t word = words[first + i];
    if (word == 0) continue;
    const std::size_t start = (first + i) * 64;
    const Values rest = hn::Set(d, rests[i]);
    std::uint64_t passing = 0;
    for (std::size_t part = 0; part < 64; part += lanes) {
      const std::size_t position = start + part;
      Values sum = hn::SaturatedAdd(hn::LoadU(d, bounds.by_position + position), rest);
      if (bounds.skills != nullptr) sum = hn::SaturatedAdd(sum, hn::MulHigh(hn::LoadU(d, bounds.skills + position), skills_weight));
      sum = tables.add(sum, postings, position);
      const Values least = thresholds != nullptr ? hn::LoadU(d, thresholds + position) : one_threshold;
      std::uint8_t bits[8] = {};
      hn::StoreMaskBits(d, hn::Eq(hn::Max(sum, least), sum), bits);
      std::uint64_t lane_bits;
      __builtin_memcpy(&lane_bits, bits, 8);
      passing |= lane_bits << part;
    }
    for (passing &= word; passing != 0; passing &= passing - 1) {
      *next++ = static_cast<std::uint32_t>(start) + static_cast<std::uint32_t>(__builtin_ctzll(passing));
    }
  }
  return static_cast<std::size_t>(next - positions);
}

void weigh_positions(const std::uint16_t* way, std::uint16_t way_weight, const std::uint16_t* freshness, std::uint16_t freshness_weight,
                     std::size_t count, std::uint16_t* by_position) {
  const Tag d;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Values a = hn::MulHigh(hn::LoadU(d, way + i), hn::Set(d, way_weight));
    const Values b = hn::MulHigh(hn::LoadU(d, freshness + i), hn::Set(d, freshness_weight));
    hn::StoreU(hn::SaturatedAdd(a, b), d, by_position + i);
  }
}

}  // namespace aril::wide::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif

#if HWY_ONCE
namespace aril::wide {
namespace plain {

std::size_t list_reaching(const BoundColumns& postings, const ResidentBounds& bounds, const std::uint64_t* words, std::size_t first,
                          std::size_t count, const std::uint16_t* rests, std::uint16_t threshold, const std::uint16_t* thresholds,
                          std::uint32_t* positions) {
  std::uint32_t* next = positions;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::uint64_t left = words[first + i]; left != 0; left &= left - 1) {
      const std::size_t position = (first + i) * 64 + static_cast<std::size_t>(std::countr_zero(left));
      std::uint32_t sum = std::uint32_t{bounds.by_position[position]} + rests[i] + bounds.pay[postings.pay[position]] +
                          bounds.week[postings.week[position]] + bounds.liking[postings.liking[position]];
      if (bounds.skills != nullptr) sum += std::uint32_t{bounds.skills[position]} * bounds.skills_weight >> 16;
      if (sum >= (thresholds != nullptr ? thresholds[position] : threshold)) *next++ = static_cast<std::uint32_t>(position);
    }
  }
  return static_cast<std::size_t>(next - positions);
}

void weigh_positions(const std::uint16_t* way, std::uint16_t way_weight, const std::uint16_t* freshness, std::uint16_t freshness_weight,
                     std::size_t count, std::uint16_t* by_position) {
  for (std::size_t i = 0; i < count; ++i) {
    by_position[i] =
        static_cast<std::uint16_t>((std::uint32_t{way[i]} * way_weight >> 16) + (std::uint32_t{freshness[i]} * freshness_weight >> 16));
  }
}

}  // namespace plain

std::size_t list_reaching(const BoundColumns& postings, const ResidentBounds& bounds, const std::uint64_t* words, std::size_t first,
                          std::size_t count, const std::uint16_t* rests, std::uint16_t threshold, const std::uint16_t* thresholds,
                          std::uint32_t* positions) {
  ARIL_WIDE_CALL(list_reaching, postings, bounds, words, first, count, rests, threshold, thresholds, positions);
}
void weigh_positions(const std::uint16_t* way, std::uint16_t way_weight, const std::uint16_t* freshness, std::uint16_t freshness_weight,
                     std::size_t count, std::uint16_t* by_position) {
  ARIL_WIDE_CALL(weigh_positions, way, way_weight, freshness, freshness_weight, count, by_position);
}

}  // namespace aril::wide
#endif  // HWY_ONCE
