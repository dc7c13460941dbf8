#include "wide_common.hpp"

#include <algorithm>
#include <span>

#include "../core/wide.hpp"
#include "aril/core/cpu_level.hpp"

#define HWY_TARGET_INCLUDE "referral/wide_common.cpp"
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if ARIL_WIDE_TARGET
HWY_BEFORE_NAMESPACE();
namespace aril::wide::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::ScalableTag<std::uint32_t>;
inline constexpr std::size_t width = hn::MaxLanes(Tag());
using Row = std::span<const std::uint32_t>;

inline constexpr std::size_t most_links = 64;
std::size_t few_links() noexcept { return most_links; }

// Of a register that is loaded from there on; the others hold 0, which is a vertex, too.
HWY_INLINE hn::Mask<Tag> filled_lanes(Row row, std::size_t from) { return hn::FirstN(Tag(), row.size() - std::min(row.size(), from)); }

// Every vertex of `scanned` against all of `held`, which fills up to `registers` of them.
template <std::size_t registers>
HWY_INLINE std::size_t held_against(Row held, Row scanned) {
  const Tag d;
  hn::Vec<Tag> parts[registers];
  hn::Mask<Tag> hits[registers];
  for (std::size_t i = 0; i < registers; ++i) {
    parts[i] = hn::MaskedLoad(filled_lanes(held, i * width), d, held.data() + i * width);
    hits[i] = hn::FirstN(d, 0);
  }
  for (const std::uint32_t vertex : scanned) {
    const auto wanted = hn::Set(d, vertex);
    for (std::size_t i = 0; i < registers; ++i) hits[i] = hn::Or(hits[i], hn::Eq(wanted, parts[i]));
  }
  std::size_t count = 0;
  for (std::size_t i = 0; i < registers; ++i) count += hn::CountTrue(d, hn::And(hits[i], filled_lanes(held, i * width)));
  return count;
}

HWY_INLINE std::size_t common_of(Row one, Row other) {
  const Row longer = one.size() < other.size() ? other : one;
  const Row shorter = one.size() < other.size() ? one : other;
  if (longer.size() <= width) return held_against<1>(longer, shorter);
  if (longer.size() <= 2 * width) return held_against<2>(longer, shorter);
  std::size_t count = 0;
  for (std::size_t at = 0; at < longer.size(); at += 4 * width)
    count += held_against<4>(longer.subspan(at, std::min(4 * width, longer.size() - at)), shorter);
  return count;
}

// How many of a row are below a vertex.
HWY_INLINE std::size_t place_of(std::uint32_t vertex, Row row) {
  const Tag d;
  const auto wanted = hn::Set(d, vertex);
  std::size_t count = 0;
  for (std::size_t at = 0; at < row.size(); at += width) {
    const auto filled = filled_lanes(row, at);
    count += hn::CountTrue(d, hn::And(hn::Lt(hn::MaskedLoad(filled, d, row.data() + at), wanted), filled));
  }
  return count;
}

// Rows that are soon needed may be far away: where each begins is asked for two rows ahead, what stands there one row ahead.
HWY_INLINE void ask_for(RowsView simple, std::size_t row, std::size_t end, const std::uint32_t* counts) {
  if (row + 2 >= end) return;
  for (const std::uint32_t lower : simple[row + 2]) {
    if (lower > row + 2) break;
    hwy::Prefetch(simple.offsets.data() + lower);
  }
  for (const std::uint32_t lower : simple[row + 1]) {
    if (lower > row + 1) break;
    hwy::Prefetch(simple.columns.data() + simple.offsets[lower]);
    hwy::Prefetch(counts + simple.offsets[lower]);
  }
}

void count_common(RowsView simple, std::size_t begin, std::size_t end, std::uint32_t* counts) noexcept {
  for (std::size_t row = begin; row < end; ++row) {
    ask_for(simple, row, end, counts);
    const Row links = simple[row];
    if (links.size() > most_links) continue;
    for (std::size_t i = 0; i < links.size() && links[i] < row; ++i) {
      const Row others = simple[links[i]];
      if (others.size() > most_links) continue;
      counts[simple.offsets[row] + i] = counts[simple.offsets[links[i]] + place_of(static_cast<std::uint32_t>(row), others)] =
          static_cast<std::uint32_t>(common_of(links, others));
    }
  }
}

}  // namespace aril::wide::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif

#if HWY_ONCE
namespace aril::wide {
namespace plain {

// Without vectors, marks are faster than holding rows against each other: no row has few links.
std::size_t few_links() noexcept { return 0; }
void count_common(RowsView, std::size_t, std::size_t, std::uint32_t*) noexcept {}

}  // namespace plain

std::size_t few_links() noexcept { ARIL_WIDE_CALL(few_links); }
void count_common(RowsView simple, std::size_t begin, std::size_t end, std::uint32_t* counts) noexcept {
  ARIL_WIDE_CALL(count_common, simple, begin, end, counts);
}

}  // namespace aril::wide
#endif  // HWY_ONCE
