// What a Ranker has compiled.
#pragma once

#include <array>
#include <vector>

#include "aril/eligibility/plan.hpp"
#include "aril/eligibility/standard_rules.hpp"
#include "aril/rank/ranker.hpp"
#include "aril/score/terms.hpp"
#include "kernel.hpp"
#include "worker_pool.hpp"

namespace aril {

struct Ranker::State {
  Market market;
  Policy policy;
  StandardRules rules;
  std::vector<OwnRule> own_rules;
  EligibilityPlan plan;
  Terms terms;
  Kernel kernel;
  mutable WorkerPool workers;
  // In the order of the policy; those that weigh nothing too, for explanations.
  std::vector<WeightedTerm> resident_weights;
  std::vector<WeightedTerm> employer_weights;
  std::array<Bitmap, kind_count> positions_of_kind;  // as wide as the plan's bitmaps
  // Residents of one home and mode side by side, then those who want the same: they share travel, and often their best. And each one's place in it.
  std::vector<ResidentRow> work_order;
  std::vector<std::uint32_t> place_in_work;

  State(Market market_, Policy policy_, Date as_of, RankerInputs inputs);
  [[nodiscard]] const std::vector<WeightedTerm>& weights(Side side) const noexcept {
    return side == Side::resident ? resident_weights : employer_weights;
  }
  [[nodiscard]] std::vector<RuleAnswer> answers(ResidentRow resident, PostingRow posting) const;
  // Hit::questions of a pair that is eligible. unknowns: the plan's, of this resident.
  [[nodiscard]] std::uint64_t questions(std::span<const EligibilityPlan::Unknowns> unknowns, ResidentRow resident,
                                        PostingRow posting) const;
  // Without what weighs nothing.
  [[nodiscard]] static std::vector<WeightedTerm> weighing(const std::vector<WeightedTerm>& weights);
  void require_rows(ResidentRow resident, PostingRow posting) const;
};

}  // namespace aril
