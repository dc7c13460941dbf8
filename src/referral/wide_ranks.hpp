// One step of an iteration on ranks for sixteen seeds side by side: vertex v's values stand at [v * rank_lanes, (v + 1) * rank_lanes).
#pragma once

#include <cstddef>
#include <cstdint>

namespace aril::wide {

inline constexpr std::size_t rank_lanes = 16;

// Who leads to each row, and `damping` over the number of links out of it (over 1 where there are none).
struct IncomingLinks {
  const std::uint64_t* offsets = nullptr;
  const std::uint32_t* columns = nullptr;
  std::uint64_t count = 0;  // of columns
  const float* shares = nullptr;
};

// previous += omega x (share x (sum of current over who leads to the row) + right - previous).
// right: from row `begin` on; nullptr: 0.
struct RankStep {
  const float* current = nullptr;
  const float* right = nullptr;
  float* previous = nullptr;
  float omega = 1;
};
void step(const IncomingLinks& links, const RankStep& step, std::size_t begin, std::size_t end);

// In double: left = right - solution + shares x (sum of solution over who leads to the row). total += solution; next_right = left, rounded;
// norms[lane] += scale x |left| over the rows.
struct RankResidual {
  const float* solution = nullptr;
  const float* right = nullptr;    // from row `begin` on; nullptr: 0
  const double* shares = nullptr;  // damping / scale
  const double* scales = nullptr;
  double* total = nullptr;
  float* next_right = nullptr;  // may be where `right` of the same row is
  double* norms = nullptr;
};
void residual(const IncomingLinks& links, const RankResidual& residual, std::size_t begin, std::size_t end);

}  // namespace aril::wide
