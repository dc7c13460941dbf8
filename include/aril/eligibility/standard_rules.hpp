// The seventeen standard rules for one pair at a time: what explanations, near misses and single look-ups use. Meaning: docs/definitions.md, "Rules".
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/ragged.hpp"
#include "aril/eligibility/rule.hpp"
#include "aril/market/market.hpp"
#include "aril/market/requirement.hpp"
#include "aril/units/date.hpp"
#include "aril/units/minutes.hpp"

namespace aril {

class StandardRules {
 public:
  StandardRules(Market market, Date as_of);

  // Cost: mostly some nanoseconds; lists are walked.
  [[nodiscard]] Answer answer(RuleCode code, ResidentRow resident, PostingRow posting) const noexcept;

  // One must-have against one resident. Skills not stated: unknown.
  [[nodiscard]] Answer answer_skill(ResidentRow resident, HeldSkill asked) const noexcept;
  // Each of these credentials asked. Credentials not stated: unknown.
  [[nodiscard]] Answer credentials(ResidentRow resident, std::span<const CredentialRow> asked) const noexcept;
  // One language asked. Languages not stated: unknown.
  [[nodiscard]] Answer answer_language(ResidentRow resident, HeldLanguage asked) const noexcept;
  // The skill itself and those one or two steps broader: what a holder of it counts for. Rising rows.
  [[nodiscard]] std::span<const SkillRow> counts_for(SkillRow held) const noexcept { return counts_for_[held.index()]; }

  [[nodiscard]] const Market& market() const noexcept { return market_; }
  [[nodiscard]] Date as_of() const noexcept { return as_of_; }
  // Hours asked as stated, else those of the posting's mask; -1 where neither is stated.
  [[nodiscard]] int hours_asked(PostingRow posting) const noexcept;
  // The latest start; of a training slot its start date.
  [[nodiscard]] Date latest_start(PostingRow posting) const noexcept;
  // 0..253 minutes, unknown or out of reach, to where travel is measured. Pre: the posting travels.
  [[nodiscard]] TravelCell minutes(ResidentRow resident, PostingRow posting) const noexcept;

 private:
  [[nodiscard]] Answer open(PostingRow posting) const noexcept;
  [[nodiscard]] Answer must_skill(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer language(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer week(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer travel(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer pay(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer need(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer age(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer start(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer blocked(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer prerequisite(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer fee(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] Answer daily_units(ResidentRow resident, PostingRow posting) const noexcept;

  Market market_;
  Date as_of_;
  Ragged<SkillRow> counts_for_;
};

}  // namespace aril
