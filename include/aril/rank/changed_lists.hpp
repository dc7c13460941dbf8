// A list of yesterday against today: the lists of a market that has changed, ranking again only those residents whom the change can reach, and what
// became of each list. The lists are those of Ranker::rank, to the byte.
//
//   const auto changed = today.changed_lists(yesterday, lists_of_yesterday, {.k = 20});
//   for (std::size_t i = 0; i < changed.residents.size(); ++i)
//     for (const aril::HitChange& change : changed.at(i))
//       if (change.entered()) std::cout << today.market().id(changed.residents[i]) << ": " << today.market().title(change.after) << "\n";
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/row.hpp"
#include "aril/rank/ranked_lists.hpp"
#include "aril/rank/ranker.hpp"

namespace aril {

// What became of one posting in one list. Yesterday's rows and today's differ where ids were added or taken away.
struct HitChange {
  static constexpr std::uint32_t not_listed = 0xffffffffU;

  PostingRow before = PostingRow::none();   // yesterday's row; none: there was no such posting
  PostingRow after = PostingRow::none();    // today's row; none: there is no such posting any more
  std::uint32_t place_before = not_listed;  // from 0
  std::uint32_t place_after = not_listed;
  Score score_before;  // of those that were listed, are listed; else 0
  Score score_after;

  [[nodiscard]] bool entered() const noexcept { return place_before == not_listed; }
  [[nodiscard]] bool left() const noexcept { return place_after == not_listed; }
  [[nodiscard]] bool moved() const noexcept { return !entered() && !left(); }  // another place, another score, or other questions
  bool operator==(const HitChange&) const = default;
};

// How much of yesterday's could be kept.
struct ChangeCounters {
  std::uint64_t changed_residents = 0;  // new, with another row, or with other travel, strengths or vectors
  std::uint64_t changed_postings = 0;   // new, gone, or with another row, another freshness, another vector
  std::uint64_t ranked_again = 0;       // residents
  bool everyone = false;                // the change can reach everyone (see Ranker::changed_lists), so nothing was kept
};

struct ChangedLists {
  RankedLists<ResidentRow> lists;  // today's, of all that were asked for
  // Whose list is another one, by today's rows and in the order of the lists. Who has no list of yesterday has entered with all postings.
  std::vector<ResidentRow> residents;
  // Shape: one more than residents; the i-th one's changes stand at [offsets[i], offsets[i + 1]).
  // Order: what is listed, by place; then what left, by its place of yesterday. What is as it was does not stand here.
  std::vector<std::uint64_t> offsets{0};
  std::vector<HitChange> changes;
  std::vector<ResidentRow> gone;  // yesterday's rows of those who had a list and are no longer there
  ChangeCounters counters;

  [[nodiscard]] std::span<const HitChange> at(std::size_t i) const noexcept {
    return {changes.data() + offsets[i], static_cast<std::size_t>(offsets[i + 1] - offsets[i])};
  }
};

}  // namespace aril
