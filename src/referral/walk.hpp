// The links as a walk sees them, and the step lengths of the iteration that fits them. Owns what page_rank's ways of solving share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/compressed_rows.hpp"

namespace aril {

// A vertex's value is its rank divided by its scale, the number of links out of it (1 where there are none): then a step only adds values.
struct Walk {
  CompressedRows transposed;  // empty where the links are the same both ways
  RowsView incoming;          // of `transposed` or of the links given
  bool symmetric = false;
  std::vector<double> scales;
};
[[nodiscard]] Walk walk_of(RowsView links);

// Chebyshev's lengths for a spectrum within [-damping, damping], which links that are the same both ways have; else 1 each time
// (Richardson).
class StepLengths {
 public:
  StepLengths(double damping, bool symmetric) : quarter_(symmetric ? damping * damping / 4 : 0) {}
  double next() noexcept {
    const double length = length_;
    length_ = first_ ? 1 / (1 - 2 * quarter_) : 1 / (1 - quarter_ * length_);
    first_ = false;
    return length;
  }

 private:
  double quarter_;
  double length_ = 1;
  bool first_ = true;
};

// By how much a step shrinks what is wrong, in the long run.
[[nodiscard]] double rate_of(double damping, bool symmetric);
// Steps that shrink it to `share` of what it is.
[[nodiscard]] std::size_t steps_to(double share, double rate);

// Rows a block of every parallel pass. Sums are added up by block, so that they don't depend on threads.
inline constexpr std::size_t walk_block = 1024;
[[nodiscard]] inline std::size_t walk_blocks(std::size_t rows) noexcept { return (rows + walk_block - 1) / walk_block; }

// Errors: Error{out_of_range} for a seed that is no vertex.
void check_seeds(std::span<const std::uint32_t> seeds, std::size_t vertex_count);
// Errors: Error{invalid_option}.
void check_damping(double damping);

}  // namespace aril
