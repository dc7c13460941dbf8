#include "ground.hpp"

#include <array>
#include <cmath>
#include <set>
#include <string>
#include <utility>

#include "aril/sample/names.hpp"
#include "ids.hpp"
#include "missing.hpp"
#include "words.hpp"

namespace aril::sample {
namespace {

struct Point {
  std::int64_t latitude = 0;  // millionths of a degree
  std::int64_t longitude = 0;
};

// Half the width of the ground over which a township's communities, and a community's grids, are spread. Towns are wider than the city's streets.
struct Spread {
  std::int64_t communities_m;
  std::int64_t grids_m;
};
constexpr std::uint32_t street_population = 30'000;
Spread spread_of(const names::Township& township) {
  return township.population >= street_population ? Spread{3'000, 450} : Spread{6'000, 1'300};
}

// One degree of latitude is 111.2 km, one of longitude here 87.1 km.
Point moved(Point from, std::int64_t half_width_m, Random& random) {
  const std::int64_t north_m = random.bell(-2 * half_width_m, 2 * half_width_m);
  const std::int64_t east_m = random.bell(-2 * half_width_m, 2 * half_width_m);
  return {from.latitude + north_m * 10'000 / 1'112, from.longitude + east_m * 10'000 / 871};
}

Point middle_of(const names::Township& township) { return {std::llround(township.latitude * 1e6), std::llround(township.longitude * 1e6)}; }

std::size_t community_of(std::size_t grid_name) {
  const auto communities = names::communities();
  std::size_t community = 0;
  while (community + 1 < communities.size() && communities[community + 1].first_grid <= grid_name % names::named_grids) ++community;
  return community;
}

// The community's station looks after the halves of two neighbouring communities, so that there are ways to go.
constexpr std::size_t station_community = 48;

std::vector<std::size_t> grid_names_of(Size size) {
  std::vector<std::size_t> numbers;
  const std::size_t grids = counts(size).grids;
  if (size == Size::community) {
    for (const std::size_t community : {station_community, station_community + 1}) {
      for (std::size_t grid = 0; grid < grids / 2; ++grid) numbers.push_back(names::communities()[community].first_grid + grid);
    }
  } else {
    for (std::size_t grid = 0; grid < grids; ++grid) numbers.push_back(grid);  // past the district's 2,024: the same ground, divided finer
  }
  return numbers;
}

constexpr std::size_t district_area = 0;
std::string township_area(std::size_t township) { return area_id(district_area + 1 + township); }
std::string community_area(std::size_t community) { return area_id(district_area + 1 + names::townships().size() + community); }

void add_areas(MarketBuilder& builder, const Ground& ground) {
  std::set<std::size_t> communities;
  for (const Grid& grid : ground.grids) communities.insert(grid.community);
  builder.add(AreaRecord{.id = area_id(district_area), .title = {"Jinfeng District", "金凤区"}, .kind = "district", .parent = {}});
  for (std::size_t township = 0; township < names::townships().size(); ++township) {
    if (ground.of_township[township].empty()) continue;
    builder.add(AreaRecord{.id = township_area(township),
                           .title = titles_of(names::townships()[township].name),
                           .kind = "township",
                           .parent = area_id(district_area)});
  }
  for (const std::size_t community : communities) {
    const names::Community& named = names::communities()[community];
    builder.add(AreaRecord{
        .id = community_area(community), .title = titles_of(named.name), .kind = "community", .parent = township_area(named.township)});
  }
}

// A railway or a canal between two grids: no way on foot or by bicycle, or a long way round. Few, and the same in both directions.
constexpr std::size_t grids_to_one_barrier = 12;
void add_barriers(MarketBuilder& builder, const DistrictOptions& options, const Ground& ground) {
  for (std::size_t from = 0; from + grids_to_one_barrier <= ground.grids.size(); from += grids_to_one_barrier) {
    Random random(options.seed, Stream::travel, from);
    const std::size_t to = random.below(ground.grids.size() / grids_to_one_barrier) * grids_to_one_barrier + grids_to_one_barrier / 2;
    const bool is_closed = random.chance(400);
    const std::int64_t on_foot = is_closed ? 255 : random.between(60, 150);
    for (const auto& [a, b] : {std::pair(from, to), std::pair(to, from)}) {
      builder.add(TravelRecord{"walk", ground.grids[a].id, ground.grids[b].id, on_foot});
      builder.add(TravelRecord{"bicycle", ground.grids[a].id, ground.grids[b].id, is_closed ? 255 : on_foot / 3});
    }
  }
}

}  // namespace

Ground make_ground(const DistrictOptions& options) {
  Ground ground;
  ground.of_township.resize(names::townships().size());
  std::vector<std::uint32_t> homes;
  for (const std::size_t name : grid_names_of(options.size)) {
    const std::size_t community = community_of(name);
    const std::size_t township = names::communities()[community].township;
    const names::Township& in = names::townships()[township];
    Random of_community(options.seed, Stream::communities, community);
    Random random(options.seed, Stream::grids, name);
    const Point middle = moved(middle_of(in), spread_of(in).communities_m, of_community);
    const Point at = moved(middle, spread_of(in).grids_m, random);
    const auto row = static_cast<std::uint32_t>(ground.grids.size());
    ground.grids.push_back({grid_id(row), name, static_cast<std::uint32_t>(township), static_cast<std::uint32_t>(community), at.latitude,
                            at.longitude, !random.chance(missing::coordinates)});
    ground.of_township[township].push_back(row);
    homes.push_back(static_cast<std::uint32_t>(random.between(500, 1500)));
  }
  for (std::size_t row = 0; row < homes.size(); ++row) {  // a township's people live spread over its grids
    const std::size_t township = ground.grids[row].township;
    homes[row] = static_cast<std::uint32_t>(std::uint64_t{homes[row]} * names::townships()[township].population / 100 /
                                            ground.of_township[township].size());
  }
  ground.homes = Weights(homes);
  return ground;
}

void add_ground(MarketBuilder& builder, const DistrictOptions& options, const Ground& ground) {
  for (const ModePlan& mode : modes) builder.add(ModeRecord{std::string(mode.id), titles_of(mode.name), mode.metres_per_minute});
  add_areas(builder, ground);
  for (const Grid& grid : ground.grids) {
    GridRecord record{.id = grid.id,
                      .title = titles_of(names::grid_name(grid.name)),
                      .area = community_area(grid.community),
                      .latitude = {},
                      .longitude = {}};
    if (grid.is_surveyed) {
      // One division of whole numbers: the nearest double, on every machine.
      record.latitude = static_cast<double>(grid.latitude) / 1e6;
      record.longitude = static_cast<double>(grid.longitude) / 1e6;
    }
    builder.add(std::move(record));
  }
  add_barriers(builder, options, ground);
}

}  // namespace aril::sample
