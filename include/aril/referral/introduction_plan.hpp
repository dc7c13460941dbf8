// Who is introduced through whom when nobody is asked too often: at most one chain a person, no introducer named more than n times.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aril/referral/introductions.hpp"

namespace aril {

struct PlanOptions {
  std::size_t most_namings = 3;  // of one introducer in the whole plan
  std::size_t rounds = 200;      // of improving the bound; more rounds, smaller gap
};

struct PlannedIntroduction {
  std::size_t pair = 0;  // of the lists
  std::size_t rank = 0;  // of the pair's chains
  bool operator==(const PlannedIntroduction&) const = default;
};

struct IntroductionPlan {
  std::vector<PlannedIntroduction> introductions;  // at most one a person, in the order of pairs
  std::uint64_t worth = 0;                         // the sum of the chains' strengths
  std::uint64_t bound = 0;                         // no plan within the same limit is worth more
};

// Chooses among the chains of the lists; a person's pairs may be several. Where chains have one introducer each the plan is near the best; chains of two or
// more make it a packing problem for which no fast exact method is known. The bound is exact arithmetic either way, and equal to the worth where the plan is
// surely the best.
// Two differences: bound - worth is the solver's gap, what a better search could still gain within the limit, at most. What the limit itself costs is another
// figure: the worth without it, plan_introductions(lists, {.most_namings = lists.size()}).worth, where everyone has their best chain, less this worth.
// Order: the same lists give the same plan; ties to the earlier pair, then to the better chain.
// Cost: rounds x chains.
// Source: Lagrangian relaxation of the namings (a price on every introducer), prices by subgradient steps in integers.
[[nodiscard]] IntroductionPlan plan_introductions(const IntroductionLists& lists, const PlanOptions& options = {});

}  // namespace aril
