#include "aril/core/top_k.hpp"

#include <gtest/gtest.h>

#include <random>

namespace aril {
namespace {

TEST(TotalOrder, PutsTheHigherScoreFirstAndOnTiesTheLowerRow) {
  EXPECT_GT(order_key(5, 9), order_key(4, 0));
  EXPECT_GT(order_key(5, 1), order_key(5, 2));
  EXPECT_EQ(score_of(order_key(4'294'836'225U, 7)), 4'294'836'225U);
  EXPECT_EQ(row_of(order_key(1, 123'456)), 123'456U);
}

TEST(TopK, EqualsAFullSortForAnyOrderOfPushes) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
    const std::size_t count = below(200);
    const std::size_t k = below(40);
    const std::uint32_t distinct = 1 + below(20);  // many ties
    std::vector<OrderKey> all;
    for (std::uint32_t row = 0; row < count; ++row) all.push_back(order_key(below(distinct), row));
    std::shuffle(all.begin(), all.end(), random);
    TopK top(k);
    for (const OrderKey key : all) top.push(key);
    std::vector<OrderKey> best;
    top.take(best);
    std::sort(all.begin(), all.end(), std::greater<>{});
    all.resize(std::min(k, all.size()));
    EXPECT_EQ(best, all) << "seed " << seed;
  }
}

TEST(TopK, IsEmptyAfterTakeAndCanBeUsedAgain) {
  TopK top(2);
  for (std::uint32_t row = 0; row < 100; ++row) top.push(order_key(1000, row));
  std::vector<OrderKey> best;
  top.take(best);
  top.push(order_key(1, 3));
  top.take(best);
  EXPECT_EQ(best, std::vector<OrderKey>{order_key(1, 3)});
}

}  // namespace
}  // namespace aril
