// What differs between two rankers, as far as a resident's ranking reads it: rows are compared by id, in the user's words.
#pragma once

#include <cstdint>
#include <vector>

#include "aril/core/row.hpp"
#include "ranker_state.hpp"

namespace aril {

struct MarketChanges {
  bool reach_everyone = false;              // then nothing else is filled but the rows of the other day
  std::vector<PostingRow> posting_after;    // by yesterday's row; none: gone
  std::vector<PostingRow> posting_before;   // by today's row; none: new
  std::vector<ResidentRow> resident_after;  // likewise
  std::vector<ResidentRow> resident_before;
  std::vector<std::uint8_t> resident_changed;  // by today's row; new ones too
  std::vector<PostingRow> lost;                // yesterday's rows: gone, or no longer what they were
  std::vector<PostingRow> gained;              // today's rows: new, or no longer what they were
};

// Cost: a record of each resident and posting of both days; the minutes from all homes to all workplaces.
[[nodiscard]] MarketChanges market_changes(const Ranker::State& before, const Ranker::State& after, std::size_t threads);

}  // namespace aril
