#include "aril/market/places.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

#include "aril/core/parallel.hpp"
#include "columns.hpp"

namespace aril {
namespace {

constexpr double earth_radius_m = 6'371'008.8;

// What is asked of each grid thousands of times is kept beside its coordinates.
struct Point {
  double latitude = 0;  // radians
  double longitude = 0;
  double cosine = 0;                  // of the latitude
  std::array<double, 3> direction{};  // from the middle of the earth
};

Point point_of(const Coordinates& coordinates) noexcept {
  constexpr double radians = std::numbers::pi / 180.0;
  const double latitude = coordinates.latitude * radians;
  const double longitude = coordinates.longitude * radians;
  const double cosine = std::cos(latitude);
  return {latitude, longitude, cosine, {cosine * std::cos(longitude), cosine * std::sin(longitude), std::sin(latitude)}};
}

// The square of the straight line through the earth, which is no longer than the way over it. Radii.
double straight_squared(const Point& from, const Point& to) noexcept {
  double sum = 0;
  for (std::size_t i = 0; i < 3; ++i) sum += (from.direction[i] - to.direction[i]) * (from.direction[i] - to.direction[i]);
  return sum;
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

struct StatedCell {
  std::uint32_t from = 0;
  std::uint32_t mode = 0;
  std::uint32_t to = 0;
  TravelCell minutes = minutes_unknown;
  auto operator<=>(const StatedCell&) const = default;
};

std::vector<StatedCell> stated_cells(const MarketBuilder::State& state) {
  std::vector<StatedCell> cells;
  state.travel.for_each_kept([&](const TravelRecord& record) {
    cells.push_back(
        {state.grids.row(record.from), state.modes.row(record.mode), state.grids.row(record.to), static_cast<TravelCell>(record.minutes)});
  });
  std::sort(cells.begin(), cells.end());
  return cells;
}

// Makes the rows of travel, all modes of a grid at once: what is stated, then what coordinates say where nothing is known.
class TravelRows {
 public:
  TravelRows(const Places& places, std::vector<StatedCell> stated, TravelCell radius)
      : places_(places), stated_(std::move(stated)), radius_(radius), points_(places.grid_ids.size()) {
    for (std::size_t grid = 0; grid < points_.size(); ++grid) {
      if (places.grid_coordinates[grid]) points_[grid] = point_of(*places.grid_coordinates[grid]);
    }
    const std::vector<std::int64_t>& speeds = places.mode_metres_per_minute;
    const std::int64_t fastest = speeds.empty() ? 0 : *std::max_element(speeds.begin(), speeds.end());
    // A metre more than the farthest that any mode goes, for the sake of rounding.
    const double farthest = (static_cast<double>(fastest * radius) + 1.0) / earth_radius_m;
    farthest_squared_ = farthest * farthest;
  }

  // What a mode says of each grid from one that has coordinates and nothing within reach.
  [[nodiscard]] std::vector<TravelCell> usual(std::size_t mode) const {
    std::vector<TravelCell> cells(points_.size(), minutes_unknown);
    if (places_.mode_metres_per_minute[mode] == 0) return cells;
    for (std::size_t to = 0; to < cells.size(); ++to) {
      if (points_[to]) cells[to] = out_of_reach;
    }
    return cells;
  }

  // rows: one a mode.
  void make(std::size_t from, std::vector<std::vector<TravelCell>>& rows) const {
    for (auto& row : rows) std::fill(row.begin(), row.end(), minutes_unknown);
    auto stated = std::lower_bound(stated_.begin(), stated_.end(), StatedCell{static_cast<std::uint32_t>(from), 0, 0, 0});
    for (; stated != stated_.end() && stated->from == from; ++stated) rows[stated->mode][stated->to] = stated->minutes;
    if (points_[from]) fill(from, rows);
    for (auto& row : rows) {
      for (TravelCell& cell : row) cell = cell > radius_ && cell != minutes_unknown ? out_of_reach : cell;
    }
  }

 private:
  void fill(std::size_t from, std::vector<std::vector<TravelCell>>& rows) const {
    for (std::size_t to = 0; to < points_.size(); ++to) {
      if (!points_[to]) continue;
      const bool is_far = straight_squared(*points_[from], *points_[to]) > farthest_squared_;
      const std::int64_t distance = is_far ? 0 : millimetres(*points_[from], *points_[to]);
      for (std::size_t mode = 0; mode < rows.size(); ++mode) {
        const std::int64_t speed = places_.mode_metres_per_minute[mode];
        TravelCell& cell = rows[mode][to];
        if (cell == minutes_unknown && speed != 0) cell = is_far ? out_of_reach : minutes_for(distance, speed);
      }
    }
  }

  const Places& places_;
  std::vector<StatedCell> stated_;
  TravelCell radius_;
  std::vector<std::optional<Point>> points_;
  double farthest_squared_ = 0;
};

void make_travel(Places& places, const TravelRows& travel) {
  const std::size_t grids = places.grid_ids.size();
  const std::size_t modes = places.mode_ids.size();
  for (std::size_t mode = 0; mode < modes; ++mode) places.travel.emplace_back(travel.usual(mode));
  for_each_block(grids, {.threads = 0, .block_size = 16}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
    std::vector<std::vector<TravelCell>> rows(modes, std::vector<TravelCell>(grids));
    for (std::size_t from = begin; from < end; ++from) {
      travel.make(from, rows);
      for (std::size_t mode = 0; mode < modes; ++mode) places.travel[mode].set_row(GridRow(from), rows[mode]);
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

  const auto radius = static_cast<TravelCell>(state.settings.travel_radius.value_or(max_minutes));
  make_travel(places, TravelRows(places, stated_cells(state), radius));
  return places;
}

}  // namespace aril
