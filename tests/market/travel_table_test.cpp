#include "aril/market/travel_table.hpp"

#include <gtest/gtest.h>

#include <random>

#include "aril/market/market_builder.hpp"
#include "aril/market/places.hpp"
#include "support/small_market.hpp"

namespace aril {
namespace {

using test::SmallMarket;

TEST(TravelTable, GivesBackEveryCellWhateverIsMostOfARow) {
  constexpr std::size_t grids = 100;
  std::mt19937 random(5);
  std::vector<TravelCell> usual(grids);
  for (TravelCell& cell : usual) cell = random() % 8 == 0 ? minutes_unknown : out_of_reach;
  TravelTable table(usual);
  std::vector<std::vector<TravelCell>> expected;
  for (std::uint32_t from = 0; from < grids; ++from) {
    std::vector<TravelCell> row = from % 3 == 0 ? std::vector<TravelCell>(grids, minutes_unknown) : usual;
    for (TravelCell& cell : row) {
      if (random() % grids < from) cell = static_cast<TravelCell>(random() % 256);  // none in the first row, nearly all in the last
    }
    table.set_row(GridRow(from), row);
    expected.push_back(row);
  }
  std::vector<TravelCell> copied(grids);
  for (std::uint32_t from = 0; from < grids; ++from) {
    table.copy_row(GridRow(from), copied);
    ASSERT_EQ(copied, expected[from]) << "from " << from;
    for (std::uint32_t to = 0; to < grids; ++to) ASSERT_EQ(table.minutes(GridRow(from), GridRow(to)), expected[from][to]);
  }
}

TEST(TravelTable, TakesNoRoomForWhatIsOutOfReach) {
  constexpr std::size_t grids = 4000;
  TravelTable near(std::vector<TravelCell>(grids, out_of_reach));
  TravelTable full(std::vector<TravelCell>(grids, out_of_reach));
  std::vector<TravelCell> row(grids, out_of_reach);
  for (std::size_t to = 0; to < 40; ++to) row[to] = 10;
  for (std::uint32_t from = 0; from < grids; ++from) near.set_row(GridRow(from), row);
  std::fill(row.begin(), row.end(), TravelCell{10});
  for (std::uint32_t from = 0; from < grids; ++from) full.set_row(GridRow(from), row);
  EXPECT_LT(near.bytes(), grids * grids / 10);
  EXPECT_GE(full.bytes(), grids * grids);
  EXPECT_LT(full.bytes(), grids * grids * 11 / 10);
}

Market with_radius(const SmallMarket& small, std::int64_t radius) {
  MarketBuilder builder = small.builder();
  builder.set({.currency = {}, .title_english = {}, .title_chinese = {}, .travel_radius = radius});
  return builder.build();
}

// The two grids lie 12 minutes apart.
TEST(TravelRadius, WhatIsFartherIsOutOfReachStatedOrNot) {
  SmallMarket small;
  small.travel = {{"bike", "g2", "g1", 40}};
  EXPECT_EQ(with_radius(small, 12).places().minutes(ModeRow(0), GridRow(0), GridRow(1)), 12);
  EXPECT_EQ(with_radius(small, 11).places().minutes(ModeRow(0), GridRow(0), GridRow(1)), out_of_reach);
  EXPECT_EQ(with_radius(small, 40).places().minutes(ModeRow(0), GridRow(1), GridRow(0)), 40);
  EXPECT_EQ(with_radius(small, 39).places().minutes(ModeRow(0), GridRow(1), GridRow(0)), out_of_reach);
  EXPECT_EQ(with_radius(small, 0).places().minutes(ModeRow(0), GridRow(0), GridRow(0)), 0);
}

TEST(TravelRadius, WhatIsNotKnownStaysNotKnown) {
  SmallMarket small;
  small.modes[0].metres_per_minute.reset();
  EXPECT_EQ(with_radius(small, 5).places().minutes(ModeRow(0), GridRow(1), GridRow(0)), minutes_unknown);
}

TEST(TravelRadius, IsANumberOfMinutesThatACellCanHold) {
  MarketBuilder builder;
  for (const std::int64_t radius : {-1, 254}) {
    try {
      builder.set({.currency = {}, .title_english = {}, .title_chinese = {}, .travel_radius = radius});
      ADD_FAILURE() << radius;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::out_of_range);
    }
  }
}

}  // namespace
}  // namespace aril
