#include "aril/market/market_builder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/record_of.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "support/small_market.hpp"

namespace aril {
namespace {

using test::SmallMarket;

// The one problem that a change makes; its table stands for the file.
void expect_one_problem(const SmallMarket& market, ErrorCode code, const std::string& table, const std::string& field) {
  const std::vector<Problem> problems = market.problems();
  ASSERT_EQ(problems.size(), 1U) << (problems.empty() ? "none" : problems[1].message());
  EXPECT_EQ(problems[0].code, code) << problems[0].message();
  EXPECT_EQ(problems[0].where.file, table);
  EXPECT_EQ(problems[0].where.field, field);
}

TEST(MarketBuilder, NumbersRowsByTheBytesOfTheirIds) {
  SmallMarket small;
  small.residents = {SmallMarket::resident("\xE7\x94\xB5"), SmallMarket::resident("b"), SmallMarket::resident("B")};
  const Market market = small.build();
  EXPECT_EQ(market.id(ResidentRow(0)), "B");
  EXPECT_EQ(market.id(ResidentRow(2)), "\xE7\x94\xB5");
  EXPECT_EQ(market.resident("b"), ResidentRow(1));
  EXPECT_THROW((void)market.resident("nobody"), Error);
}

TEST(MarketBuilder, ReportsEveryProblemAtOnceWithItsPlace) {
  SmallMarket small;
  small.residents[0].pay_floor = -1;
  small.residents[1].home = "nowhere";
  small.postings[0].opens = Date(2026, 6, 3);
  small.postings[0].closes = Date(2026, 6, 2);
  const auto problems = small.problems();
  ASSERT_EQ(problems.size(), 3U);
  EXPECT_EQ(problems[0].code, ErrorCode::out_of_range);
  EXPECT_EQ(problems[1].code, ErrorCode::dangling_reference);
  EXPECT_EQ(problems[1].where.first_line, 2U);
  EXPECT_EQ(problems[2].code, ErrorCode::wrong_order);
}

TEST(MarketBuilder, RefusesValuesOutOfRange) {
  const auto with_posting = [](auto change) {
    SmallMarket small;
    change(small.postings[0]);
    return small;
  };
  const auto with_resident = [](auto change) {
    SmallMarket small;
    change(small.residents[0]);
    return small;
  };
  expect_one_problem(with_posting([](PostingRecord& p) { p.seats = -1; }), ErrorCode::out_of_range, "postings", "seats");
  expect_one_problem(with_posting([](PostingRecord& p) { p.pay_upper = -5; }), ErrorCode::out_of_range, "postings", "pay_upper");
  expect_one_problem(with_posting([](PostingRecord& p) {
                       p.must_skills = {{{"wiring", 9, {}}}};
                     }),
                     ErrorCode::out_of_range, "postings", "must_skills");
  expect_one_problem(with_posting([](PostingRecord& p) { p.week = WeekMask::parse("mon 9-11"), p.hours_asked = 3; }),
                     ErrorCode::out_of_range, "postings", "hours_asked");
  expect_one_problem(with_posting([](PostingRecord& p) { p.pay_lower = 5, p.pay_upper = 4; }), ErrorCode::wrong_order, "postings",
                     "pay_upper");
  expect_one_problem(with_posting([](PostingRecord& p) { p.starts = Date(2026, 6, 3), p.ends = Date(2026, 6, 1); }), ErrorCode::wrong_order,
                     "postings", "ends");
  expect_one_problem(with_posting([](PostingRecord& p) {
                       p.offers = {{{"quiet", true}, {"quiet", false}}};
                     }),
                     ErrorCode::contradiction, "postings", "offers");
  expect_one_problem(with_resident([](ResidentRecord& r) { r.travel_limit = 1441; }), ErrorCode::out_of_range, "residents", "travel_limit");
  expect_one_problem(with_resident([](ResidentRecord& r) {
                       r.languages = {{{"zh", 7}}};
                     }),
                     ErrorCode::out_of_range, "residents", "languages");
  expect_one_problem(with_resident([](ResidentRecord& r) {
                       r.liked_kinds = {{{Kind::job, 3}}};
                     }),
                     ErrorCode::out_of_range, "residents", "liked_kinds");
  expect_one_problem(with_resident([](ResidentRecord& r) {
                       r.liked_kinds = {{{Kind::job, 1}, {Kind::job, 2}}};
                     }),
                     ErrorCode::contradiction, "residents", "liked_kinds");
  expect_one_problem(with_resident([](ResidentRecord& r) { r.credentials = {{"\xFF"}}; }), ErrorCode::invalid_utf8, "residents",
                     "credentials");
  expect_one_problem(with_resident([](ResidentRecord& r) { r.id = ""; }), ErrorCode::invalid_id, "residents", "id");
  expect_one_problem(with_resident([](ResidentRecord& r) { r.id = "e1"; }), ErrorCode::duplicate_id, "residents", "id");
  SmallMarket not_a_number;
  not_a_number.grids[0].latitude = std::numeric_limits<double>::quiet_NaN();
  EXPECT_EQ(not_a_number.problems().front().code, ErrorCode::out_of_range);
  SmallMarket half;
  half.grids[1].longitude.reset();
  EXPECT_EQ(half.problems().front().code, ErrorCode::missing_value);
}

TEST(MarketBuilder, NamesACycleInFull) {
  SmallMarket small;
  small.skills[0].broader = {{"house_wiring"}};
  const auto problems = small.problems();
  ASSERT_GE(problems.size(), 3U);
  const auto is_cycle = [](const Problem& problem) { return problem.code == ErrorCode::cycle; };
  EXPECT_EQ(std::count_if(problems.begin(), problems.end(), is_cycle), 3);
  const auto first = std::find_if(problems.begin(), problems.end(), is_cycle);
  EXPECT_EQ(first->found, "the cycle electricity > house_wiring > wiring > electricity");
}

TEST(MarketBuilder, LeavesOutACycleAsAWholeWithWhatDependsOnIt) {
  SmallMarket small;
  small.skills[0].broader = {{"house_wiring"}};
  small.residents[1].skills = {{{"cooking", 0}}};
  small.residents[1].wanted_occupations = {};
  std::vector<Problem> problems;
  const Market market = small.builder().build(Strictness::lenient, &problems);
  EXPECT_EQ(market.taxonomy().skills().size(), 1U);
  EXPECT_EQ(market.residents().size(), 1U);  // r1 holds a skill of the cycle
  EXPECT_EQ(market.id(ResidentRow(0)), "r2");
  EXPECT_EQ(market.postings().size(), 0U);
  EXPECT_EQ(problems.size(), 3U + 1U + 2U + 2U);  // skills; electrician; r1 and p1, which each name a skill and the electrician
}

TEST(MarketBuilder, ASelfLinkIsACycle) {
  SmallMarket small;
  small.employers[0].parent = "e1";
  const auto problems = small.problems();
  EXPECT_EQ(problems.front().code, ErrorCode::cycle);
  EXPECT_EQ(problems.front().found, "the cycle e1 > e1");
}

TEST(MarketBuilder, KeepsTheSmallestOfRowsWithTheSameIdInAnyOrder) {
  for (const bool swapped : {false, true}) {
    SmallMarket small;
    ResidentRecord other = SmallMarket::resident("r1");
    other.travel_limit = 10;
    small.residents.push_back(other);
    if (swapped) std::swap(small.residents[0], small.residents[2]);
    std::vector<Problem> problems;
    const Market market = small.builder().build(Strictness::lenient, &problems);
    EXPECT_EQ(market.residents().size(), 2U);
    EXPECT_EQ(market.residents().travel_limits[0], 10);
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].code, ErrorCode::duplicate_id);
  }
}

TEST(MarketBuilder, CascadesUntilNothingDangles) {
  SmallMarket small;
  small.areas[0].parent = "nowhere";  // district, then north, both grids, everyone who lives there
  std::vector<Problem> problems;
  const Market market = small.builder().build(Strictness::lenient, &problems);
  EXPECT_EQ(market.places().area_ids.size(), 0U);
  EXPECT_EQ(market.places().grid_ids.size(), 0U);
  EXPECT_EQ(market.residents().size(), 0U);
  EXPECT_EQ(market.taxonomy().skills().size(), 4U);
}

TEST(MarketBuilder, FillsTravelFromCoordinatesAndKeepsWhatIsStated) {
  SmallMarket small;
  const Market filled = small.build();
  // 0.02 degrees of latitude are 2,223.9 m: 12 minutes at 200 m a minute, rounded up.
  EXPECT_EQ(filled.places().minutes(ModeRow(0), GridRow(0), GridRow(1)), 12);
  EXPECT_EQ(filled.places().minutes(ModeRow(0), GridRow(0), GridRow(0)), 0);
  small.travel = {{"bike", "g1", "g2", 40}, {"bike", "g2", "g1", 254}};
  const Market stated = small.build();
  EXPECT_EQ(stated.places().minutes(ModeRow(0), GridRow(0), GridRow(1)), 40);
  EXPECT_EQ(stated.places().minutes(ModeRow(0), GridRow(1), GridRow(0)), 12);  // not known: filled
  small.modes[0].metres_per_minute.reset();
  const Market no_speed = small.build();
  EXPECT_EQ(no_speed.places().minutes(ModeRow(0), GridRow(1), GridRow(0)), minutes_unknown);
  small.modes[0].metres_per_minute = 1;
  EXPECT_EQ(small.build().places().minutes(ModeRow(0), GridRow(1), GridRow(0)), out_of_reach);
}

TEST(MarketBuilder, AmountsInAnotherCurrencyAreMissing) {
  SmallMarket small;
  small.residents[0].pay_floor = 100;
  small.residents[0].currency = "USD";
  small.residents[1].pay_floor = 100;
  small.residents[1].currency = "CNY";
  const Market market = small.build();
  EXPECT_EQ(market.residents().pay_floors[0], no_money);
  EXPECT_EQ(market.residents().pay_floors[1], 100);
}

TEST(MarketBuilder, TakesASkillAskedTwiceOnceMustFirstThenTheHigherLevel) {
  SmallMarket small;
  small.postings[0].must_skills = {{{"wiring", 2, {}}, {"wiring", 3, {}}}};
  small.postings[0].nice_skills = {{{"wiring", 8, {}}, {"cooking", 0, 5}}};
  const Market market = small.build();
  const auto asked = market.postings().requirements[0];
  ASSERT_EQ(asked.size(), 2U);
  EXPECT_EQ(asked[0].count, 5);  // cooking
  EXPECT_TRUE(asked[1].must);
  EXPECT_EQ(asked[1].level, 3);
  EXPECT_EQ(asked[0].share + asked[1].share, 257);
  EXPECT_EQ(asked[0].share, 184);  // 257 * 5 / 7 = 183.57: the larger remainder
}

TEST(MarketBuilder, GivesBackRecordsThatBuildTheSameMarket) {
  SmallMarket small;
  small.postings[0].nice_skills = {{{"cooking", 0, 7}}};
  small.travel = {{"bike", "g1", "g2", 40}};
  const Market market = small.build();
  SmallMarket again;
  again.travel = travel_records(market);
  ASSERT_EQ(again.travel.size(), 1U);
  again.residents = {resident_record(market, 1), resident_record(market, 0)};
  again.postings = {posting_record(market, 0)};
  const Market rebuilt = again.build();
  EXPECT_EQ(resident_record(rebuilt, 0), resident_record(market, 0));
  EXPECT_EQ(posting_record(rebuilt, 0), posting_record(market, 0));
  EXPECT_EQ(rebuilt.places().travel, market.places().travel);
}

TEST(MarketBuilder, ReportsAmountsInACurrencyWhereTheMarketHasNoneAndKeepsTheirRows) {
  SmallMarket small;
  small.settings.currency.clear();
  small.residents[0].pay_floor = 100;
  small.residents[0].currency = "CNY";
  small.residents[1].currency = "CNY";  // and no amount: nothing is lost
  small.residents[1].pay_floor.reset();
  small.postings[0].pay_upper = 200;
  expect_one_problem(small, ErrorCode::missing_value, "residents", "currency");
  const Market market = small.builder().build(Strictness::lenient);
  EXPECT_EQ(market.residents().pay_floors[0], no_money);
  EXPECT_EQ(market.postings().monthly_pay[0], 200);
  small.settings.currency = "USD";
  EXPECT_EQ(small.problems(), std::vector<Problem>{});
  EXPECT_EQ(small.build().residents().pay_floors[0], no_money);
}

}  // namespace
}  // namespace aril
