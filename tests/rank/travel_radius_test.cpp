// A travel radius saves memory; what it changes is what docs/definitions.md says it changes.
#include <gtest/gtest.h>

#include "aril/market/market_builder.hpp"
#include "aril/market/residents.hpp"
#include "aril/rank/ranker.hpp"
#include "aril/sample/district.hpp"

namespace aril {
namespace {

Market sample_with(std::optional<std::int64_t> radius) {
  MarketBuilder builder;
  sample::fill(builder, {.size = sample::Size::community, .seed = 5, .residents = 2000});
  builder.set({.currency = "CNY", .title_english = {}, .title_chinese = {}, .travel_radius = radius});
  return builder.build();
}

TEST(TravelRadius, AtOrAboveALimitThatIsStatedLeavesTheRuleAsItIs) {
  constexpr std::int64_t radius = 15;
  const Market whole = sample_with(std::nullopt);
  const Market near = sample_with(radius);
  const auto rank = [](const Market& market) {
    return Ranker(market, Policy::standard(), sample::reference_date()).rank({.k = 5, .threads = 2});
  };
  const auto of_whole = rank(whole);
  const auto of_near = rank(near);
  std::size_t kept = 0;
  std::size_t changed = 0;
  for (std::size_t row = 0; row < whole.residents().size(); ++row) {
    const std::int32_t limit = whole.residents().travel_limits[row];
    if (limit >= 0 && limit <= radius) {
      ++kept;
      ASSERT_EQ(of_near.eligible()[row], of_whole.eligible()[row]) << "resident " << row;
      const auto a = of_near.at(row);
      const auto b = of_whole.at(row);
      ASSERT_TRUE(std::equal(a.begin(), a.end(), b.begin(), b.end())) << "resident " << row;
    } else {
      changed += of_near.eligible()[row] < of_whole.eligible()[row] ? 1U : 0U;
      ASSERT_LE(of_near.eligible()[row], of_whole.eligible()[row]);
    }
  }
  EXPECT_GT(kept, 500U);
  EXPECT_GT(changed, 100U);  // whoever goes farther, or states no limit
}

}  // namespace
}  // namespace aril
