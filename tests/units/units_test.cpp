#include <gtest/gtest.h>

#include "aril/core/error.hpp"
#include "aril/units/date.hpp"
#include "aril/units/level.hpp"
#include "aril/units/money.hpp"
#include "aril/units/week_mask.hpp"

namespace aril {
namespace {

TEST(Date, CountsDaysFromTheEpochAndBack) {
  EXPECT_EQ(Date(1970, 1, 1).days(), 0);
  EXPECT_EQ(Date(2000, 3, 1).days(), 11'017);
  EXPECT_EQ(Date(2026, 6, 3).days(), 20'607);
  for (std::int32_t day = -719'162; day <= 2'932'896; day += 97) {
    const Date date = Date::from_days(day);
    EXPECT_EQ(Date::parse(date.iso()), date) << date.iso();
  }
}

TEST(Date, KnowsLeapYearsAndRefusesWhatIsNoDay) {
  EXPECT_TRUE(Date::parse("2024-02-29"));
  EXPECT_TRUE(Date::parse("2000-02-29"));
  for (const char* text :
       {"2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-4-01", "2024-04-31", "24-04-01", "2024/04/01", "2024-04-01 ", ""}) {
    EXPECT_FALSE(Date::parse(text)) << text;
  }
  EXPECT_THROW(Date(2023, 2, 29), Error);
}

TEST(Money, TurnsAnyPeriodIntoAMonthRoundedHalfUp) {
  EXPECT_EQ(monthly_pay(1'850, PayPeriod::hour), 321'900);
  EXPECT_EQ(monthly_pay(1, PayPeriod::day), 22);  // 21.75
  EXPECT_EQ(monthly_pay(2, PayPeriod::day), 44);  // 43.5
  EXPECT_EQ(monthly_pay(1, PayPeriod::week), 4);  // 4.33
  EXPECT_EQ(monthly_pay(3, PayPeriod::week), 13);
  EXPECT_EQ(monthly_pay(6, PayPeriod::year), 1);  // 0.5
  EXPECT_EQ(monthly_pay(5, PayPeriod::year), 0);
  EXPECT_EQ(monthly_pay(77, PayPeriod::month), 77);
}

TEST(WeekMask, ReadsAndWritesWhatAPersonWouldWrite) {
  const auto mask = WeekMask::parse("mon-fri 9-18|sat 10-14");
  ASSERT_TRUE(mask);
  EXPECT_EQ(mask->hours(), 49);
  EXPECT_TRUE(mask->test(9));
  EXPECT_FALSE(mask->test(18));
  EXPECT_TRUE(mask->test(5 * 24 + 13));
  EXPECT_EQ(mask->text(), "mon-fri 9-18|sat 10-14");
  EXPECT_EQ(WeekMask::parse("-")->hours(), 0);
  EXPECT_EQ(WeekMask{}.text(), "-");
  EXPECT_EQ(WeekMask::parse("mon-sun 0-24")->hours(), 168);
}

TEST(WeekMask, RefusesWhatItDoesNotKnow) {
  for (const char* text :
       {"", "mon", "mon 9", "mon 18-9", "mon 9-9", "sun-mon 9-10", "mon 9-25", "Mon 9-10", "mon  9-10", "mon 9-10|", "mon 09:00-10"}) {
    EXPECT_FALSE(WeekMask::parse(text)) << text;
  }
}

TEST(WeekMask, ReadsBackEveryMaskItWrites) {
  std::uint64_t state = 1;
  for (int round = 0; round < 300; ++round) {
    WeekMask mask;
    for (std::size_t bit = 0; bit < 168; ++bit) {
      state = state * 6364136223846793005U + 1442695040888963407U;
      if (state >> 62 == 0) mask.add(bit / 24, bit % 24, bit % 24 + 1);
    }
    EXPECT_EQ(WeekMask::parse(mask.text()), mask) << mask.text();
  }
}

TEST(Level, FollowsTheScalesThatPeopleBring) {
  EXPECT_EQ(level_of_certificate_grade(5), 2);
  EXPECT_EQ(level_of_certificate_grade(1), 6);
  EXPECT_FALSE(level_of_onet(0));
  EXPECT_EQ(level_of_onet(0.12), 1);
  EXPECT_EQ(level_of_onet(2.5), 4);
  EXPECT_EQ(level_of_onet(7), 8);
}

}  // namespace
}  // namespace aril
