// The one seam behind which speed happens: all eligible postings of a resident with their scores.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "aril/core/bitmap.hpp"
#include "aril/eligibility/plan.hpp"
#include "aril/eligibility/rule.hpp"
#include "aril/rank/score.hpp"
#include "aril/score/terms.hpp"

namespace aril {

struct WeightedTerm {
  std::size_t term = 0;  // a number of Terms
  std::uint32_t weight = 0;
};

// An own rule as the policy has set it.
struct OwnRule {
  AnyRule rule;
  RuleSetting setting;
};

class Kernel {
 public:
  // Pre: everything outlives the kernel.
  Kernel(const EligibilityPlan& plan, const Terms& terms, std::span<const OwnRule> own_rules)
      : plan_(plan), terms_(terms), own_rules_(own_rules) {}

  // What a thread keeps between residents.
  struct Worker {
    EligibilityPlan::Scratch rules;
    Terms::ScratchHandle terms;
    Bitmap eligible;
    std::vector<PostingRow> postings;
    std::vector<std::uint32_t> scores;
    std::vector<std::uint32_t> other_scores;
    std::vector<TermValue> values;
    std::vector<Answer> answers;
  };
  [[nodiscard]] Worker make_worker() const { return {plan_.make_scratch(), terms_.make_scratch(), {}, {}, {}, {}, {}, {}}; }

  // Fills worker.eligible with what the rules admit.
  void find_eligible(ResidentRow resident, Worker& worker) const;
  // Fills worker.postings from worker.eligible, rising. Own rules are asked here, in blocks.
  void list_eligible(ResidentRow resident, Worker& worker) const;
  // Prepares the terms for this resident: once, before scores are asked for.
  void prepare(ResidentRow resident, Worker& worker) const { terms_.prepare(resident, *worker.terms); }
  // scores[i] = the sum of weight x value for worker.postings[i].
  void score(std::span<const WeightedTerm> weights, Worker& worker, std::vector<std::uint32_t>& scores) const;

 private:
  const EligibilityPlan& plan_;
  const Terms& terms_;
  std::span<const OwnRule> own_rules_;
};

}  // namespace aril
