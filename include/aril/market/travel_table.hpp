// Minutes between grids by one mode. What lies out of reach takes no room where it is most of a row.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "aril/core/row.hpp"
#include "aril/units/minutes.hpp"

namespace aril {

// A row is kept as what differs from a usual row, or as a whole, whichever is smaller: nobody sees which.
class TravelTable {
 public:
  TravelTable() = default;
  // usual: the row of a grid from which nothing is within reach. Shape: one cell a grid.
  explicit TravelTable(std::vector<TravelCell> usual) : usual_(std::move(usual)), rows_(usual_.size()) {}

  // Shape: one cell a grid. Threads: different rows may be set at once.
  void set_row(GridRow from, std::span<const TravelCell> cells);

  [[nodiscard]] TravelCell minutes(GridRow from, GridRow to) const noexcept;
  // Shape: one cell a grid.
  void copy_row(GridRow from, std::span<TravelCell> cells) const noexcept;

  [[nodiscard]] std::size_t grids() const noexcept { return usual_.size(); }
  // What the rows take.
  [[nodiscard]] std::size_t bytes() const noexcept;

  bool operator==(const TravelTable&) const = default;

 private:
  enum class Rest : std::uint8_t { usual, unknown, none };  // what the cells that are not listed are; none: all are there
  struct Row {
    std::vector<std::uint32_t> grids;  // rising; empty where all are there
    std::vector<TravelCell> cells;
    Rest rest = Rest::usual;
    bool operator==(const Row&) const = default;
  };
  std::vector<TravelCell> usual_;
  std::vector<Row> rows_;
};

}  // namespace aril
