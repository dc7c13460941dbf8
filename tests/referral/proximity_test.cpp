#include "aril/referral/proximity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "aril/core/cpu_level.hpp"
#include "aril/core/error.hpp"
#include "link_samples.hpp"

namespace aril {
namespace {

using test::random_links;
using Vertices = std::vector<std::uint32_t>;

// Two triangles that share the link 1 - 2, and a tail 3 - 4; 5 stands alone.
CompressedRows kite() {
  const std::vector<RowPair> pairs{{0, 1}, {0, 2}, {1, 2}, {1, 3}, {2, 3}, {3, 4}};
  return symmetrized(CompressedRows::from_pairs(6, pairs));
}

bool linked(RowsView rows, std::size_t a, std::size_t b) {
  return std::ranges::find(rows[a], static_cast<std::uint32_t>(b)) != rows[a].end();
}

Vertices common_by_looking(RowsView rows, std::size_t a, std::size_t b) {
  Vertices common;
  for (std::uint32_t v = 0; v < rows.size(); ++v) {
    if (linked(rows, a, v) && linked(rows, b, v)) common.push_back(v);
  }
  return common;
}

// reach[a][b]: whether a walk leads from a to b.
std::vector<std::vector<bool>> reach_of(RowsView rows) {
  std::vector<std::vector<bool>> reach(rows.size(), std::vector<bool>(rows.size()));
  for (std::size_t a = 0; a < rows.size(); ++a) {
    reach[a][a] = true;
    for (const std::uint32_t b : rows[a]) reach[a][b] = true;
  }
  for (std::size_t via = 0; via < rows.size(); ++via) {
    for (std::size_t a = 0; a < rows.size(); ++a) {
      for (std::size_t b = 0; b < rows.size(); ++b) reach[a][b] = reach[a][b] || (reach[a][via] && reach[via][b]);
    }
  }
  return reach;
}

TEST(Proximity, OfTheKite) {
  const CompressedRows rows = kite();
  const auto together = embeddedness(rows);
  //                                  0: 1 2 | 1: 0 2 3 | 2: 0 1 3 | 3: 1 2 4 | 4: 3
  EXPECT_EQ(together, (Vertices{1, 1, 1, 2, 1, 1, 2, 1, 1, 1, 0, 0}));
  EXPECT_EQ(triangle_count(together), 2U);
  EXPECT_EQ(triangles_of_vertices(rows, together), (std::vector<std::uint64_t>{1, 2, 2, 1, 0, 0}));
  const Clustering clusters = clustering(rows, together);
  EXPECT_DOUBLE_EQ(clusters.coefficients[0], 1);
  EXPECT_DOUBLE_EQ(clusters.coefficients[1], 2.0 / 3);
  EXPECT_DOUBLE_EQ(clusters.coefficients[3], 1.0 / 3);
  EXPECT_DOUBLE_EQ(clusters.average, (1 + 2.0 / 3 + 2.0 / 3 + 1.0 / 3) / 6);
  EXPECT_EQ(common_neighbours(rows, {0, 3}), (Vertices{1, 2}));
  EXPECT_DOUBLE_EQ(adamic_adar(rows, std::vector<RowPair>{{0, 3}})[0], 2 / std::log(3.0));
}

TEST(Proximity, EqualsLookingAtEveryVertex) {
  for (std::uint32_t seed = 0; seed < 80; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 1 + seed % 30;
    const CompressedRows rows = symmetrized(random_links(vertices, vertices * (seed % 6), seed));
    const auto together = embeddedness(rows, {.threads = 2});
    const auto closeness = adamic_adar_of_links(rows, {.threads = 2});
    std::size_t link = 0;
    std::vector<RowPair> pairs;
    for (std::uint32_t a = 0; a < vertices; ++a) {
      for (const std::uint32_t b : rows.view()[a]) {
        const Vertices common = common_by_looking(rows, a, b);
        EXPECT_EQ(together[link], common.size());
        double sum = 0;
        for (const std::uint32_t v : common) sum += 1 / std::log(static_cast<double>(rows.view().degree(v)));
        EXPECT_DOUBLE_EQ(closeness[link++], sum);
      }
      for (std::uint32_t b = 0; b < vertices; ++b) pairs.push_back({a, b});
    }
    const auto counts = common_neighbour_counts(rows, pairs);
    const auto scores = adamic_adar(rows, pairs);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const Vertices common = common_by_looking(rows, pairs[i].row, pairs[i].column);
      EXPECT_EQ(common_neighbours(rows, pairs[i]), common);
      EXPECT_EQ(counts[i], common.size());
      EXPECT_EQ(scores[i] > 0, std::ranges::any_of(common, [&](auto v) { return rows.view().degree(v) > 1; }));
    }
  }
}

TEST(Proximity, LinksAndPairsGiveTheSameBytesForAnyThreads) {
  const CompressedRows rows = symmetrized(random_links(5'000, 40'000, 3));
  const auto closeness = adamic_adar_of_links(rows, {.threads = 1});
  const auto together = embeddedness(rows, {.threads = 1});
  std::vector<RowPair> pairs;
  for (std::uint32_t a = 0; a < rows.size(); ++a) {
    for (const std::uint32_t b : rows.view()[a]) pairs.push_back({a, b});
  }
  EXPECT_EQ(adamic_adar(rows, pairs), closeness);
  EXPECT_EQ(common_neighbour_counts(rows, pairs), together);
  for (const std::size_t threads : {2U, 7U}) {
    EXPECT_EQ(adamic_adar_of_links(rows, {.threads = threads}), closeness);
    EXPECT_EQ(embeddedness(rows, {.threads = threads}), together);
  }
}

// Of every size: the fast path holds up to 64 links in registers of 8 or 16.
TEST(Proximity, EveryCpuLevelCountsTheSameWhateverTheDegrees) {
  const CpuLevel used = cpu_level();
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    SCOPED_TRACE(seed);
    std::vector<RowPair> pairs;
    std::mt19937 random(seed);
    for (std::uint32_t a = 0; a < 140; ++a) {  // the lower, the more links
      for (std::uint32_t b = 0; b < a; ++b) {
        if (random() % (140 * (1 + seed)) < 140 - b) pairs.push_back({a, b});
      }
    }
    const CompressedRows rows = symmetrized(CompressedRows::from_pairs(140, pairs));
    pairs.clear();
    for (std::uint32_t a = 0; a < rows.size(); ++a) {
      for (const std::uint32_t b : rows.view()[a]) pairs.push_back({a, b});
    }
    for (const CpuLevel level : {CpuLevel::scalar, CpuLevel::avx2, CpuLevel::avx512}) {
      if (level > best_cpu_level()) continue;
      use_cpu_level(level);
      EXPECT_EQ(embeddedness(rows, {.threads = 2}), common_neighbour_counts(rows, pairs));
    }
  }
  use_cpu_level(used);
}

TEST(Components, AreWhoReachesWhom) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    SCOPED_TRACE(seed);
    const std::size_t vertices = 1 + seed % 14;
    const CompressedRows links = random_links(vertices, vertices * (1 + seed % 3) / 2, seed);
    const auto reach = reach_of(links);
    const auto both = reach_of(symmetrized(links));
    const Components strong = strong_components(links);
    const Components weak = weak_components(links);
    std::uint32_t highest = 0;
    for (std::size_t a = 0; a < vertices; ++a) {
      for (std::size_t b = 0; b < vertices; ++b) {
        EXPECT_EQ(strong.of[a] == strong.of[b], reach[a][b] && reach[b][a]);
        EXPECT_EQ(weak.of[a] == weak.of[b], both[a][b]);
      }
      EXPECT_LE(strong.of[a], highest);  // numbered by their lowest vertex
      highest = std::max(highest, strong.of[a] + 1);
      EXPECT_EQ(strong.sizes[strong.of[a]], std::ranges::count(strong.of, strong.of[a]));
      EXPECT_EQ(weak.sizes[weak.of[a]], std::ranges::count(weak.of, weak.of[a]));
    }
    EXPECT_EQ(strong.sizes.size(), highest);
    EXPECT_EQ(strong.largest(), *std::ranges::max_element(strong.sizes));
  }
}

TEST(Components, OfALongChainNeedNoDeepStack) {
  std::vector<RowPair> pairs;
  for (std::uint32_t v = 0; v + 1 < 1'000'000; ++v) pairs.push_back({v, v + 1});
  const CompressedRows chain = CompressedRows::from_pairs(1'000'000, pairs);
  EXPECT_EQ(strong_components(chain).sizes.size(), 1'000'000U);
  EXPECT_EQ(weak_components(chain).largest(), 1'000'000U);
}

TEST(Proximity, RefusesWhatIsNoVertex) {
  EXPECT_THROW((void)common_neighbours(kite(), {0, 6}), Error);
  EXPECT_THROW((void)adamic_adar(kite(), std::vector<RowPair>{{6, 0}}), Error);
  EXPECT_THROW((void)triangles_of_vertices(kite(), Vertices{1}), Error);
}

TEST(ProximityRealData, KnownNumbersOfTheEmailGraph) {
  const auto links = test::email_links();
  if (!links) GTEST_SKIP() << test::no_email_links;
  EXPECT_EQ(weak_components(*links).largest(), 986U);
  EXPECT_EQ(strong_components(*links).largest(), 803U);
  const CompressedRows rows = symmetrized(*links);
  EXPECT_EQ(rows.view().columns.size(), 2U * 16'064);
  const auto together = embeddedness(rows);
  EXPECT_EQ(triangle_count(together), 105'461U);
  EXPECT_NEAR(clustering(rows, together).average, 0.3994, 5e-5);
}

}  // namespace
}  // namespace aril
