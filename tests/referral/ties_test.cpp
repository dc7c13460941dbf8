#include "aril/referral/ties.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "aril/core/error.hpp"
#include "link_samples.hpp"

namespace aril {
namespace {

using test::random_links;

CompressedRows undirected(std::size_t count, const std::vector<RowPair>& pairs) {
  return symmetrized(CompressedRows::from_pairs(count, pairs));
}

// Floyd's distances without one link; 1,000 where there is no way.
std::uint32_t way_round(RowsView rows, std::size_t from, std::size_t to) {
  std::vector<std::vector<std::uint32_t>> distance(rows.size(), std::vector<std::uint32_t>(rows.size(), 1'000));
  for (std::size_t a = 0; a < rows.size(); ++a) {
    distance[a][a] = 0;
    for (const std::uint32_t b : rows[a]) distance[a][b] = 1;
  }
  distance[from][to] = distance[to][from] = 1'000;
  for (std::size_t via = 0; via < rows.size(); ++via) {
    for (std::size_t a = 0; a < rows.size(); ++a) {
      for (std::size_t b = 0; b < rows.size(); ++b) distance[a][b] = std::min(distance[a][b], distance[a][via] + distance[via][b]);
    }
  }
  return distance[from][to];
}

TEST(LocalBridges, OfARingAndATail) {
  // A ring of five, a tail from it, and a triangle.
  const CompressedRows rows = undirected(9, {{0, 1}, {1, 2}, {2, 3}, {3, 4}, {4, 0}, {4, 5}, {6, 7}, {7, 8}, {6, 8}});
  const std::vector<LocalBridge> expected{{0, 1, 4}, {0, 4, 4}, {1, 2, 4}, {2, 3, 4}, {3, 4, 4}, {4, 5, 0}};
  EXPECT_EQ(local_bridges(rows), expected);
  const auto near = local_bridges(rows, {.span_limit = 3});
  EXPECT_TRUE(std::ranges::all_of(near, [](const LocalBridge& bridge) { return bridge.span == 0; }));
}

TEST(LocalBridges, SpansAreTheShortestWaysRound) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 4 + seed % 16;
    const CompressedRows rows = symmetrized(random_links(vertices, vertices * (1 + seed % 3), seed));
    const std::uint32_t limit = 3 + seed % 5;
    std::vector<LocalBridge> expected;
    for (std::uint32_t a = 0; a < vertices; ++a) {
      for (const std::uint32_t b : rows.view()[a]) {
        const std::uint32_t span = way_round(rows, a, b);
        if (a < b && span > 2) expected.push_back({a, b, span <= limit ? span : 0});
      }
    }
    for (const std::size_t threads : {1U, 2U, 7U}) EXPECT_EQ(local_bridges(rows, {.span_limit = limit, .threads = threads}), expected);
  }
}

TEST(BurtConstraint, OfAStarAndATriangle) {
  const auto star = burt_constraint(undirected(5, {{0, 1}, {0, 2}, {0, 3}}));
  EXPECT_DOUBLE_EQ(star[0], 3 * (1.0 / 3) * (1.0 / 3));
  EXPECT_DOUBLE_EQ(star[1], 1);
  EXPECT_TRUE(std::isnan(star[4]));
  const auto triangle = burt_constraint(undirected(3, {{0, 1}, {0, 2}, {1, 2}}));
  EXPECT_DOUBLE_EQ(triangle[0], 2 * (0.5 + 0.25) * (0.5 + 0.25));
}

TEST(BurtConstraint, IsItsFormula) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 2 + seed % 20;
    const CompressedRows rows = symmetrized(random_links(vertices, vertices * (seed % 5), seed));
    std::map<std::pair<std::size_t, std::size_t>, double> weight;
    std::vector<double> weights;
    for (std::size_t a = 0; a < vertices; ++a) {
      for (const std::uint32_t b : rows.view()[a]) {
        weights.push_back(1.0 + static_cast<double>((std::min<std::size_t>(a, b) * 7 + std::max<std::size_t>(a, b)) % 5));
        weight[{a, b}] = weights.back();
      }
    }
    const auto share = [&](std::size_t a, std::size_t b) {
      double sum = 0;
      for (std::size_t other = 0; other < vertices; ++other) sum += weight.contains({a, other}) ? weight[{a, other}] : 0;
      return weight.contains({a, b}) ? weight[{a, b}] / sum : 0;
    };
    const auto constraints = burt_constraint(rows, weights, {.threads = 1});
    for (std::size_t u = 0; u < vertices; ++u) {
      double expected = 0;
      for (const std::uint32_t v : rows.view()[u]) {
        double one = share(u, v);
        for (std::size_t w = 0; w < vertices; ++w) one += share(u, w) * share(w, v);
        expected += one * one;
      }
      if (rows.view().degree(u) == 0) {
        EXPECT_TRUE(std::isnan(constraints[u]));
      } else {
        EXPECT_NEAR(constraints[u], expected, 1e-12);
      }
    }
    for (const std::size_t threads : {2U, 7U}) {
      const auto again = burt_constraint(rows, weights, {.threads = threads});
      EXPECT_TRUE(std::ranges::equal(again, constraints, [](double a, double b) { return a == b || (std::isnan(a) && std::isnan(b)); }));
    }
  }
}

TEST(TieReport, CountsKindsSideBySide) {
  // 0 knows 1 and 2 well (they know each other) and 3 a little; 2 works at employer 4, 3 at employer 5.
  const CompressedRows rows = undirected(6, {{0, 1}, {0, 2}, {1, 2}, {0, 3}, {2, 4}, {3, 5}});
  //                                     0: 1 2 3           1: 0 2       2: 0 1 4             3: 0 5    4: 2 5: 3
  const std::vector<std::uint16_t> strengths{900, 800, 100, 900, 700, 10, 700, 400, 90, 300, 400, 300};
  const std::vector<Placement> placements{{0, 5, true, 3}, {0, 5, true}, {0, 4, false}, {1, 5, true}, {3, 5, false}};
  const TieReport report = tie_report(rows, strengths, std::vector<std::uint16_t>{500}, placements);
  ASSERT_EQ(report.kinds.size(), 2U);
  const TieKind& weak = report.kinds[0];
  const TieKind& strong = report.kinds[1];
  EXPECT_EQ(weak.links, 3U);    // 0 - 3, 2 - 4, 3 - 5
  EXPECT_EQ(strong.links, 3U);  // 0 - 2 has 800 in one direction
  EXPECT_EQ(weak.bridges, 3U);
  EXPECT_EQ(strong.bridges, 0U);
  EXPECT_DOUBLE_EQ(weak.mean_embeddedness, 0);
  EXPECT_DOUBLE_EQ(strong.mean_embeddedness, 1);
  EXPECT_EQ(weak.carried, 1U);
  EXPECT_EQ(strong.carried, 0U);
  EXPECT_EQ(weak.referred_in_reach, 2U);
  EXPECT_EQ(weak.other_in_reach, 1U);  // 3 is linked with 5
  EXPECT_EQ(strong.referred_in_reach, 0U);
  EXPECT_EQ(strong.other_in_reach, 1U);  // 0 - 2 - 4
  EXPECT_EQ(report.referred, 3U);
  EXPECT_EQ(report.others, 2U);
  EXPECT_EQ(weak.below, 500U);
  EXPECT_EQ(strong.from, 500U);
}

TEST(TieReport, QuantilesAreStrengthsThatOccur) {
  const std::vector<std::uint16_t> strengths{5, 1, 4, 2, 3, 3};
  EXPECT_EQ(strength_quantiles(strengths, std::vector<double>{0, 0.5, 0.51, 1}), (std::vector<std::uint16_t>{1, 3, 3, 5}));
  EXPECT_EQ(strength_quantiles(strengths, std::vector<double>{0.34}), (std::vector<std::uint16_t>{3}));
}

TEST(Ties, RefuseWhatDoesNotFit) {
  const CompressedRows rows = undirected(3, {{0, 1}});
  const std::vector<std::uint16_t> strengths{1, 1};
  const std::vector<double> one_weight{1};
  const std::vector<double> no_weight{-1, 1};
  EXPECT_THROW((void)burt_constraint(rows, one_weight), Error);
  EXPECT_THROW((void)burt_constraint(rows, no_weight), Error);
  EXPECT_THROW((void)tie_report(rows, std::vector<std::uint16_t>{1}, {}, {}), Error);
  EXPECT_THROW((void)tie_report(rows, strengths, std::vector<std::uint16_t>{5, 5}, {}), Error);
  EXPECT_THROW((void)tie_report(rows, strengths, {}, std::vector<Placement>{{0, 3}}), Error);
  EXPECT_THROW((void)strength_quantiles({}, std::vector<double>{0.5}), Error);
  EXPECT_THROW((void)strength_quantiles(strengths, std::vector<double>{1.5}), Error);
}

}  // namespace
}  // namespace aril
