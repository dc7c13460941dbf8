// A market's rows back in the user's own words: building a market from them gives the same market.
#pragma once

#include <cstddef>
#include <vector>

#include "aril/market/market.hpp"
#include "aril/market/records.hpp"

namespace aril {

// Pre: row < the table's size.
[[nodiscard]] ModeRecord mode_record(const Market& market, std::size_t row);
[[nodiscard]] AreaRecord area_record(const Market& market, std::size_t row);
[[nodiscard]] GridRecord grid_record(const Market& market, std::size_t row);
[[nodiscard]] SkillRecord skill_record(const Market& market, std::size_t row);
[[nodiscard]] OccupationRecord occupation_record(const Market& market, std::size_t row);
[[nodiscard]] EmployerRecord employer_record(const Market& market, std::size_t row);
[[nodiscard]] ResidentRecord resident_record(const Market& market, std::size_t row);
[[nodiscard]] PostingRecord posting_record(const Market& market, std::size_t row);
// The travel cells that coordinates and speeds alone would not give.
[[nodiscard]] std::vector<TravelRecord> travel_records(const Market& market);

}  // namespace aril
