// The one seam behind which speed happens: all eligible postings of a resident with their scores, by position in the plan's order.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/bitmap.hpp"
#include "aril/eligibility/plan.hpp"
#include "aril/eligibility/rule.hpp"
#include "aril/score/terms.hpp"

namespace aril {

// An own rule as the policy has set it.
struct OwnRule {
  AnyRule rule;
  RuleSetting setting;
};

class Kernel {
 public:
  // Pre: everything outlives the kernel; the terms are numbered by the plan's order.
  Kernel(const EligibilityPlan& plan, const Terms& terms, std::span<const OwnRule> own_rules)
      : plan_(plan), terms_(terms), own_rules_(own_rules) {}

  // What a thread keeps between residents.
  struct Worker {
    EligibilityPlan::Scratch rules;
    Terms::ScratchHandle terms;
    Bitmap eligible;
    std::size_t count = 0;
    std::vector<std::uint32_t> positions;  // `count` of them, rising, once they are listed
    std::vector<std::uint32_t> scores;
    std::vector<std::uint32_t> other_scores;
    // Of those that may still make the list.
    std::vector<std::uint32_t> numbers;
    std::vector<std::uint32_t> few_positions;
    std::vector<std::uint32_t> few_scores;
    std::vector<std::uint32_t> kept_positions;
    std::vector<std::uint32_t> previous;  // positions of the best of the resident before: many are among this one's best
    std::vector<PostingRow> rows;
    std::vector<Answer> answers;
  };
  [[nodiscard]] Worker make_worker() const;

  // Asks memory for what the next residents need, and says who shares a home. Pre: not empty; the first is the one to be ranked now.
  void expect(std::span<const ResidentRow> residents, Worker& worker) const noexcept;
  // Fills worker.eligible with what the standard rules admit.
  void find_eligible(ResidentRow resident, Worker& worker) const { plan_.eligible(resident, worker.rules, worker.eligible); }
  // Asks own rules about worker.eligible, in blocks, and counts what is left.
  void count_eligible(ResidentRow resident, Worker& worker) const;
  // Fills worker.positions from worker.eligible.
  void list_eligible(Worker& worker) const;
  // Prepares the terms for this resident: once, before scores are asked for.
  void prepare(ResidentRow resident, Worker& worker) const { terms_.prepare(resident, *worker.terms); }
  // scores[i] = the sum of weight x value for worker.positions[i].
  void score(std::span<const WeightedTerm> weights, Worker& worker, std::vector<std::uint32_t>& scores) const {
    terms_.score_early(weights, *worker.terms, worker.positions.data(), worker.count, scores.data());
    terms_.add_late(weights, *worker.terms, worker.positions.data(), worker.count, scores.data());
  }
  [[nodiscard]] const Terms& terms() const noexcept { return terms_; }
  [[nodiscard]] const EligibilityPlan& plan() const noexcept { return plan_; }

 private:
  void ask_own_rule(const OwnRule& own, ResidentRow resident, Worker& worker) const;

  const EligibilityPlan& plan_;
  const Terms& terms_;
  std::span<const OwnRule> own_rules_;
};

}  // namespace aril
