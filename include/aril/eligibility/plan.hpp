// The standard rules compiled for one market, policy and date: which postings a resident may be shown, as a bitmap, without asking pair by pair.
// Postings with equal inputs to a rule form a class, residents too; a rule answers once for a pair of classes.
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
  // Cost: residents x log + (classes of residents) x (classes of postings) a rule. Pre: `rules` outlives the plan.
  EligibilityPlan(const StandardRules& rules, const RuleSettings& settings, std::size_t threads);
  ~EligibilityPlan();
  EligibilityPlan(EligibilityPlan&&) noexcept;
  EligibilityPlan& operator=(EligibilityPlan&&) noexcept;

  // What a worker keeps between residents. One a thread.
  struct Scratch {
    std::vector<std::uint8_t> key_answers;  // for each distinct must-have an Answer, or "not touched"
    std::vector<std::uint32_t> touched_keys;
    std::vector<std::uint32_t> musts_left;  // by posting
    std::vector<std::uint32_t> touched_postings;
    Bitmap musts_met;
    struct TravelKey {
      GridRow home = GridRow::none();
      ModeRow mode = ModeRow::none();
      std::int32_t limit = -2;  // no resident's
      bool operator==(const TravelKey&) const = default;
    };
    TravelKey travel_key;  // whom `travel` was made for
    Bitmap travel;
    std::vector<std::uint8_t> admitted_places;
  };
  [[nodiscard]] Scratch make_scratch() const;

  // The postings that this resident is eligible for under the rules that are on. Shape: one bit a posting.
  // Cost: a few bitmaps and-ed; must-haves only for what is left. Residents of one home grid in a row share the travel bitmap.
  void eligible(ResidentRow resident, Scratch& scratch, Bitmap& out) const;

  // For a pair that is eligible: bit i says that rule i is not known and that the policy asks.
  [[nodiscard]] std::uint32_t questions(ResidentRow resident, PostingRow posting) const noexcept;

  // Eligibility of one pair, from the classes. Cost: some tens of nanoseconds.
  [[nodiscard]] bool is_eligible(ResidentRow resident, PostingRow posting) const noexcept;

 private:
  struct Compiled;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aril
