// The standard rules compiled for one market, policy and date: which postings a resident may be shown, as a bitmap, without asking pair by pair.
// Postings with equal inputs to a rule form a class, residents too; a rule answers once for a pair of classes.
//
// Bitmaps number postings by their position in the plan's own order, in which postings that ask the same must-haves stand together and those
// that are closed or full come last.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "aril/core/bitmap.hpp"
#include "aril/eligibility/standard_rules.hpp"

namespace aril {

class EligibilityPlan {
 public:
  // Cost: residents + (classes of residents) x postings a rule. Pre: `rules` outlives the plan.
  EligibilityPlan(const StandardRules& rules, const RuleSettings& settings, std::size_t threads);
  ~EligibilityPlan();
  EligibilityPlan(EligibilityPlan&&) noexcept;
  EligibilityPlan& operator=(EligibilityPlan&&) noexcept;

  // Shape: one posting a position. Order: open with seats first; among these training slots last.
  [[nodiscard]] std::span<const PostingRow> order() const noexcept;
  // Shape: one position a posting.
  [[nodiscard]] std::span<const std::uint32_t> positions() const noexcept;
  // Bits of a bitmap: the positions of postings that are open and have seats, rounded up to whole chunks of 512.
  [[nodiscard]] std::size_t bitmap_size() const noexcept;

  // What a worker keeps between residents. One a thread.
  struct Scratch {
    std::vector<std::uint8_t> key_answers;  // for each distinct must-have and prerequisite
    std::vector<std::uint32_t> touched_keys;
    std::vector<const std::uint64_t*> bitmaps;
    std::size_t neighbours = 1;      // residents of one home and mode that are to come in a row, as expect() was told
    GridRow home = GridRow::none();  // for whom `cells` was made
    ModeRow mode = ModeRow::none();
    bool cells_are_made = false;
    std::vector<std::uint8_t> cells;  // minutes by place
    bool minutes_are_made = false;
    std::vector<std::uint8_t> minutes;  // by position, of `cells`
    int limit = -1;                     // for which `travel` was made of `minutes`
    std::vector<std::uint64_t> travel;
  };
  [[nodiscard]] Scratch make_scratch() const;

  // Says who is asked for next, in this order. Pre: not empty. Asked in a row, each resident with those that come after.
  void expect(std::span<const ResidentRow> residents, Scratch& scratch) const noexcept;
  // Ask memory for what eligible() will read, while other work goes on: first the resident's row, then what its skills lead to.
  void prefetch_row(ResidentRow resident) const noexcept;
  void prefetch(ResidentRow resident) const noexcept;

  // The postings that this resident is eligible for under the rules that are on. Shape: bitmap_size() bits, by position.
  // Cost: a few bitmaps and-ed where the must-haves are met. Residents of one home and mode in a row share their travel; for few of them
  // it is looked up for what the other rules leave, for many (expect) it is made for all positions at once.
  void eligible(ResidentRow resident, Scratch& scratch, Bitmap& out) const;

  // Where questions may come up for one resident: the positions at which a rule that the policy asks about is not known.
  struct Unknowns {
    const std::uint64_t* positions = nullptr;
    std::uint32_t bit = 0;  // of the rule
  };
  void find_unknowns(ResidentRow resident, std::vector<Unknowns>& unknowns) const;
  // For a pair that is eligible: bit i says that rule i is not known and that the policy asks. unknowns: the resident's.
  [[nodiscard]] std::uint32_t questions(std::span<const Unknowns> unknowns, ResidentRow resident, PostingRow posting) const noexcept;

  // Eligibility of one pair, from the classes. Cost: some tens of nanoseconds.
  [[nodiscard]] bool is_eligible(ResidentRow resident, PostingRow posting) const noexcept;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aril
