#include "walk.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "aril/core/error.hpp"

namespace aril {

Walk walk_of(RowsView links) {
  Walk walk;
  walk.symmetric = links.is_symmetric();
  if (!walk.symmetric) walk.transposed = transposed(links);
  walk.incoming = walk.symmetric ? links : walk.transposed.view();
  walk.scales.resize(links.size());
  for (std::size_t row = 0; row < links.size(); ++row) walk.scales[row] = static_cast<double>(std::max<std::size_t>(1, links.degree(row)));
  return walk;
}

double rate_of(double damping, bool symmetric) { return symmetric ? damping / (1 + std::sqrt(1 - damping * damping)) : damping; }

std::size_t steps_to(double share, double rate) {
  if (share >= 1 || rate <= 0) return 1;
  return 1 + static_cast<std::size_t>(std::ceil(std::log(share) / std::log(rate)));
}

void check_seeds(std::span<const std::uint32_t> seeds, std::size_t vertex_count) {
  for (const std::uint32_t seed : seeds) {
    if (seed >= vertex_count)
      throw Error(ErrorCode::out_of_range, {"", 0, 0, "seeds"}, "vertices below " + std::to_string(vertex_count), std::to_string(seed));
  }
}

void check_damping(double damping) {
  if (!(damping >= 0 && damping <= 0.999))
    throw Error(ErrorCode::invalid_option, {"", 0, 0, "damping"}, "0..0.999", std::to_string(damping));
}

}  // namespace aril
