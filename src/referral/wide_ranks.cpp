#include "wide_ranks.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "../core/wide.hpp"
#include "aril/core/cpu_level.hpp"

#define HWY_TARGET_INCLUDE "referral/wide_ranks.cpp"
#include <hwy/cache_control.h>
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if ARIL_WIDE_TARGET
HWY_BEFORE_NAMESPACE();
namespace aril::wide::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::CappedTag<float, rank_lanes>;
using DoubleTag = hn::CappedTag<double, rank_lanes / 2>;
using HalfTag = hn::Rebind<float, DoubleTag>;  // as many floats as a register of doubles has lanes
inline constexpr std::size_t width = hn::MaxLanes(Tag());
inline constexpr std::size_t registers = rank_lanes / width;
inline constexpr std::size_t double_width = hn::MaxLanes(DoubleTag());
inline constexpr std::size_t double_registers = rank_lanes / double_width;

// Where neighbours are far apart, waiting for their values is nearly all of the time: they are asked for so many links ahead.
inline constexpr std::uint64_t links_ahead = 96;

HWY_INLINE void ask_for(const IncomingLinks& links, const float* values, std::uint64_t link) {
  const std::uint64_t ahead = std::min(link + links_ahead, links.count - 1);
  hwy::Prefetch(values + std::size_t{links.columns[ahead]} * rank_lanes);
}

template <bool has_right>
HWY_INLINE void step_rows(const IncomingLinks& links, const RankStep& step, std::size_t begin, std::size_t end) {
  const Tag d;
  const auto omega = hn::Set(d, step.omega);
  for (std::size_t row = begin; row < end; ++row) {
    hn::Vec<Tag> sums[registers];
    for (auto& sum : sums) sum = hn::Zero(d);
    for (std::uint64_t link = links.offsets[row]; link < links.offsets[row + 1]; ++link) {
      ask_for(links, step.current, link);
      const float* values = step.current + std::size_t{links.columns[link]} * rank_lanes;
      for (std::size_t i = 0; i < registers; ++i) sums[i] = hn::Add(sums[i], hn::LoadU(d, values + i * width));
    }
    const auto share = hn::Set(d, links.shares[row]);
    for (std::size_t i = 0; i < registers; ++i) {
      float* at = step.previous + row * rank_lanes + i * width;
      const auto previous = hn::LoadU(d, at);
      auto target = hn::Mul(share, sums[i]);
      if constexpr (has_right) target = hn::Add(target, hn::LoadU(d, step.right + (row - begin) * rank_lanes + i * width));
      hn::StoreU(hn::Add(previous, hn::Mul(omega, hn::Sub(target, previous))), d, at);
    }
  }
}

void step(const IncomingLinks& links, const RankStep& step, std::size_t begin, std::size_t end) {
  if (step.right != nullptr) {
    step_rows<true>(links, step, begin, end);
  } else {
    step_rows<false>(links, step, begin, end);
  }
}

HWY_INLINE hn::Vec<DoubleTag> doubles_at(const float* values) { return hn::PromoteTo(DoubleTag(), hn::LoadU(HalfTag(), values)); }

void residual(const IncomingLinks& links, const RankResidual& residual, std::size_t begin, std::size_t end) {
  const DoubleTag d;
  const HalfTag half;
  for (std::size_t row = begin; row < end; ++row) {
    hn::Vec<DoubleTag> sums[double_registers];
    for (auto& sum : sums) sum = hn::Zero(d);
    for (std::uint64_t link = links.offsets[row]; link < links.offsets[row + 1]; ++link) {
      ask_for(links, residual.solution, link);
      const float* values = residual.solution + std::size_t{links.columns[link]} * rank_lanes;
      for (std::size_t i = 0; i < double_registers; ++i) sums[i] = hn::Add(sums[i], doubles_at(values + i * double_width));
    }
    const auto share = hn::Set(d, residual.shares[row]);
    const auto scale = hn::Set(d, residual.scales[row]);
    for (std::size_t i = 0; i < double_registers; ++i) {
      const std::size_t lane = i * double_width;
      const std::size_t at = row * rank_lanes + lane;
      const auto solution = doubles_at(residual.solution + at);
      auto left = hn::Sub(hn::Mul(share, sums[i]), solution);
      if (residual.right != nullptr) left = hn::Add(left, doubles_at(residual.right + (row - begin) * rank_lanes + lane));
      hn::StoreU(hn::Add(hn::LoadU(d, residual.total + at), solution), d, residual.total + at);
      hn::StoreU(hn::DemoteTo(half, left), half, residual.next_right + at);
      hn::StoreU(hn::Add(hn::LoadU(d, residual.norms + lane), hn::Mul(scale, hn::Abs(left))), d, residual.norms + lane);
    }
  }
}

}  // namespace aril::wide::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif

#if HWY_ONCE
namespace aril::wide {
namespace plain {

void step(const IncomingLinks& links, const RankStep& step, std::size_t begin, std::size_t end) {
  for (std::size_t row = begin; row < end; ++row) {
    std::array<float, rank_lanes> sums{};
    for (std::uint64_t link = links.offsets[row]; link < links.offsets[row + 1]; ++link) {
      const float* values = step.current + std::size_t{links.columns[link]} * rank_lanes;
      for (std::size_t lane = 0; lane < rank_lanes; ++lane) sums[lane] += values[lane];
    }
    for (std::size_t lane = 0; lane < rank_lanes; ++lane) {
      float& previous = step.previous[row * rank_lanes + lane];
      float target = links.shares[row] * sums[lane];
      if (step.right != nullptr) target += step.right[(row - begin) * rank_lanes + lane];
      previous += step.omega * (target - previous);
    }
  }
}

void residual(const IncomingLinks& links, const RankResidual& residual, std::size_t begin, std::size_t end) {
  for (std::size_t row = begin; row < end; ++row) {
    std::array<double, rank_lanes> sums{};
    for (std::uint64_t link = links.offsets[row]; link < links.offsets[row + 1]; ++link) {
      const float* values = residual.solution + std::size_t{links.columns[link]} * rank_lanes;
      for (std::size_t lane = 0; lane < rank_lanes; ++lane) sums[lane] += double{values[lane]};
    }
    for (std::size_t lane = 0; lane < rank_lanes; ++lane) {
      const std::size_t at = row * rank_lanes + lane;
      const double solution = double{residual.solution[at]};
      double left = residual.shares[row] * sums[lane] - solution;
      if (residual.right != nullptr) left += double{residual.right[(row - begin) * rank_lanes + lane]};
      residual.total[at] += solution;
      residual.next_right[at] = static_cast<float>(left);
      residual.norms[lane] += residual.scales[row] * std::abs(left);
    }
  }
}

}  // namespace plain

void step(const IncomingLinks& links, const RankStep& step, std::size_t begin, std::size_t end) {
  ARIL_WIDE_CALL(step, links, step, begin, end);
}
void residual(const IncomingLinks& links, const RankResidual& residual, std::size_t begin, std::size_t end) {
  ARIL_WIDE_CALL(residual, links, residual, begin, end);
}

}  // namespace aril::wide
#endif  // HWY_ONCE
