#include "aril/market/travel_table.hpp"

#include <algorithm>

namespace aril {
namespace {

constexpr std::size_t bytes_of_entry = sizeof(std::uint32_t) + sizeof(TravelCell);

}  // namespace

void TravelTable::set_row(GridRow from, std::span<const TravelCell> cells) {
  std::size_t unusual = 0;
  std::size_t known = 0;
  for (std::size_t to = 0; to < cells.size(); ++to) {
    unusual += cells[to] != usual_[to] ? 1U : 0U;
    known += cells[to] != minutes_unknown ? 1U : 0U;
  }
  Row row;
  row.rest = known < unusual ? Rest::unknown : Rest::usual;
  const std::size_t listed = std::min(known, unusual);
  if (listed * bytes_of_entry >= cells.size()) {
    row.rest = Rest::none;
    row.cells.assign(cells.begin(), cells.end());
  } else {
    row.grids.reserve(listed);
    row.cells.reserve(listed);
    for (std::size_t to = 0; to < cells.size(); ++to) {
      if (cells[to] == (row.rest == Rest::unknown ? minutes_unknown : usual_[to])) continue;
      row.grids.push_back(static_cast<std::uint32_t>(to));
      row.cells.push_back(cells[to]);
    }
  }
  rows_[from.index()] = std::move(row);
}

TravelCell TravelTable::minutes(GridRow from, GridRow to) const noexcept {
  const Row& row = rows_[from.index()];
  if (row.rest == Rest::none) return row.cells[to.index()];
  const auto place = std::lower_bound(row.grids.begin(), row.grids.end(), to.value);
  if (place != row.grids.end() && *place == to.value) return row.cells[static_cast<std::size_t>(place - row.grids.begin())];
  return row.rest == Rest::unknown ? minutes_unknown : usual_[to.index()];
}

void TravelTable::copy_row(GridRow from, std::span<TravelCell> cells) const noexcept {
  const Row& row = rows_[from.index()];
  switch (row.rest) {
    case Rest::none: std::copy(row.cells.begin(), row.cells.end(), cells.begin()); return;
    case Rest::usual: std::copy(usual_.begin(), usual_.end(), cells.begin()); break;
    case Rest::unknown: std::fill(cells.begin(), cells.end(), minutes_unknown); break;
  }
  for (std::size_t i = 0; i < row.grids.size(); ++i) cells[row.grids[i]] = row.cells[i];
}

std::size_t TravelTable::bytes() const noexcept {
  std::size_t sum = rows_.size() * sizeof(Row);
  for (const Row& row : rows_) sum += row.grids.size() * sizeof(std::uint32_t) + row.cells.size();
  return sum;
}

}  // namespace aril
