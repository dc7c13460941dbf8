// A cell of a travel table: 0..253 minutes, 254 not known, 255 out of reach.
#pragma once

#include <cstdint>

namespace aril {

using TravelCell = std::uint8_t;
inline constexpr TravelCell max_minutes = 253;
inline constexpr TravelCell minutes_unknown = 254;
inline constexpr TravelCell out_of_reach = 255;

}  // namespace aril
