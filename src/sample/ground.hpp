// The district's ground: areas, unit grids with their coordinates, modes, and the few journeys that coordinates alone would get wrong.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aril/market/market_builder.hpp"
#include "aril/sample/district.hpp"
#include "random.hpp"

namespace aril::sample {

struct Grid {
  std::string id;
  std::uint32_t township = 0;  // over all districts
  std::uint32_t community = 0;
  std::int32_t latitude = 0;   // millionths of a degree
  std::int32_t longitude = 0;
  bool is_surveyed = true;     // else its coordinates are missing
};

struct Ground {
  std::vector<Grid> grids;  // those of a community side by side, communities of a township side by side
  std::vector<std::uint32_t> first_grid_of_township;  // one more than there are townships
  Weights homes;            // over grids
  Weights workplaces;       // over grids

  // Any grid of the township.
  [[nodiscard]] std::uint32_t grid_in(std::uint32_t township, Random& random) const noexcept {
    const std::uint32_t first = first_grid_of_township[township];
    return first + random.below(first_grid_of_township[township + 1] - first);
  }
};

[[nodiscard]] Ground make_ground(const DistrictOptions& options);
void add_ground(MarketBuilder& builder, const DistrictOptions& options, const Ground& ground);

}  // namespace aril::sample
