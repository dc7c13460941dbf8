// How many neighbours the ends of a link have in common, where both ends have few links: whole rows in registers, held against each other.
#pragma once

#include <cstddef>
#include <cstdint>

#include "aril/core/compressed_rows.hpp"

namespace aril::wide {

// Ends with more are not looked at: comparing all with all would cost too much. Depends on cpu_level(); 0 at the lowest.
[[nodiscard]] std::size_t few_links() noexcept;

// For each link from a row of [begin, end) to a lower one, where neither has more than few_links(): the count, in both directions.
// Shapes: counts has one a column. Pre: `simple` is, as proximity.hpp says.
void count_common(RowsView simple, std::size_t begin, std::size_t end, std::uint32_t* counts) noexcept;

}  // namespace aril::wide
