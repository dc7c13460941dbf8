#include "aril/referral/introduction_plan.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>

#include "support.hpp"

namespace aril {
namespace {

using test::draw;
using test::random_graph;
using test::vertices_of;

// The best worth by trying everything, person by person.
class EveryPlan {
 public:
  EveryPlan(const IntroductionLists& lists, std::size_t most) : lists_(lists), most_(most) {
    for (std::size_t pair = 0; pair < lists.size(); ++pair) pairs_of_[lists.pair(pair).person.value].push_back(pair);
    best_ = from(pairs_of_.begin());
  }
  [[nodiscard]] std::uint64_t best() const { return best_; }

 private:
  using People = std::map<std::uint32_t, std::vector<std::size_t>>;
  std::uint64_t from(People::const_iterator person) {
    if (person == pairs_of_.end()) return 0;
    const auto next = std::next(person);
    std::uint64_t best = from(next);
    for (const std::size_t pair : person->second) {
      for (std::size_t rank = 0; rank < lists_.strengths(pair).size(); ++rank) {
        const auto introducers = lists_.introducers(pair, rank);
        bool fits = true;
        for (const VertexRow introducer : introducers) fits = fits && namings_[introducer.value] < most_;
        if (!fits) continue;
        for (const VertexRow introducer : introducers) ++namings_[introducer.value];
        best = std::max(best, lists_.strengths(pair)[rank] + from(next));
        for (const VertexRow introducer : introducers) --namings_[introducer.value];
      }
    }
    return best;
  }
  const IntroductionLists& lists_;
  std::size_t most_;
  People pairs_of_;
  std::map<std::uint32_t, std::size_t> namings_;
  std::uint64_t best_ = 0;
};

// Names whom too often, or gives one person two introductions?
void expect_within_the_budget(const IntroductionLists& lists, const IntroductionPlan& plan, std::size_t most) {
  std::map<std::uint32_t, std::size_t> namings;
  std::set<std::uint32_t> people;
  std::uint64_t worth = 0;
  for (const PlannedIntroduction& planned : plan.introductions) {
    ASSERT_TRUE(people.insert(lists.pair(planned.pair).person.value).second);
    worth += lists.strengths(planned.pair)[planned.rank];
    for (const VertexRow introducer : lists.introducers(planned.pair, planned.rank)) ASSERT_LE(++namings[introducer.value], most);
  }
  EXPECT_EQ(plan.worth, worth);
  EXPECT_LE(plan.worth, plan.bound);
}

TEST(IntroductionPlan, KeepsTheBudgetAndBoundsTheBestPlanOfRandomGraphs) {
  std::size_t best_found = 0;
  std::size_t proven = 0;
  std::uint64_t worth = 0;
  std::uint64_t best = 0;
  constexpr unsigned count = 500;
  for (unsigned seed = 0; seed < count; ++seed) {
    std::mt19937 random(seed);
    const Introducer introducer(random_graph(random, {.people = 7, .employers = 2, .links = 30, .strengths = 20, .consent = 90}));
    std::vector<IntroductionPair> pairs;
    for (const VertexRow person : vertices_of(introducer.graph(), false))
      pairs.push_back({person, vertices_of(introducer.graph(), true)[draw(random, 2)]});
    const IntroductionLists lists = introducer.between(pairs, {.k = 3});
    const std::size_t most = draw(random, 3);
    const IntroductionPlan plan = plan_introductions(lists, {.most_namings = most});
    expect_within_the_budget(lists, plan, most);
    const std::uint64_t optimum = EveryPlan(lists, most).best();
    ASSERT_LE(plan.worth, optimum) << seed;
    ASSERT_GE(plan.bound, optimum) << seed;
    best_found += plan.worth == optimum ? 1 : 0;
    proven += plan.bound == plan.worth ? 1 : 0;
    worth += plan.worth;
    best += optimum;
  }
  RecordProperty("best_found", std::to_string(best_found));
  RecordProperty("proven", std::to_string(proven));
  EXPECT_GE(best_found, count * 95 / 100);
  EXPECT_GE(worth * 1000, best * 995);
}

TEST(IntroductionPlan, LeavesNobodyOutWhereTheBudgetIsAmple) {
  std::mt19937 random(9);
  const Introducer introducer(random_graph(random, {.people = 200, .employers = 20, .links = 2500, .strengths = 50}));
  std::vector<IntroductionPair> pairs;
  for (const VertexRow person : vertices_of(introducer.graph(), false)) pairs.push_back({person, vertices_of(introducer.graph(), true)[0]});
  const IntroductionLists lists = introducer.between(pairs);
  const IntroductionPlan ample = plan_introductions(lists, {.most_namings = 1000});
  EXPECT_EQ(ample.worth, ample.bound);
  std::uint64_t best = 0;
  for (std::size_t pair = 0; pair < lists.size(); ++pair) {
    if (!lists.strengths(pair).empty()) best += lists.strengths(pair)[0];
  }
  EXPECT_EQ(ample.worth, best);

  const IntroductionPlan tight = plan_introductions(lists, {.most_namings = 1});
  expect_within_the_budget(lists, tight, 1);
  EXPECT_GE(tight.worth * 100, tight.bound * 90);
  EXPECT_EQ(plan_introductions({}, {}).worth, 0);
}

}  // namespace
}  // namespace aril
