// Whatever path a search takes and whatever instructions it uses, the lists are the same; and each path is taken.
#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <string>
#include <tuple>
#include <utility>

#include "aril/core/cpu_level.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/rank/ranker.hpp"
#include "aril/sample/district.hpp"

namespace aril {
namespace {

constexpr std::array paths{SearchPath::automatic, SearchPath::listed, SearchPath::bounded, SearchPath::bounded_by_skills};

const Market& community() {
#if defined(__SANITIZE_THREAD__)
  static const Market market = sample::district({.size = sample::Size::community, .seed = 11, .residents = 400});  // races need no more
#else
  static const Market market = sample::district({.size = sample::Size::community, .seed = 11});
#endif
  return market;
}

Policy every_rule_off(Policy policy) {
  for (RuleSetting& setting : policy.rules) setting.on = false;
  return policy;
}

// A level is put back, however the test ends.
struct LevelForNow {
  explicit LevelForNow(CpuLevel level) { use_cpu_level(level); }
  ~LevelForNow() { use_cpu_level(best_cpu_level()); }
};

// Calls visit for every path at every level that this machine has.
void for_each_way(const std::function<void(SearchPath)>& visit) {
  for (std::size_t level = 0; level <= static_cast<std::size_t>(best_cpu_level()); ++level) {
    const LevelForNow chosen(static_cast<CpuLevel>(level));
    for (const SearchPath path : paths) {
      SCOPED_TRACE(std::string(cpu_level_names[level]) + ", path " + std::to_string(static_cast<int>(path)));
      visit(path);
    }
  }
}

template <class Options, class Rank>
void expect_same(Options options, const Rank& rank) {
  options.path = SearchPath::listed;
  const auto expected = rank(options);
  for_each_way([&](SearchPath path) {
    options.path = path;
    ASSERT_EQ(rank(options), expected);
  });
}

void expect_same_lists(const Ranker& ranker, const RankOptions& options) {
  expect_same(options, [&](const RankOptions& chosen) { return ranker.rank(chosen); });
}

void expect_same_lists_of_postings(const Ranker& ranker, const PostingRankOptions& options) {
  expect_same(options, [&](const PostingRankOptions& chosen) { return ranker.rank_residents(chosen); });
}

struct NewestFirst {
  std::string_view name() const { return "newest"; }
  TermValue neutral() const { return 100; }
  TermValue upper_bound() const { return 60'000; }
  void operator()(ResidentRow resident, std::span<const PostingRow> postings, std::span<TermValue> values) const {
    for (std::size_t i = 0; i < postings.size(); ++i)
      values[i] = static_cast<TermValue>((postings[i].value * 7919 + resident.value) % 60'001);
  }
};

RankerInputs every_kind_of_term(std::vector<float>& residents, std::vector<float>& postings) {
  constexpr std::size_t dimension = 24;
  const auto fill = [](std::vector<float>& rows, std::size_t count) {
    rows.resize(count * dimension);
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i] = i / dimension % 9 == 0 ? NAN : std::sin(static_cast<float>(i));
  };
  fill(residents, community().residents().size());
  fill(postings, community().postings().size());
  RankerInputs inputs;
  inputs.terms.embedding = EmbeddingTerm(community(), {residents.data(), community().residents().size(), dimension, dimension},
                                         {postings.data(), community().postings().size(), dimension, dimension}, {.scale = 60});
  std::vector<SparseEntry> entries;
  for (std::uint32_t row = 0; row < community().residents().size(); row += 3) {
    entries.push_back({ResidentRow(row), row % 17, static_cast<std::uint16_t>(row * 13)});
  }
  inputs.terms.sparse.emplace_back(community(), "referral", SparseColumns::employers, std::move(entries));
  inputs.terms.own.emplace_back(NewestFirst());
  return inputs;
}

TEST(SearchPaths, GiveTheSameListsUnderTheStandardPolicy) {
  const Ranker ranker(community(), Policy::standard(), sample::reference_date());
  expect_same_lists(ranker, {.k = 20, .threads = 2});
  expect_same_lists(ranker, {.k = 3, .threads = 1, .min_score = Score::at_least(0.5), .offset = 2});
  expect_same_lists_of_postings(ranker, {.k = 20, .threads = 2});
}

TEST(SearchPaths, GiveTheSameListsWithEveryRuleOff) {
  const Ranker ranker(community(), every_rule_off(Policy::standard()), sample::reference_date());
  expect_same_lists(ranker, {.k = 20, .threads = 7});
  expect_same_lists_of_postings(ranker, {.k = 7, .threads = 7});
}

TEST(SearchPaths, GiveTheSameCappedLists) {
  const Ranker ranker(community(), every_rule_off(Policy::standard()), sample::reference_date());
  std::vector<ResidentRow> some;
  for (std::size_t row = 0; row < community().residents().size(); row += 5) some.push_back(ResidentRow(row));
  expect_same_lists(ranker, {.k = 10, .threads = 2, .residents = some, .most_per_employer = 1});
  expect_same_lists(ranker, {.k = 10, .threads = 2, .residents = some, .most_per_employer = 2, .most_per_kind = 4, .offset = 5});
  expect_same_lists(ranker,
                    {.k = 6, .threads = 2, .residents = some, .most_per_kind = 1});  // more than caps leave: everything is scored after all
}

TEST(SearchPaths, GiveTheSameListsWithEveryKindOfTerm) {
  Policy policy = every_rule_off(Policy::standard());
  for (const auto& [term, weight] : {std::pair{"embedding", "25"}, std::pair{"referral", "15"}, std::pair{"newest", "12.5"}}) {
    policy.weigh_for_resident(term, weight);
    policy.weigh_for_employer(term, weight);
  }
  std::vector<float> residents;
  std::vector<float> postings;
  const Ranker ranker(community(), policy, sample::reference_date(), every_kind_of_term(residents, postings));
  expect_same_lists(ranker, {.k = 20, .threads = 2});
  expect_same_lists_of_postings(ranker, {.k = 20, .threads = 2});
}

TEST(SearchPaths, GiveTheSameListsUnderOtherWeights) {
  Policy policy = Policy::standard();
  for (auto* side : {&policy.resident_weights, &policy.employer_weights}) side->clear();
  for (const auto& [term, resident, employer] :
       {std::tuple{"skills", "1", "1"}, std::tuple{"preference", "3", "0"}, std::tuple{"pay", "1", "0"}}) {
    policy.weigh_for_resident(term, resident);
    policy.weigh_for_employer(term, employer);
  }
  const Ranker ranker(community(), every_rule_off(policy), sample::reference_date());
  expect_same_lists(ranker, {.k = 20, .threads = 2});
  expect_same_lists_of_postings(ranker, {.k = 20, .threads = 2});
}

TEST(SearchPaths, AreEachTakenAndSpareWork) {
  const Ranker ranker(community(), every_rule_off(Policy::standard()), sample::reference_date());
  const std::uint64_t residents = community().residents().size();
  const std::uint64_t pairs = residents * community().postings().size();
  const auto counted = [&](SearchPath path) {
    RankCounters counters;
    const auto lists = ranker.rank({.k = 10, .threads = 2, .path = path, .counters = &counters});
    EXPECT_EQ(lists.size(), residents);
    EXPECT_EQ(counters.eligible, pairs);
    return counters;
  };
  const RankCounters listed = counted(SearchPath::listed);
  EXPECT_EQ(listed.listed, residents);
  EXPECT_EQ(listed.scored + listed.bounded, pairs);
  EXPECT_GT(listed.bounded, 0U);
  const RankCounters bounded = counted(SearchPath::bounded);
  EXPECT_EQ(bounded.bounded_without_skills, residents);
  EXPECT_LT(bounded.scored, pairs);
  EXPECT_GT(bounded.bounded, 0U);
  const RankCounters by_skills = counted(SearchPath::bounded_by_skills);
  EXPECT_EQ(by_skills.bounded_by_skills, residents);
  EXPECT_LT(by_skills.scored, bounded.scored);
  RankCounters capped;
  (void)ranker.rank({.k = 10, .threads = 2, .most_per_kind = 1, .path = SearchPath::bounded, .counters = &capped});
  EXPECT_GT(capped.second_passes, 0U);
}

TEST(SearchPaths, TheWorkItselfIsTheSameForAnyNumberOfThreads) {
  const Ranker ranker(community(), every_rule_off(Policy::standard()), sample::reference_date());
  const auto scored = [&](std::size_t threads) {
    RankCounters counters;
    (void)ranker.rank({.k = 10, .threads = threads, .counters = &counters});
    return counters.scored;
  };
  EXPECT_EQ(scored(1), scored(2));
  EXPECT_EQ(scored(1), scored(7));
}

}  // namespace
}  // namespace aril
