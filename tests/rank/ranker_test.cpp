#include "aril/rank/ranker.hpp"

#include <gtest/gtest.h>

#include <numeric>

#include "aril/market/residents.hpp"
#include "aril/referral/graph_builder.hpp"
#include "aril/referral/referral_strengths.hpp"
#include "support/small_market.hpp"

namespace aril {
namespace {

using test::SmallMarket;

const Date today(2026, 6, 3);

Ranker ranker_of(const SmallMarket& small, Policy policy = Policy::standard(), RankerInputs inputs = {}) {
  return Ranker(small.build(), std::move(policy), today, std::move(inputs));
}

TEST(Ranker, RanksAndExplainsSoThatContributionsAddUp) {
  const Ranker ranker = ranker_of(SmallMarket());
  const auto lists = ranker.rank({.k = 5, .threads = 1});
  ASSERT_EQ(lists.size(), 2U);
  for (const Hit& hit : lists.hits()) {
    const Explanation explanation = ranker.explain(hit);
    EXPECT_EQ(explanation.score, hit.score);
    const auto sum = std::accumulate(explanation.terms.begin(), explanation.terms.end(), 0U,
                                     [](std::uint32_t s, const TermShare& t) { return s + t.contribution; });
    EXPECT_EQ(sum, hit.score.value);
    EXPECT_TRUE(explanation.is_eligible);
  }
  const Explanation first = ranker.explain(ResidentRow(0), PostingRow(0));
  // House wiring is one step narrower than wiring: 240 of 255, and the level is enough.
  EXPECT_EQ(first.terms[0].term, "skills");
  EXPECT_EQ(first.terms[0].value, 257 * 240);
  EXPECT_EQ(first.terms[1].value, 47'423);  // 12 minutes: 65,535 * 2^(-7/15)
  EXPECT_EQ(first.terms[2].value, 65'535);  // the occupation is the one wanted
  EXPECT_TRUE(first.terms[3].is_neutral);
}

TEST(Ranker, PutsTheLowerRowFirstOnTies) {
  SmallMarket small;
  small.postings = {SmallMarket::posting("c"), SmallMarket::posting("a"), SmallMarket::posting("b")};
  const auto lists = ranker_of(small).rank({.k = 2});
  const auto hits = lists.of(ResidentRow(0));
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].score, hits[1].score);
  EXPECT_EQ(hits[0].posting, PostingRow(0));
  EXPECT_EQ(hits[1].posting, PostingRow(1));
  EXPECT_EQ(lists.eligible_of(ResidentRow(0)), 3U);
}

TEST(Ranker, PagesThroughTheCappedOrder) {
  SmallMarket small;
  small.employers.push_back({.id = "e2", .title = {}, .kind = {}, .parent = {}, .grid = {}, .blocked_residents = {}});
  for (const char* id : {"p2", "p3", "p4", "p5"}) small.postings.push_back(SmallMarket::posting(id));
  small.postings[4].employer = "e2";  // p5
  small.postings[2].kind = Kind::internship;
  const Ranker ranker = ranker_of(small);
  const auto page = [&](RankOptions options) {
    const auto lists = ranker.rank(options);
    std::vector<std::string> ids;
    for (const Hit& hit : lists.of(ResidentRow(0))) ids.emplace_back(ranker.market().id(hit.posting));
    return ids;
  };
  using Ids = std::vector<std::string>;
  EXPECT_EQ(page({.k = 10}), (Ids{"p1", "p2", "p3", "p4", "p5"}));
  EXPECT_EQ(page({.k = 2, .offset = 2}), (Ids{"p3", "p4"}));
  EXPECT_EQ(page({.k = 10, .most_per_employer = 2}), (Ids{"p1", "p2", "p5"}));
  EXPECT_EQ(page({.k = 1, .most_per_employer = 2, .offset = 2}), (Ids{"p5"}));
  EXPECT_EQ(page({.k = 10, .most_per_kind = 1}), (Ids{"p1", "p3"}));
  EXPECT_EQ(page({.k = 10, .kinds = bit_of(Kind::internship)}), (Ids{"p3"}));
  EXPECT_EQ(page({.k = 0}), Ids{});
  EXPECT_EQ(page({.k = 10, .min_score = {max_score}}), Ids{});
  EXPECT_EQ(page({.k = 10, .offset = 100}), Ids{});
  EXPECT_EQ(page({.k = 10, .allow = {{ResidentRow(0), {PostingRow(1), PostingRow(3)}}}, .deny = {{ResidentRow(0), {PostingRow(3)}}}}),
            (Ids{"p2"}));
  EXPECT_EQ(page({.k = 10, .allow = {{ResidentRow(0), {}}}}), Ids{});
  EXPECT_EQ(page({.k = 1, .allow = {{ResidentRow(1), {}}}}), (Ids{"p1"}));  // another resident's list narrows nothing here
}

TEST(Ranker, SaysWhyNotWithTheNearestFix) {
  SmallMarket small;
  small.residents[0].travel_limit = 9;
  const Ranker ranker = ranker_of(small);
  EXPECT_TRUE(ranker.rank().of(ResidentRow(0)).empty());
  const WhyNot why = ranker.why_not(ResidentRow(0), PostingRow(0));
  ASSERT_EQ(why.reasons.size(), 1U);
  EXPECT_EQ(why.reasons[0].rule, "travel");
  EXPECT_EQ(why.reasons[0].fix, (std::vector<FixItem>{{FixUnit::minutes, 3, ""}}));
  EXPECT_TRUE(why.is_near_miss());
  EXPECT_EQ(why.sentence(Language::english), "Not eligible: the way is too long (it would take 3 more travel minutes).");
  EXPECT_EQ(why.sentence(Language::chinese), "不符合条件：路程超出上限（还差：路程上限多3分钟）。");
  const auto near = ranker.near_misses(ResidentRow(0));
  ASSERT_EQ(near.size(), 1U);
  EXPECT_EQ(near[0].reason, why.reasons[0]);
  EXPECT_EQ(near[0].score, ranker.explain(ResidentRow(0), PostingRow(0)).score);
  const std::string score = std::to_string(static_cast<int>(near[0].score.fraction() * 100 + 0.5));
  EXPECT_EQ(near[0].sentence(Language::english),
            "Would fit to " + score + " of 100, but the way is too long (it would take 3 more travel minutes).");
  EXPECT_EQ(near[0].sentence(Language::chinese), "匹配度" + score + "分，但路程超出上限（还差：路程上限多3分钟）。");
  EXPECT_TRUE(ranker.why_not(ResidentRow(1), PostingRow(0)).is_eligible());
}

TEST(Ranker, SaysHowLongAPostingWouldHaveToBeOpenAndWhichHoursAreShort) {
  SmallMarket small;
  small.postings[0].closes = Date(2026, 6, 1);
  small.postings[0].week = WeekMask::parse("mon 8-12");
  small.residents[0].week = WeekMask::parse("mon 11-14");
  const WhyNot why = ranker_of(small).why_not(ResidentRow(0), PostingRow(0));
  EXPECT_EQ(why.sentence(Language::english),
            "Not eligible: it is not open on this day (the posting would have to be open 2 days longer); too few hours in common (it would "
            "take 3 more common hours a week).");
  EXPECT_EQ(why.sentence(Language::chinese),
            "不符合条件：不在招聘期内（还差：招聘期延长2天）；共同可工作时间不足（还差：每周共同时间多3小时）。");
}

TEST(Explanation, KeepsUnknownRulesAndNeutralTermsApart) {
  SmallMarket small;
  small.postings[0].hours_asked.reset();
  const Explanation explanation = ranker_of(small).explain(ResidentRow(0), PostingRow(0));
  EXPECT_EQ(explanation.unknowns(), (std::vector<std::string>{"week", "pay", "start"}));
  EXPECT_EQ(explanation.neutral_terms(), (std::vector<std::string>{"week", "pay", "preference", "freshness"}));
}

TEST(Ranker, CarriesTheQuestionsOfWhatIsAsked) {
  SmallMarket small;
  small.postings[0].legal_age = true;
  small.postings[0].credentials = {{"low_voltage"}};
  const Ranker ranker = ranker_of(small);
  const auto lists = ranker.rank();
  const Hit& hit = lists.of(ResidentRow(0))[0];
  EXPECT_EQ(hit.questions, 1U << static_cast<unsigned>(RuleCode::credential) | 1U << static_cast<unsigned>(RuleCode::age));
  EXPECT_EQ(ranker.explain(hit).questions(Language::english),
            (std::vector<std::string>{"Does the resident hold the credentials asked?", "Is the resident of legal age?"}));
  Policy refuse = Policy::standard();
  refuse.rule(RuleCode::age).unknown = Unknown::refuse;
  EXPECT_TRUE(ranker_of(small, refuse).rank().of(ResidentRow(0)).empty());
}

// A rule and a term of the user's own.
struct OddPostings {
  std::string_view code() const { return "odd_postings"; }
  Unknown unknown() const { return Unknown::ask; }
  void operator()(ResidentRow, std::span<const PostingRow> postings, std::span<Answer> answers) const {
    for (std::size_t i = 0; i < postings.size(); ++i) {
      answers[i] = postings[i].value % 3 == 0 ? Answer::fail : (postings[i].value % 3 == 1 ? Answer::pass : Answer::unknown);
    }
  }
};
struct Later {
  std::string_view name() const { return "later"; }
  TermValue neutral() const { return 0; }
  TermValue upper_bound() const { return bound; }
  void operator()(ResidentRow, std::span<const PostingRow> postings, std::span<TermValue> values) const {
    for (std::size_t i = 0; i < postings.size(); ++i) values[i] = static_cast<TermValue>(postings[i].value * 100);
  }
  TermValue bound = 65'535;
};

TEST(Ranker, TakesRulesAndTermsOfTheUsersOwn) {
  SmallMarket small;
  for (const char* id : {"p2", "p3", "p4", "p5"}) small.postings.push_back(SmallMarket::posting(id));
  Policy policy = Policy::standard();
  policy.weigh_for_resident("later", "100");
  const Ranker ranker = ranker_of(small, policy, {{{}, {}, {Later{}}}, {OddPostings{}}});
  const auto lists = ranker.rank();
  const auto hits = lists.of(ResidentRow(0));
  ASSERT_EQ(hits.size(), 3U);  // rows 1, 2, 4
  EXPECT_EQ(hits[0].posting, PostingRow(4));
  EXPECT_EQ(hits[1].posting, PostingRow(2));
  EXPECT_EQ(hits[1].questions, std::uint64_t{1} << rule_count);
  EXPECT_EQ(ranker.explain(hits[0]).score, hits[0].score);
  const WhyNot why = ranker.why_not(ResidentRow(0), PostingRow(3));
  ASSERT_EQ(why.reasons.size(), 1U);
  EXPECT_EQ(why.reasons[0].rule, "odd_postings");
  EXPECT_TRUE(why.reasons[0].fix.empty());
  policy.own_rules = {{"odd_postings", {true, Unknown::refuse}}};
  EXPECT_EQ(ranker_of(small, policy, {{{}, {}, {Later{}}}, {OddPostings{}}}).rank().of(ResidentRow(0)).size(), 2U);
}

TEST(Ranker, RefusesAValueAboveTheDeclaredBound) {
  SmallMarket small;
  small.postings.push_back(SmallMarket::posting("p2"));
  Policy policy = Policy::standard();
  policy.weigh_for_resident("later", "1");
  try {
    (void)ranker_of(small, policy, {{{}, {}, {Later{99}}}, {}}).rank();
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::above_declared_bound);
    EXPECT_EQ(error.where().field, "later");
  }
}

TEST(Ranker, NamesATermThatNobodyBrought) {
  Policy policy = Policy::standard();
  policy.weigh_for_resident("referal", "1");
  try {
    (void)ranker_of(SmallMarket(), policy);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unknown_term);
  }
}

TEST(Ranker, RanksTheEmployersSideByItsOwnWeights) {
  SmallMarket small;
  small.residents.push_back(SmallMarket::resident("r3"));
  small.residents[0].skills = {{{"wiring", 5}}};
  small.residents[2].skills = std::vector<SkillItem>{};
  const Ranker ranker = ranker_of(small);
  const auto lists = ranker.rank_residents({.k = 2});
  const auto hits = lists.of(PostingRow(0));
  ASSERT_EQ(hits.size(), 2U);
  EXPECT_EQ(hits[0].resident, ResidentRow(0));
  EXPECT_EQ(hits[0].score, ranker.explain(ResidentRow(0), PostingRow(0), Side::employer).score);
  EXPECT_EQ(lists.eligible_of(PostingRow(0)), 2U);  // r3 has none of the must-haves
  EXPECT_EQ(ranker.rank_residents(PostingRow(0), {.k = 2}), lists);
}

TEST(Ranker, CombinesBothSides) {
  EXPECT_EQ(combine({7}, {5}, Combination::minimum), Score{5});
  EXPECT_EQ(combine({7}, {5}, Combination::geometric), Score{5});  // floor(sqrt 35)
  EXPECT_EQ(combine({7}, {5}, Combination::harmonic), Score{5});   // floor(70 / 12)
  EXPECT_EQ(combine({0}, {0}, Combination::harmonic), Score{0});
  EXPECT_EQ(combine({max_score}, {max_score}, Combination::harmonic), Score{max_score});
  EXPECT_EQ(combine({max_score}, {max_score}, Combination::geometric), Score{max_score});
  const Ranker ranker = ranker_of(SmallMarket());
  const auto lists = ranker.reciprocal(Combination::geometric);
  const Hit& hit = lists.of(ResidentRow(1))[0];
  const ReciprocalExplanation both = ranker.explain_reciprocal(hit.resident, hit.posting, Combination::geometric);
  EXPECT_EQ(both.combined, hit.score);
  EXPECT_EQ(combine(both.resident_side.score, both.employer_side.score, Combination::geometric), hit.score);
}

TEST(Ranker, AddsASparseTermByPostingAndByEmployer) {
  SmallMarket small;
  const Market market = small.build();
  Policy policy = Policy::standard();
  policy.weigh_for_resident("referral", "200");
  RankerInputs inputs;
  inputs.terms.sparse.emplace_back(market, "referral", SparseColumns::employers,
                                   std::vector<SparseEntry>{{ResidentRow(0), 0, 65'535}, {ResidentRow(0), 0, 3}});
  const Ranker ranker(market, policy, today, std::move(inputs));
  const auto share_of = [&](std::size_t resident) {
    const Explanation explanation = ranker.explain(ResidentRow(resident), PostingRow(0));
    return explanation.terms.back();
  };
  EXPECT_EQ(share_of(0).value, 65'535);
  EXPECT_FALSE(share_of(0).is_neutral);
  EXPECT_EQ(share_of(1).value, 16'384);
  EXPECT_TRUE(share_of(1).is_neutral);
  EXPECT_TRUE(share_of(1).only_adds);
  // Nobody is told that knowing nobody is a weakness, or that it is not stated.
  EXPECT_EQ(ranker.explain(ResidentRow(1), PostingRow(0)).sentence(Language::english).find("referral"), std::string::npos);
  EXPECT_NE(ranker.explain(ResidentRow(0), PostingRow(0)).sentence(Language::chinese).find("熟人引荐"), std::string::npos);
  EXPECT_EQ(SparseTerm::value_of(1), 16'384);  // floor
  EXPECT_THROW(SparseTerm(market, "x", SparseColumns::postings, {{ResidentRow(0), 9, 1}}), Error);
}

// The lists of every resident, score by score.
std::vector<Hit> all_hits(const Ranker& ranker, std::size_t residents) {
  const RankedLists lists = ranker.rank({.k = 20});
  std::vector<Hit> hits;
  for (std::size_t row = 0; row < residents; ++row) {
    const auto list = lists.of(ResidentRow(row));
    hits.insert(hits.end(), list.begin(), list.end());
  }
  return hits;
}

TEST(Ranker, IsNotMovedByAReferralGraphThatIsEmpty) {
  const Market market = SmallMarket().build();
  const auto ranked = [&](bool weighed, auto strengths) {
    Policy policy = Policy::standard();
    if (weighed) policy.weigh_for_resident("referral", "10");
    RankerInputs inputs;
    inputs.terms.sparse.emplace_back(market, "referral", SparseColumns::employers, std::move(strengths));
    return all_hits(Ranker(market, policy, today, std::move(inputs)), market.residents().size());
  };
  const SparseMatrix nobody_known = referral_strengths(Introducer(ReferralGraph()), market);
  EXPECT_EQ(nobody_known.row_count(), market.residents().size());
  EXPECT_EQ(ranked(false, nobody_known), all_hits(Ranker(market, Policy::standard(), today), market.residents().size()));
  EXPECT_EQ(ranked(true, nobody_known), ranked(true, std::vector<SparseEntry>{}));
}

TEST(Ranker, TakesReferralStrengthsAsATermSwitchedOnByOneLine) {
  const Market market = SmallMarket().build();
  ReferralGraphBuilder builder;
  builder.add(market);
  builder.add(LinkRecord{.from = "r1", .to = "e1", .kind = LinkKind::worked_at, .strength = 65'535, .since = {}, .consent = true});
  RankerInputs inputs;
  inputs.terms.sparse.emplace_back(market, "referral", SparseColumns::employers, referral_strengths(Introducer(builder.build()), market));
  Policy policy = Policy::standard();
  policy.weigh_for_resident("referral", "10");
  const Ranker ranker(market, policy, today, std::move(inputs));
  EXPECT_EQ(ranker.explain(ResidentRow(0), PostingRow(0)).terms.back().value, 65'535);
  EXPECT_TRUE(ranker.explain(ResidentRow(1), PostingRow(0)).terms.back().is_neutral);
}

TEST(Ranker, RefusesSparseMatricesOfAnotherShape) {
  const Market market = SmallMarket().build();
  const auto code = [&](SparseMatrix matrix) {
    try {
      SparseTerm(market, "referral", SparseColumns::employers, std::move(matrix));
    } catch (const Error& error) {
      return error.code();
    }
    return ErrorCode::cancelled;
  };
  EXPECT_EQ(code({.column_count = 1, .offsets = {0, 0}, .columns = {}, .values = {}}), ErrorCode::shape_mismatch);
  EXPECT_EQ(code({.column_count = 2, .offsets = {0, 0, 0}, .columns = {}, .values = {}}), ErrorCode::shape_mismatch);
  EXPECT_EQ(code({.column_count = 1, .offsets = {0, 1, 1}, .columns = {0}, .values = {}}), ErrorCode::shape_mismatch);
  EXPECT_EQ(code({.column_count = 1, .offsets = {0, 2, 2}, .columns = {0, 0}, .values = {1, 1}}), ErrorCode::wrong_order);
  EXPECT_EQ(code({.column_count = 1, .offsets = {0, 1, 1}, .columns = {1}, .values = {1}}), ErrorCode::out_of_range);
}

TEST(Ranker, AddsAnEmbeddingTerm) {
  const Market market = SmallMarket().build();
  const float nan = std::numeric_limits<float>::quiet_NaN();
  const std::vector<float> residents{0.5F, -1.0F, nan, nan};
  const std::vector<float> postings{2.0F, 0.25F};  // clipped to 127; 31.75 rounds to 32
  Policy policy = Policy::standard();
  policy.weigh_for_resident("embedding", "1");
  RankerInputs inputs;
  inputs.terms.embedding = EmbeddingTerm(market, {residents.data(), 2, 2, 2}, {postings.data(), 1, 2, 2});
  const Ranker ranker(market, policy, today, std::move(inputs));
  // 0.5 * 127 = 63.5, half to even: 64. 64 * 127 - 127 * 32 = 4,064; times 2.
  EXPECT_EQ(ranker.explain(ResidentRow(0), PostingRow(0)).terms.back().value, 32'768 + 8'128);
  EXPECT_TRUE(ranker.explain(ResidentRow(1), PostingRow(0)).terms.back().is_neutral);
  const std::vector<float> half_missing{0.5F, nan, nan, nan};
  EXPECT_THROW(EmbeddingTerm(market, {half_missing.data(), 2, 2, 2}, {postings.data(), 1, 2, 2}), Error);
  EXPECT_THROW(EmbeddingTerm(market, {residents.data(), 1, 2, 2}, {postings.data(), 1, 2, 2}), Error);
}

TEST(Ranker, WorksOnAnEmptyMarket) {
  const Ranker ranker(Market(), Policy::standard(), today);
  EXPECT_EQ(ranker.rank().size(), 0U);
  EXPECT_EQ(ranker.rank_residents().size(), 0U);
  SmallMarket nobody;
  nobody.residents.clear();
  EXPECT_EQ(ranker_of(nobody).rank_residents().size(), 1U);
  SmallMarket nothing;
  nothing.postings.clear();
  const Ranker only_people = ranker_of(nothing);
  EXPECT_EQ(only_people.rank().size(), 2U);
  EXPECT_TRUE(only_people.near_misses(ResidentRow(0)).empty());
}

TEST(Ranker, RefusesRowsThatAreNotThere) {
  const Ranker ranker = ranker_of(SmallMarket());
  EXPECT_THROW((void)ranker.explain(ResidentRow(2), PostingRow(0)), Error);
  EXPECT_THROW((void)ranker.why_not(ResidentRow(0), PostingRow(1)), Error);
  EXPECT_THROW((void)ranker.rank({.residents = {{ResidentRow(9)}}}), Error);
  EXPECT_THROW((void)ranker.rank_residents({.postings = {{PostingRow(9)}}}), Error);
  EXPECT_THROW((void)ranker.rank({.deny = {{ResidentRow(0), {PostingRow(9)}}}}), Error);
  EXPECT_THROW((void)ranker.rank({.threads = 5000}), Error);
}

TEST(Ranker, StopsWhenAsked) {
  const Ranker ranker = ranker_of(SmallMarket());
  RankOptions options;
  options.watch.cancelled = [] { return true; };
  try {
    (void)ranker.rank(options);
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::cancelled);
  }
  EXPECT_EQ(ranker.rank().size(), 2U);
}

TEST(Score, ReadsAFractionAsTheSmallestScoreThatReachesIt) {
  EXPECT_EQ(Score::at_least(0.0), Score{0});
  EXPECT_EQ(Score::at_least(1.0), Score{max_score});
  EXPECT_EQ(Score::at_least(-3.0), Score{0});
  for (const double fraction : {0.1, 0.5, 1.0 / 3, 0.999999}) {
    const Score score = Score::at_least(fraction);
    EXPECT_GE(score.fraction(), fraction);
    EXPECT_LT(Score{score.value - 1}.fraction(), fraction);
  }
}

}  // namespace
}  // namespace aril
