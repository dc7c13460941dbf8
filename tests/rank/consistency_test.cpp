// The compiled plan and the block kernel against the rules and terms pair by pair, on a whole sample community: two ways to one answer.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "aril/core/total_order.hpp"
#include "aril/eligibility/standard_rules.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/rank/ranker.hpp"
#include "aril/sample/district.hpp"

namespace aril {
namespace {

const Market& community() {
  static const Market market = sample::district({.size = sample::Size::community, .seed = 3});
  return market;
}

Policy policy_with(Unknown unknown) {
  Policy policy = Policy::standard();
  for (RuleSetting& setting : policy.rules) setting.unknown = unknown;
  return policy;
}

std::vector<ResidentRow> every_nth(std::size_t n) {
  std::vector<ResidentRow> rows;
  for (std::size_t row = 0; row < community().residents().size(); row += n) rows.push_back(ResidentRow(row));
  return rows;
}

bool is_eligible(const StandardRules& rules, const Policy& policy, ResidentRow resident, PostingRow posting) {
  for (std::size_t rule = 0; rule < rule_count; ++rule) {
    if (!admits(policy.rules[rule], rules.answer(static_cast<RuleCode>(rule), resident, posting))) return false;
  }
  return true;
}

TEST(Consistency, ThePlanAdmitsWhatTheRulesAdmitPairByPair) {
  const StandardRules rules(community(), sample::reference_date());
  for (const Unknown unknown : {Unknown::admit, Unknown::refuse, Unknown::ask}) {
    const Policy policy = policy_with(unknown);
    const Ranker ranker(community(), policy, sample::reference_date());
    const std::size_t everything = community().postings().size();
    const auto lists = ranker.rank({.k = everything, .threads = 2, .residents = every_nth(97)});
    for (const ResidentRow resident : lists.owners()) {
      std::vector<std::uint8_t> ranked(everything, 0);
      for (const Hit& hit : lists.of(resident)) ranked[hit.posting.index()] = 1;
      for (std::size_t p = 0; p < everything; ++p) {
        ASSERT_EQ(ranked[p] != 0, is_eligible(rules, policy, resident, PostingRow(p)))
            << community().id(resident) << " " << community().id(PostingRow(p));
        if (ranked[p] == 0) {
          ASSERT_FALSE(ranker.why_not(resident, PostingRow(p)).is_eligible());
        }
      }
    }
  }
}

TEST(Consistency, EveryReturnedScoreIsTheSumOfItsContributions) {
  const Ranker ranker(community(), Policy::standard(), sample::reference_date());
  const auto lists = ranker.rank({.k = 40, .residents = every_nth(13)});
  for (const Hit& hit : lists.hits()) {
    const Explanation explanation = ranker.explain(hit);
    std::uint32_t sum = 0;
    for (const TermShare& share : explanation.terms) sum += share.contribution;
    ASSERT_EQ(sum, hit.score.value);
    std::uint64_t questions = 0;
    for (std::size_t rule = 0; rule < explanation.rules.size(); ++rule)
      questions |= (explanation.rules[rule].asks() ? std::uint64_t{1} : 0) << rule;
    ASSERT_EQ(questions, hit.questions);
  }
}

TEST(Consistency, ListsAreTheSameForOneTwoAndSevenThreads) {
  const Ranker ranker(community(), Policy::standard(), sample::reference_date());
  const auto one = ranker.rank({.k = 20, .threads = 1});
  EXPECT_EQ(ranker.rank({.k = 20, .threads = 2}), one);
  EXPECT_EQ(ranker.rank({.k = 20, .threads = 7}), one);
  const auto residents = ranker.rank_residents({.k = 20, .threads = 1});
  EXPECT_EQ(ranker.rank_residents({.k = 20, .threads = 2}), residents);
  EXPECT_EQ(ranker.rank_residents({.k = 20, .threads = 7}), residents);
}

TEST(Consistency, ASecondRankerGivesTheSameBytes) {
  const Ranker first(community(), Policy::standard(), sample::reference_date());
  const Ranker second(sample::district({.size = sample::Size::community, .seed = 3}), Policy::standard(), sample::reference_date());
  EXPECT_EQ(first.rank({.k = 5}), second.rank({.k = 5}));
}

// The employer's lists hold the same pairs as the residents' lists, seen from the other end.
TEST(Consistency, BothDirectionsAgreeOnWhoIsEligible) {
  Policy policy = Policy::standard();
  policy.employer_weights = policy.resident_weights;
  const Ranker ranker(community(), policy, sample::reference_date());
  const std::size_t people = community().residents().size();
  const std::vector<PostingRow> some{PostingRow(0), PostingRow(500), PostingRow(1285), PostingRow(7)};
  const auto by_posting = ranker.rank_residents({.k = people, .postings = some});
  const auto by_resident = ranker.rank({.k = community().postings().size()});
  std::map<PostingRow, std::vector<OrderKey>> expected;
  for (const Hit& hit : by_resident.hits()) expected[hit.posting].push_back(order_key(hit.score.value, hit.resident.value));
  for (const PostingRow posting : some) {
    std::vector<OrderKey>& keys = expected[posting];
    std::sort(keys.begin(), keys.end(), std::greater<>{});
    std::vector<OrderKey> found;
    for (const Hit& hit : by_posting.of(posting)) found.push_back(order_key(hit.score.value, hit.resident.value));
    EXPECT_EQ(found, keys);
    EXPECT_EQ(by_posting.eligible_of(posting), keys.size());
    EXPECT_EQ(ranker.rank_residents(posting, {.k = people}).at(0).size(), keys.size());  // pair by pair, without the bitmaps
  }
}

TEST(Consistency, NearMissesFailOneRuleAndNoneOtherDoes) {
  const Policy policy = Policy::standard();
  const Ranker ranker(community(), policy, sample::reference_date());
  const StandardRules rules(community(), sample::reference_date());
  for (const ResidentRow resident : every_nth(701)) {
    std::size_t expected = 0;
    for (std::size_t p = 0; p < community().postings().size(); ++p) {
      std::size_t fails = 0;
      for (std::size_t rule = 0; rule < rule_count; ++rule) {
        fails += rules.answer(static_cast<RuleCode>(rule), resident, PostingRow(p)) == Answer::fail ? 1U : 0U;
      }
      expected += fails == 1 ? 1U : 0U;
    }
    const auto near = ranker.near_misses(resident, community().postings().size());
    EXPECT_EQ(near.size(), expected);
    for (const NearMiss& miss : near) {
      const WhyNot why = ranker.why_not(resident, miss.posting);
      EXPECT_TRUE(why.is_near_miss());
    }
    EXPECT_TRUE(std::is_sorted(near.begin(), near.end(), [](const NearMiss& a, const NearMiss& b) {
      return order_key(a.score.value, a.posting.value) > order_key(b.score.value, b.posting.value);
    }));
  }
}

}  // namespace
}  // namespace aril
