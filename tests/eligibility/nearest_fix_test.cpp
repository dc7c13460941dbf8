// The nearest fix, applied, makes its rule pass; one unit less does not.
#include <gtest/gtest.h>

#include <algorithm>

#include "aril/eligibility/near_miss.hpp"
#include "aril/eligibility/standard_rules.hpp"
#include "aril/market/kind.hpp"
#include "aril/units/week_mask.hpp"
#include "support/small_market.hpp"

namespace aril {
namespace {

using test::SmallMarket;

const Date today(2026, 6, 3);

Answer answer_of(const SmallMarket& small, RuleCode code) {
  return StandardRules(small.build(), today).answer(code, ResidentRow(0), PostingRow(0));
}

std::vector<FixItem> fix_of(const SmallMarket& small, RuleCode code) {
  EXPECT_EQ(answer_of(small, code), Answer::fail) << name_of(code);
  return nearest_fix(StandardRules(small.build(), today), code, ResidentRow(0), PostingRow(0));
}

// apply(market, amount): changes the market by so many units.
template <class Apply>
void expect_smallest(const SmallMarket& small, RuleCode code, FixUnit unit, Apply apply) {
  const std::vector<FixItem> fix = fix_of(small, code);
  ASSERT_EQ(fix.size(), 1U) << name_of(code);
  EXPECT_EQ(fix[0].unit, unit);
  SmallMarket fixed = small;
  apply(fixed, fix[0].amount);
  EXPECT_EQ(answer_of(fixed, code), Answer::pass) << name_of(code);
  SmallMarket short_by_one = small;
  apply(short_by_one, fix[0].amount - 1);
  EXPECT_EQ(answer_of(short_by_one, code), Answer::fail) << name_of(code);
}

TEST(NearestFix, IsTheSmallestNumberThatTurnsTheRule) {
  SmallMarket small;
  small.residents[0].travel_limit = 5;
  expect_smallest(small, RuleCode::travel, FixUnit::minutes, [](SmallMarket& m, std::int64_t n) { *m.residents[0].travel_limit += n; });

  small.residents[0].pay_floor = 500'001;
  small.postings[0].pay_lower = 400'000;
  expect_smallest(small, RuleCode::pay, FixUnit::money, [](SmallMarket& m, std::int64_t n) { *m.residents[0].pay_floor -= n; });

  small.residents[0].week = WeekMask::parse("mon 9-11");
  small.postings[0].week = WeekMask::parse("mon-fri 9-18");
  small.postings[0].hours_asked = 9;
  expect_smallest(small, RuleCode::week, FixUnit::hours,
                  [](SmallMarket& m, std::int64_t n) { m.residents[0].week->add(0, 11, 11 + static_cast<std::size_t>(n)); });

  small.postings[0].opens = Date(2026, 6, 10);
  expect_smallest(small, RuleCode::open, FixUnit::days, [](SmallMarket& m, std::int64_t n) {
    m.postings[0].opens = Date::from_days(m.postings[0].opens->days() - static_cast<std::int32_t>(n));
  });
  small.postings[0].opens.reset();
  small.postings[0].closes = Date(2026, 5, 31);
  expect_smallest(small, RuleCode::open, FixUnit::days, [](SmallMarket& m, std::int64_t n) {
    m.postings[0].closes = Date::from_days(m.postings[0].closes->days() + static_cast<std::int32_t>(n));
  });

  small.postings[0].seats = 0;
  expect_smallest(small, RuleCode::seats, FixUnit::seats, [](SmallMarket& m, std::int64_t n) { *m.postings[0].seats += n; });

  small.residents[0].available_from = Date(2026, 7, 1);
  small.postings[0].latest_start = Date(2026, 6, 20);
  expect_smallest(small, RuleCode::start, FixUnit::days, [](SmallMarket& m, std::int64_t n) {
    m.residents[0].available_from = Date::from_days(m.residents[0].available_from->days() - static_cast<std::int32_t>(n));
  });

  small.residents[0].skills = {{{"wiring", 1}, {"house_wiring", 2}}};
  small.postings[0].must_skills = {{{"wiring", 5, {}}}};
  expect_smallest(small, RuleCode::must_skill, FixUnit::levels, [](SmallMarket& m, std::int64_t n) {
    Level& best = (*m.residents[0].skills)[1].level;
    best = static_cast<Level>(best + n);
  });

  small.residents[0].languages = {{{"zh", 2}}};
  small.postings[0].languages = {{{"zh", 4}}};
  expect_smallest(small, RuleCode::language, FixUnit::levels, [](SmallMarket& m, std::int64_t n) {
    Level& level = (*m.residents[0].languages)[0].level;
    level = static_cast<Level>(level + n);
  });
}

TEST(NearestFix, CountsMoneyAndUnitsOfCoursesAndPiecework) {
  SmallMarket small;
  small.postings[0].kind = Kind::training_slot;
  small.postings[0].fee = 30'000;
  small.residents[0].budget = 20'000;
  expect_smallest(small, RuleCode::fee, FixUnit::money, [](SmallMarket& m, std::int64_t n) { *m.residents[0].budget += n; });
  small.postings[0].kind = Kind::piecework_lot;
  small.postings[0].least_daily_units = 40;
  small.residents[0].daily_units = 25;
  expect_smallest(small, RuleCode::daily_units, FixUnit::units, [](SmallMarket& m, std::int64_t n) { *m.residents[0].daily_units += n; });
}

TEST(NearestFix, NamesEverythingThatIsMissing) {
  SmallMarket small;
  small.residents[0].credentials = {{"health"}};
  small.postings[0].credentials = {{"driving", "health", "welding"}};
  EXPECT_EQ(fix_of(small, RuleCode::credential),
            (std::vector<FixItem>{{FixUnit::credential, 0, "driving"}, {FixUnit::credential, 0, "welding"}}));
  small.residents[0].credentials->push_back("driving");
  EXPECT_EQ(answer_of(small, RuleCode::credential), Answer::fail);
  small.residents[0].credentials->push_back("welding");
  EXPECT_EQ(answer_of(small, RuleCode::credential), Answer::pass);

  small.residents[0].skills = {{{"cooking", 0}}};
  small.postings[0].must_skills = {{{"wiring", 3, {}}, {"cooking", 0, {}}}};
  EXPECT_EQ(fix_of(small, RuleCode::must_skill), (std::vector<FixItem>{{FixUnit::skill, 3, "wiring"}}));

  small.residents[0].languages = std::vector<LanguageItem>{};
  small.postings[0].languages = {{{"en", 0}, {"zh", 3}}};
  EXPECT_EQ(fix_of(small, RuleCode::language), (std::vector<FixItem>{{FixUnit::language, 0, "en"}, {FixUnit::language, 3, "zh"}}));

  small.residents[0].needs = {{"quiet", "step_free"}};
  small.postings[0].offers = {{{"quiet", false}}};
  EXPECT_EQ(fix_of(small, RuleCode::need), (std::vector<FixItem>{{FixUnit::need, 0, "quiet"}}));

  small.residents[0].wanted_kinds = {{Kind::internship}};
  EXPECT_EQ(fix_of(small, RuleCode::kind), (std::vector<FixItem>{{FixUnit::kind, 0, "job"}}));
  small.residents[0].wanted_workplaces = {{Workplace::remote}};
  EXPECT_EQ(fix_of(small, RuleCode::workplace), (std::vector<FixItem>{{FixUnit::workplace, 0, "on_site"}}));

  small.postings[0].kind = Kind::training_slot;
  small.postings[0].prerequisite_skills = {{{"wiring", 2}}};
  small.postings[0].prerequisite_credentials = {{"driving", "forklift"}};
  EXPECT_EQ(fix_of(small, RuleCode::prerequisite),
            (std::vector<FixItem>{{FixUnit::skill, 2, "wiring"}, {FixUnit::credential, 0, "forklift"}}));
}

TEST(NearestFix, IsNoneForAgeBlocksAndWhatIsOutOfReach) {
  SmallMarket small;
  small.postings[0].legal_age = true;
  small.residents[0].of_legal_age = false;
  EXPECT_TRUE(fix_of(small, RuleCode::age).empty());
  small.residents[0].blocked_employers = {{"e1"}};
  EXPECT_TRUE(fix_of(small, RuleCode::blocked).empty());
  small.travel = {{"bike", "g1", "g2", 255}};
  small.residents[0].travel_limit.reset();
  EXPECT_TRUE(fix_of(small, RuleCode::travel).empty());  // no limit would reach it
}

}  // namespace
}  // namespace aril
