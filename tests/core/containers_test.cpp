#include <gtest/gtest.h>

#include <random>

#include "aril/core/bitmap.hpp"
#include "aril/core/id_table.hpp"
#include "aril/core/ragged.hpp"
#include "aril/core/shares.hpp"

namespace aril {
namespace {

TEST(IdTable, FindsEveryIdAndNothingElse) {
  const IdTable ids({"", "a", "a\xC3\xA9", "b", "\xE7\x94\xB5"});
  for (std::size_t row = 0; row < ids.size(); ++row) EXPECT_EQ(ids.find(ids[row]), row);
  EXPECT_FALSE(ids.find("c"));
  EXPECT_FALSE(IdTable().find("a"));
}

TEST(Bitmap, KeepsBitsPastItsSizeZero) {
  for (const std::size_t size : {0U, 1U, 63U, 64U, 65U, 200U}) {
    const Bitmap full(size, true);
    EXPECT_EQ(full.count(), size);
    std::size_t visited = 0;
    full.for_each([&](std::size_t bit) { EXPECT_EQ(bit, visited++); });
    EXPECT_EQ(visited, size);
  }
}

TEST(Ragged, TellsNotStatedFromEmpty) {
  Ragged<int> lists;
  lists.push_back(std::vector<int>{1, 2});
  lists.push_back({}, true);
  lists.push_back({}, false);
  EXPECT_EQ(lists[0].size(), 2U);
  EXPECT_TRUE(lists.stated(1));
  EXPECT_FALSE(lists.stated(2));
  EXPECT_TRUE(lists[2].empty());
}

std::vector<std::uint32_t> shares(std::uint32_t total, const std::vector<WideCount>& counts) {
  return shares_by_largest_remainder(total, counts);
}

TEST(Shares, SumToTheTotalAndGiveWhatIsLeftToTheLargestRemainders) {
  EXPECT_EQ(shares(257, {2, 1}), (std::vector<std::uint32_t>{171, 86}));    // 171.33, 85.67
  EXPECT_EQ(shares(10, {1, 1, 1}), (std::vector<std::uint32_t>{4, 3, 3}));  // ties: the earlier entry
  EXPECT_EQ(shares(5, {0, 0}), (std::vector<std::uint32_t>{0, 0}));
  std::mt19937 random(3);
  for (int round = 0; round < 500; ++round) {
    std::vector<WideCount> counts(1 + random() % 9);
    for (WideCount& count : counts) count = random() % 50;
    counts[0] += 1;
    std::uint32_t sum = 0;
    for (const std::uint32_t share : shares(65'535, counts)) sum += share;
    EXPECT_EQ(sum, 65'535U);
  }
}

}  // namespace
}  // namespace aril
