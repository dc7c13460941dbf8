#include "aril/referral/introduction_plan.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace aril {
namespace {

// Prices are in 1/256 of a unit of strength, so that small steps are possible in integers.
using Price = std::int64_t;
constexpr Price price_unit = 256;
constexpr std::uint32_t none = 0xffffffffU;
constexpr std::size_t rounds_a_plan = 8;      // a plan is tried from the prices of every so many rounds
constexpr std::size_t patience = 8;           // rounds without a better bound before steps are halved
constexpr std::int64_t shortest_step = 4096;  // as a divisor

// A chain that may be planned.
struct Choice {
  std::uint32_t person = 0;  // dense
  Strength strength = 0;
  std::uint32_t pair = 0;
  std::uint32_t rank = 0;
  std::uint32_t first = 0;  // its introducers, in Problem::introducers
  std::uint32_t last = 0;
};

// The chains of all pairs, by person; introducers numbered densely.
class PlanProblem {
 public:
  PlanProblem(const IntroductionLists& lists, std::size_t most_namings) : most_namings_(static_cast<std::int64_t>(most_namings)) {
    std::vector<std::uint32_t> pairs(lists.size());
    std::iota(pairs.begin(), pairs.end(), 0U);
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return lists.pair(a).person < lists.pair(b).person; });
    VertexRow person = VertexRow::none();
    for (const std::uint32_t pair : pairs) {
      if (lists.strengths(pair).empty()) continue;
      if (person.is_none() || lists.pair(pair).person != person) {
        person = lists.pair(pair).person;
        person_begins_.push_back(static_cast<std::uint32_t>(choices_.size()));
      }
      for (std::size_t rank = 0; rank < lists.strengths(pair).size(); ++rank) add(lists, pair, rank);
    }
    person_begins_.push_back(static_cast<std::uint32_t>(choices_.size()));
    number_introducers();
  }

  [[nodiscard]] std::size_t person_count() const noexcept { return person_begins_.size() - 1; }
  [[nodiscard]] std::size_t introducer_count() const noexcept { return introducer_count_; }
  [[nodiscard]] std::int64_t most_namings() const noexcept { return most_namings_; }
  [[nodiscard]] const std::vector<Choice>& choices() const noexcept { return choices_; }
  [[nodiscard]] std::uint32_t begin_of(std::size_t person) const noexcept { return person_begins_[person]; }
  [[nodiscard]] std::uint32_t end_of(std::size_t person) const noexcept { return person_begins_[person + 1]; }
  [[nodiscard]] std::span<const std::uint32_t> introducers_of(const Choice& choice) const noexcept {
    return {introducers_.data() + choice.first, choice.last - choice.first};
  }

 private:
  void add(const IntroductionLists& lists, std::uint32_t pair, std::size_t rank) {
    const auto first = static_cast<std::uint32_t>(introducers_.size());
    for (const VertexRow introducer : lists.introducers(pair, rank)) introducers_.push_back(introducer.value);
    choices_.push_back({.person = static_cast<std::uint32_t>(person_begins_.size() - 1),
                        .strength = lists.strengths(pair)[rank],
                        .pair = pair,
                        .rank = static_cast<std::uint32_t>(rank),
                        .first = first,
                        .last = static_cast<std::uint32_t>(introducers_.size())});
  }
  void number_introducers() {
    std::vector<std::uint32_t> known(introducers_);
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    for (std::uint32_t& introducer : introducers_) {
      introducer = static_cast<std::uint32_t>(std::lower_bound(known.begin(), known.end(), introducer) - known.begin());
    }
    introducer_count_ = known.size();
  }

  std::int64_t most_namings_;
  std::vector<std::uint32_t> person_begins_;
  std::vector<Choice> choices_;
  std::vector<std::uint32_t> introducers_;
  std::size_t introducer_count_ = 0;
};

// One chain or none for each person, within the namings.
class Plan {
 public:
  explicit Plan(const PlanProblem& problem)
      : problem_(&problem), chosen_(problem.person_count(), none), namings_(problem.introducer_count(), 0) {}

  [[nodiscard]] std::uint64_t worth() const noexcept { return worth_; }
  [[nodiscard]] std::uint32_t chosen(std::size_t person) const noexcept { return chosen_[person]; }
  [[nodiscard]] bool fits(const Choice& choice) const noexcept {
    const auto introducers = problem_->introducers_of(choice);
    return std::all_of(introducers.begin(), introducers.end(), [&](std::uint32_t i) { return namings_[i] < problem_->most_namings(); });
  }
  void choose(std::uint32_t number) {
    const Choice& choice = problem_->choices()[number];
    chosen_[choice.person] = number;
    worth_ += choice.strength;
    for (const std::uint32_t introducer : problem_->introducers_of(choice)) ++namings_[introducer];
  }
  void drop(std::size_t person) {
    const Choice& choice = problem_->choices()[chosen_[person]];
    chosen_[person] = none;
    worth_ -= choice.strength;
    for (const std::uint32_t introducer : problem_->introducers_of(choice)) --namings_[introducer];
  }
  // Gives everyone the best chain that still fits, until nothing gets better.
  void improve_one_by_one() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t person = 0; person < chosen_.size(); ++person) changed = improve(person) || changed;
    }
  }

 private:
  bool improve(std::size_t person) {
    const std::uint32_t before = chosen_[person];
    if (before != none) drop(person);
    std::uint32_t best = before;
    for (std::uint32_t i = problem_->begin_of(person); i < problem_->end_of(person); ++i) {
      const Strength so_far = best == none ? Strength{0} : problem_->choices()[best].strength;
      if (problem_->choices()[i].strength > so_far && fits(problem_->choices()[i])) best = i;
    }
    if (best != none) choose(best);
    return best != before;
  }

  const PlanProblem* problem_;
  std::vector<std::uint32_t> chosen_;
  std::vector<std::int64_t> namings_;
  std::uint64_t worth_ = 0;
};

// A price on every naming of an introducer. Whatever the prices are, namings x prices and every person's best chain after prices together are at least the worth
// of any plan: that is the bound.
class Prices {
 public:
  explicit Prices(const PlanProblem& problem)
      : problem_(problem), prices_(problem.introducer_count(), 0), excess_(problem.introducer_count(), 0) {}

  [[nodiscard]] Price left_of(const Choice& choice) const noexcept {
    Price left = price_unit * choice.strength;
    for (const std::uint32_t introducer : problem_.introducers_of(choice)) left -= prices_[introducer];
    return left;
  }
  // The bound of these prices; also counts how much too often each introducer would be named.
  [[nodiscard]] Price bound() {
    std::fill(excess_.begin(), excess_.end(), -problem_.most_namings());
    Price total = std::accumulate(prices_.begin(), prices_.end(), Price{0}) * problem_.most_namings();
    for (std::size_t person = 0; person < problem_.person_count(); ++person) {
      Price best = 0;
      std::uint32_t chosen = none;
      for (std::uint32_t i = problem_.begin_of(person); i < problem_.end_of(person); ++i) {
        const Price left = left_of(problem_.choices()[i]);
        if (left <= best) continue;
        best = left;
        chosen = i;
      }
      total += best;
      if (chosen == none) continue;
      for (const std::uint32_t introducer : problem_.introducers_of(problem_.choices()[chosen])) ++excess_[introducer];
    }
    return total;
  }
  // Raises the price of those named too often and lowers that of others. False where no price would change.
  bool step(Price gap, std::int64_t divisor) {
    std::int64_t length = 0;
    for (std::size_t i = 0; i < prices_.size(); ++i) {
      if (excess_[i] > 0 || prices_[i] > 0) length += excess_[i] * excess_[i];
    }
    if (length == 0) return false;
    const Price pace = std::max<Price>(1, gap / divisor / length);
    bool changed = false;
    for (std::size_t i = 0; i < prices_.size(); ++i) {
      const Price price = std::max<Price>(0, prices_[i] + pace * excess_[i]);
      changed = changed || price != prices_[i];
      prices_[i] = price;
    }
    return changed;
  }

 private:
  const PlanProblem& problem_;
  std::vector<Price> prices_;
  std::vector<std::int64_t> excess_;
};

// Chains in the order of what is left of them after prices, taken where they fit.
Plan plan_by(const PlanProblem& problem, const Prices& prices) {
  struct Ranked {
    Price left = 0;
    std::uint32_t choice = 0;
  };
  std::vector<Ranked> ranked;
  ranked.reserve(problem.choices().size());
  for (std::uint32_t i = 0; i < problem.choices().size(); ++i) ranked.push_back({prices.left_of(problem.choices()[i]), i});
  std::sort(ranked.begin(), ranked.end(),
            [](const Ranked& a, const Ranked& b) { return a.left != b.left ? a.left > b.left : a.choice < b.choice; });
  Plan plan(problem);
  for (const Ranked& next : ranked) {
    const Choice& choice = problem.choices()[next.choice];
    if (plan.chosen(choice.person) == none && plan.fits(choice)) plan.choose(next.choice);
  }
  plan.improve_one_by_one();
  return plan;
}

}  // namespace

IntroductionPlan plan_introductions(const IntroductionLists& lists, const PlanOptions& options) {
  const PlanProblem problem(lists, options.most_namings);
  Prices prices(problem);
  Price bound = prices.bound();
  Plan best = plan_by(problem, prices);
  std::int64_t divisor = 1;
  std::size_t waited = 0;
  for (std::size_t round = 1; round <= options.rounds && bound / price_unit > static_cast<Price>(best.worth()); ++round) {
    if (!prices.step(bound - price_unit * static_cast<Price>(best.worth()), divisor)) break;
    const Price next = prices.bound();
    waited = next < bound ? 0 : waited + 1;
    bound = std::min(bound, next);
    if (waited == patience && divisor < shortest_step) {
      divisor *= 2;
      waited = 0;
    }
    if (round % rounds_a_plan != 0) continue;
    if (Plan plan = plan_by(problem, prices); plan.worth() > best.worth()) best = std::move(plan);
  }
  IntroductionPlan result{{}, best.worth(), static_cast<std::uint64_t>(bound / price_unit)};
  for (std::size_t person = 0; person < problem.person_count(); ++person) {
    if (best.chosen(person) == none) continue;
    const Choice& choice = problem.choices()[best.chosen(person)];
    result.introductions.push_back({choice.pair, choice.rank});
  }
  std::sort(result.introductions.begin(), result.introductions.end(), [](const auto& a, const auto& b) { return a.pair < b.pair; });
  return result;
}

}  // namespace aril
