#include "aril/market/places.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "aril/core/parallel.hpp"
#include "columns.hpp"

namespace aril {
namespace {

constexpr double earth_radius_m = 6'371'008.8;

// An angle's cosine is kept beside it: a full table asks for each grid's thousands of times.
struct Point {
  double latitude = 0;  // radians
  double longitude = 0;
  double cosine = 0;
};

Point point_of(const Coordinates& coordinates) noexcept {
  constexpr double radians = std::numbers::pi / 180.0;
  const double latitude = coordinates.latitude * radians;
  return {latitude, coordinates.longitude * radians, std::cos(latitude)};
}

std::int64_t millimetres(const Point& from, const Point& to) noexcept {
  const double north = std::sin((to.latitude - from.latitude) / 2);
  const double east = std::sin((to.longitude - from.longitude) / 2);
  const double a = north * north + from.cosine * to.cosine * (east * east);
  const double metres = 2 * earth_radius_m * std::asin(std::min(1.0, std::sqrt(a)));
  return static_cast<std::int64_t>(std::floor(metres * 1000.0 + 0.5));
}

TravelCell minutes_for(std::int64_t distance_mm, std::int64_t metres_per_minute) noexcept {
  const std::int64_t per_minute = 1000 * metres_per_minute;
  const std::int64_t minutes = (distance_mm + per_minute - 1) / per_minute;
  return minutes > max_minutes ? out_of_reach : static_cast<TravelCell>(minutes);
}

// Every cell that is not known is filled where both grids have coordinates and the mode a speed.
void fill_from_coordinates(Places& places) {
  const std::size_t grids = places.grid_ids.size();
  std::vector<std::optional<Point>> points(grids);
  for (std::size_t grid = 0; grid < grids; ++grid) {
    if (places.grid_coordinates[grid]) points[grid] = point_of(*places.grid_coordinates[grid]);
  }
  for_each_block(grids, {.threads = 0, .block_size = 16}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t from = begin; from < end; ++from) {
      if (!points[from]) continue;
      for (std::size_t to = 0; to < grids; ++to) {
        if (!points[to]) continue;
        const std::int64_t distance = millimetres(*points[from], *points[to]);
        for (std::size_t mode = 0; mode < places.travel.size(); ++mode) {
          TravelCell& cell = places.travel[mode][from * grids + to];
          if (cell == minutes_unknown && places.mode_metres_per_minute[mode] != 0)
            cell = minutes_for(distance, places.mode_metres_per_minute[mode]);
        }
      }
    }
  });
}

}  // namespace

AreaRow Places::area_of_kind(AreaRow area, std::string_view kind) const noexcept {
  while (!area.is_none() && area_kinds[area.index()] != kind) area = area_parents[area.index()];
  return area;
}

TravelCell minutes_between(const Coordinates& from, const Coordinates& to, std::int64_t metres_per_minute) noexcept {
  return minutes_for(millimetres(point_of(from), point_of(to)), metres_per_minute);
}

Places make_places(const MarketBuilder::State& state) {
  Places places;
  places.area_ids = ids_of(state.areas);
  places.area_titles = titles_of(state.areas);
  state.areas.for_each_kept([&](const AreaRecord& record) {
    places.area_kinds.push_back(record.kind);
    places.area_parents.push_back(row_or_none<AreaRow>(record.parent, state.areas));
  });
  places.grid_ids = ids_of(state.grids);
  places.grid_titles = titles_of(state.grids);
  state.grids.for_each_kept([&](const GridRecord& record) {
    places.grid_areas.push_back(row_or_none<AreaRow>(record.area, state.areas));
    places.grid_coordinates.push_back(record.latitude ? std::optional(Coordinates{*record.latitude, *record.longitude}) : std::nullopt);
  });
  places.mode_ids = ids_of(state.modes);
  places.mode_titles = titles_of(state.modes);
  state.modes.for_each_kept(
      [&](const ModeRecord& record) { places.mode_metres_per_minute.push_back(record.metres_per_minute.value_or(0)); });

  const std::size_t grids = places.grid_ids.size();
  places.travel.assign(places.mode_ids.size(), std::vector<TravelCell>(grids * grids, minutes_unknown));
  state.travel.for_each_kept([&](const TravelRecord& record) {
    const std::size_t cell = state.grids.row(record.from) * grids + state.grids.row(record.to);
    places.travel[state.modes.row(record.mode)][cell] = static_cast<TravelCell>(record.minutes);
  });
  fill_from_coordinates(places);
  return places;
}

}  // namespace aril
