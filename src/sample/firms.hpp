// Who offers work: business districts, the buildings in them, and the employers in those or along the streets.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aril/market/market_builder.hpp"
#include "aril/sample/district.hpp"
#include "catalogue.hpp"
#include "ground.hpp"
#include "random.hpp"

namespace aril::sample {

struct Firm {
  std::string id;
  std::uint32_t field = 0;
  std::uint32_t grid = 0;
  std::uint32_t township = 0;
  std::int64_t pay_percent = 100;  // of what is usual for the occupation
  std::uint32_t building = 0;      // no_building: along a street
};
inline constexpr std::uint32_t no_building = 0xffffffffU;

struct Firms {
  std::vector<Firm> list;
  std::vector<std::uint32_t> building_grids;
  std::vector<std::vector<std::uint32_t>> of_field;
  std::vector<std::vector<std::uint32_t>> of_township;
  Weights by_size;                     // over ranks: few firms have many openings
  std::vector<std::uint32_t> of_rank;  // which firm has the rank

  [[nodiscard]] const Firm& pick_by_size(Random& random) const noexcept { return list[of_rank[by_size.pick(random)]]; }
};

[[nodiscard]] Firms make_firms(const DistrictOptions& options, const Ground& ground, const Catalogue& catalogue);
void add_firms(MarketBuilder& builder, const DistrictOptions& options, const Ground& ground, const Firms& firms);

}  // namespace aril::sample
