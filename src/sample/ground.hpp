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
  std::size_t name = 0;  // number in names::grid_name
  std::uint32_t township = 0;
  std::uint32_t community = 0;
  std::int64_t latitude = 0;  // millionths of a degree
  std::int64_t longitude = 0;
  bool is_surveyed = true;  // else its coordinates are missing
};

struct Ground {
  std::vector<Grid> grids;
  std::vector<std::vector<std::uint32_t>> of_township;  // empty for a township that this size leaves out
  Weights homes;                                        // over grids, by how many live there
};

[[nodiscard]] Ground make_ground(const DistrictOptions& options);
void add_ground(MarketBuilder& builder, const DistrictOptions& options, const Ground& ground);

}  // namespace aril::sample
