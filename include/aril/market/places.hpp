// Where things are: areas (district > township > community), unit grids, and travel minutes between grids by mode.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/id_table.hpp"
#include "aril/core/row.hpp"
#include "aril/market/concept_table.hpp"
#include "aril/market/travel_table.hpp"
#include "aril/units/minutes.hpp"

namespace aril {

struct Coordinates {
  double latitude = 0;  // degrees
  double longitude = 0;
};

// Shapes: one entry a row, in the order of ids. Travel: one table a mode.
struct Places {
  IdTable area_ids;
  TitleColumns area_titles;
  std::vector<std::string> area_kinds;
  std::vector<AreaRow> area_parents;  // none: a root

  IdTable grid_ids;
  TitleColumns grid_titles;
  std::vector<AreaRow> grid_areas;
  std::vector<std::optional<Coordinates>> grid_coordinates;

  IdTable mode_ids;
  TitleColumns mode_titles;
  std::vector<std::int64_t> mode_metres_per_minute;  // 0: not stated
  std::vector<TravelTable> travel;

  [[nodiscard]] TravelCell minutes(ModeRow mode, GridRow from, GridRow to) const noexcept { return travel[mode.index()].minutes(from, to); }
  // The nearest area at or above `area` of this kind; none where there is none.
  [[nodiscard]] AreaRow area_of_kind(AreaRow area, std::string_view kind) const noexcept;
};

// Minutes by haversine on a sphere of radius 6,371,008.8 m, rounded up; above 253 out of reach. Source: docs/definitions.md.
[[nodiscard]] TravelCell minutes_between(const Coordinates& from, const Coordinates& to, std::int64_t metres_per_minute) noexcept;

}  // namespace aril
