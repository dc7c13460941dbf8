// The sample's neighbours: what their header promises.
#include "aril/sample/neighbours.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "aril/market/residents.hpp"
#include "aril/sample/district.hpp"

namespace aril::sample {
namespace {

const Market& community() {
  static const Market market = district({.size = Size::community, .seed = 7});
  return market;
}

std::size_t links_of(const Neighbours& known, LinkKind kind) {
  return static_cast<std::size_t>(
      std::count_if(known.links.begin(), known.links.end(), [&](const LinkRecord& link) { return link.kind == kind; }));
}

TEST(SampleNeighbours, AreTheSameForTheSameSeed) {
  const Neighbours known = neighbours(community(), 7);
  const Neighbours again = neighbours(community(), 7);
  EXPECT_EQ(known.links, again.links);
  EXPECT_EQ(known.people, again.people);
  EXPECT_NE(known.links, neighbours(community(), 8).links);
}

TEST(SampleNeighbours, HaveTheSharesThatTheirHeaderNames) {
  const Neighbours known = neighbours(community(), 7);
  const auto tenths = [](std::size_t count) {
    return static_cast<double>(count) / static_cast<double>(community().residents().size()) * 10;
  };
  EXPECT_NEAR(tenths(links_of(known, LinkKind::worked_at)), 4, 0.3);
  EXPECT_NEAR(tenths(links_of(known, LinkKind::friend_) / 2), 15, 0.5);  // 1.5 each
  EXPECT_NEAR(tenths(static_cast<std::size_t>(
                  std::count_if(known.consents.begin(), known.consents.end(),
                                [](const ConsentRecord& record) { return record.kind == LinkKind::same_grid && record.consent; }))),
              6, 0.3);
  EXPECT_GT(known.people.size(), 10U);
  EXPECT_EQ(known.memberships.size(), links_of(known, LinkKind::worked_at));
}

TEST(SampleNeighbours, OfAnEmptyMarketAreNone) {
  const Neighbours known = neighbours(Market(), 1);
  EXPECT_TRUE(known.people.empty() && known.links.empty() && known.memberships.empty() && known.consents.empty());
}

}  // namespace
}  // namespace aril::sample
