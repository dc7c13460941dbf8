#include "aril/referral/page_rank.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "aril/core/cpu_level.hpp"
#include "aril/core/error.hpp"
#include "link_samples.hpp"

namespace aril {
namespace {

using test::random_links;
using Seeds = std::vector<std::uint32_t>;

double distance(std::span<const double> a, std::span<const double> b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += std::abs(a[i] - b[i]);
  return sum;
}

std::vector<double> dense(const SparseRanks& ranks, std::size_t seed_number, std::size_t vertices) {
  std::vector<double> values(vertices);
  const auto named = ranks.vertices_of(seed_number);
  for (std::size_t i = 0; i < named.size(); ++i) values[named[i]] = ranks.ranks_of(seed_number)[i];
  return values;
}

// The definition, walked step by step until nothing moves.
std::vector<double> walked(RowsView links, std::span<const double> teleport, double damping) {
  std::vector<double> ranks(teleport.begin(), teleport.end());
  for (int step = 0; step < 400; ++step) {
    std::vector<double> next(links.size());
    double restarts = 0;
    for (std::size_t v = 0; v < links.size(); ++v) {
      restarts += links[v].empty() ? ranks[v] : (1 - damping) * ranks[v];
      for (const std::uint32_t to : links[v]) next[to] += damping * ranks[v] / static_cast<double>(links.degree(v));
    }
    for (std::size_t v = 0; v < links.size(); ++v) next[v] += restarts * teleport[v];
    ranks = next;
  }
  return ranks;
}

std::vector<double> only(std::size_t vertices, std::uint32_t seed) {
  std::vector<double> teleport(vertices);
  teleport[seed] = 1;
  return teleport;
}

Seeds all_vertices(std::size_t count) {
  Seeds seeds(count);
  std::iota(seeds.begin(), seeds.end(), 0U);
  return seeds;
}

CompressedRows sample(std::uint32_t seed, bool both_ways) {
  const std::size_t vertices = 2 + seed % 50;
  const CompressedRows links = random_links(vertices, vertices * (seed % 4), seed);
  return both_ways ? symmetrized(links) : links;
}

TEST(PageRank, OfTwoThatKnowEachOther) {
  // From a: stays with 0.15, so x = 0.15 + 0.85 y, y = 0.85 x.
  const CompressedRows links({0, 1, 2}, {1, 0});
  const PageRanks ranks = page_rank(links, Seeds{0});
  EXPECT_NEAR(ranks.of(0)[0], 0.15 / (1 - 0.85 * 0.85), 1e-9);
  EXPECT_NEAR(ranks.of(0)[1], 0.85 * 0.15 / (1 - 0.85 * 0.85), 1e-9);
}

TEST(PageRank, AVertexWithoutLinksKeepsItsSeed) {
  const CompressedRows links({0, 0, 1, 2}, {2, 1});
  const PageRanks ranks = page_rank(links, Seeds{0, 1});
  EXPECT_DOUBLE_EQ(ranks.of(0)[0], 1);
  EXPECT_DOUBLE_EQ(ranks.of(1)[0], 0);
}

TEST(PageRank, IsTheWalksShares) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    for (const bool both_ways : {false, true}) {
      SCOPED_TRACE(testing::Message() << "seed " << seed << (both_ways ? ", both ways" : ""));
      const CompressedRows links = sample(seed, both_ways);
      const Seeds seeds = all_vertices(links.size());
      const PageRanks ranks = page_rank(links, seeds);
      const PageRanks direct = page_rank_direct(links, seeds);
      for (const std::uint32_t vertex : seeds) {
        const auto expected = walked(links, only(links.size(), vertex), 0.85);
        EXPECT_LE(ranks.error_bounds[vertex], 1e-8);
        EXPECT_LE(distance(ranks.of(vertex), expected), ranks.error_bounds[vertex] + 1e-13);
        EXPECT_LE(distance(direct.of(vertex), expected), 1e-12);
      }
    }
  }
}

TEST(PageRank, KeepsItsBoundForOtherDampingsAndTolerances) {
  const CompressedRows directed = random_links(80, 300, 5);
  for (const CompressedRows& links : {directed, symmetrized(directed)}) {
    for (const double damping : {0.0, 0.3, 0.85, 0.99}) {
      const PageRanks direct = page_rank_direct(links, Seeds{3, 70}, damping);
      for (const double tolerance : {1e-2, 1e-5, 1e-8, 1e-11}) {
        const PageRanks ranks = page_rank(links, Seeds{3, 70}, {.damping = damping, .tolerance = tolerance});
        for (std::size_t i = 0; i < 2; ++i) {
          EXPECT_LE(ranks.error_bounds[i], tolerance) << damping;
          EXPECT_LE(distance(ranks.of(i), direct.of(i)), ranks.error_bounds[i] + 1e-12) << damping << " " << tolerance;
          EXPECT_NEAR(std::accumulate(ranks.of(i).begin(), ranks.of(i).end(), 0.0), 1, 1e-12);
        }
      }
    }
  }
}

TEST(PageRank, FromSharesIsTheMixtureOfSeeds) {
  for (const bool both_ways : {false, true}) {
    const CompressedRows links = sample(31, both_ways);
    std::vector<double> teleport(links.size());
    for (std::size_t i = 0; i < teleport.size(); ++i) teleport[i] = static_cast<double>(i % 3) * 7;
    const PageRanks ranks = page_rank_from(links, teleport);
    const double sum = std::accumulate(teleport.begin(), teleport.end(), 0.0);
    for (double& share : teleport) share /= sum;
    EXPECT_LE(ranks.error_bounds[0], 1e-8);
    EXPECT_LE(distance(ranks.of(0), walked(links, teleport, 0.85)), ranks.error_bounds[0] + 1e-13);
  }
}

TEST(PageRank, TheVisitorSeesEverySeedOnce) {
  const CompressedRows links = sample(43, true);
  Seeds seeds = all_vertices(links.size());
  seeds.insert(seeds.end(), {5, 5});
  const PageRanks ranks = page_rank(links, seeds);
  std::vector<int> seen(seeds.size());
  visit_page_rank(links, seeds, {.threads = 2}, [&](std::size_t number, std::span<const double> values, double bound) {
    ++seen[number];
    EXPECT_TRUE(std::ranges::equal(values, ranks.of(number)));
    EXPECT_EQ(bound, ranks.error_bounds[number]);
  });
  EXPECT_EQ(seen, std::vector<int>(seeds.size(), 1));
}

// Large enough that a pass is shared out among workers.
CompressedRows large_links() { return symmetrized(random_links(70'000, 200'000, 9)); }

TEST(PageRank, SameBytesForAnyThreadsAndLevel) {
  const CpuLevel level = cpu_level();
  for (const CompressedRows& links : {large_links(), random_links(500, 3'000, 2)}) {
    Seeds seeds;
    for (std::uint32_t i = 0; i < 20; ++i) seeds.push_back(i * 13);
    const PageRanks ranks = page_rank(links, seeds, {.threads = 1});
    const PageRanks global = global_page_rank(links, {.threads = 1});
    const SparseRanks pushed = page_rank_push(links, seeds, {.threshold = 1e-5, .threads = 1});
    for (const std::size_t threads : {2U, 7U}) {
      const PageRanks again = page_rank(links, seeds, {.threads = threads});
      EXPECT_TRUE(again.ranks == ranks.ranks && again.error_bounds == ranks.error_bounds) << threads;
      EXPECT_TRUE(global_page_rank(links, {.threads = threads}).ranks == global.ranks) << threads;
      const SparseRanks pushed_again = page_rank_push(links, seeds, {.threshold = 1e-5, .threads = threads});
      EXPECT_TRUE(pushed_again.ranks == pushed.ranks && pushed_again.vertices == pushed.vertices) << threads;
    }
    for (int lower = 0; lower < static_cast<int>(best_cpu_level()); ++lower) {
      use_cpu_level(static_cast<CpuLevel>(lower));
      const PageRanks again = page_rank(links, seeds);
      use_cpu_level(level);
      EXPECT_TRUE(again.ranks == ranks.ranks && again.error_bounds == ranks.error_bounds) << "level " << lower;
    }
  }
}

TEST(PageRankPush, IsWithinItsBound) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    for (const bool both_ways : {false, true}) {
      SCOPED_TRACE(testing::Message() << "seed " << seed << (both_ways ? ", both ways" : ""));
      const CompressedRows links = sample(seed, both_ways);
      const Seeds seeds = all_vertices(links.size());
      const PageRanks direct = page_rank_direct(links, seeds);
      for (const double threshold : {1e-2, 1e-4, 1e-9}) {
        const SparseRanks ranks = page_rank_push(links, seeds, {.threshold = threshold});
        const double most_left = threshold * static_cast<double>(std::max(links.view().columns.size() + links.size(), links.size()));
        for (const std::uint32_t vertex : seeds) {
          EXPECT_LE(ranks.error_bounds[vertex], most_left * 1.0001);
          EXPECT_LE(distance(dense(ranks, vertex, links.size()), direct.of(vertex)), ranks.error_bounds[vertex] + 1e-12);
          EXPECT_TRUE(std::ranges::is_sorted(ranks.vertices_of(vertex)));
        }
      }
    }
  }
}

TEST(PageRankPush, EndsWithinItsBoundWhateverIsSaidOfTheLinks) {
  for (std::uint32_t seed = 0; seed < 60; ++seed) {
    for (const bool both_ways : {false, true}) {
      SCOPED_TRACE(testing::Message() << "seed " << seed << (both_ways ? ", both ways" : ""));
      const CompressedRows links = sample(seed, both_ways);
      const Seeds seeds = all_vertices(links.size());
      for (const double damping : {0.85, 0.99}) {
        const PageRanks direct = page_rank_direct(links, seeds, damping);
        const SparseRanks unsaid = page_rank_push(links, seeds, {.damping = damping});
        for (const bool said : {false, true}) {
          const SparseRanks ranks = page_rank_push(links, seeds, {.damping = damping, .symmetric = said});
          EXPECT_TRUE(said != links.view().is_symmetric() || ranks.ranks == unsaid.ranks);
          for (const std::uint32_t vertex : seeds)
            EXPECT_LE(distance(dense(ranks, vertex, links.size()), direct.of(vertex)), ranks.error_bounds[vertex] + 1e-12);
        }
      }
    }
  }
}

TEST(PageRankPush, KeepsTheLargestTiesToTheLowerVertex) {
  // A star: its leaves tie.
  std::vector<RowPair> pairs;
  for (std::uint32_t leaf = 1; leaf < 9; ++leaf) pairs.push_back({0, leaf});
  const CompressedRows star = symmetrized(CompressedRows::from_pairs(9, pairs));
  const SparseRanks ranks = page_rank_push(star, Seeds{0}, {.most = 4});
  EXPECT_EQ(std::vector(ranks.vertices.begin(), ranks.vertices.end()), (Seeds{0, 1, 2, 3}));
}

TEST(PageRank, RefusesWhatIsNoVertexAndNoOption) {
  const CompressedRows links = sample(4, true);
  const auto beyond = static_cast<std::uint32_t>(links.size());
  EXPECT_THROW((void)page_rank(links, Seeds{beyond}), Error);
  EXPECT_THROW((void)page_rank_push(links, Seeds{beyond}), Error);
  EXPECT_THROW((void)page_rank_direct(links, Seeds{beyond}), Error);
  EXPECT_THROW((void)page_rank(links, Seeds{0}, {.damping = 1}), Error);
  EXPECT_THROW((void)page_rank(links, Seeds{0}, {.tolerance = 0}), Error);
  EXPECT_THROW((void)page_rank_push(links, Seeds{0}, {.threshold = 0}), Error);
  EXPECT_THROW((void)page_rank_from(links, std::vector<double>(links.size() + 1, 1.0)), Error);
  EXPECT_THROW((void)page_rank_from(links, std::vector<double>(links.size(), 0.0)), Error);
}

TEST(PageRank, EndsWhenToldTo) {
  const CompressedRows links = large_links();
  const Watch watch{nullptr, [] { return true; }};
  for (const auto& run : std::vector<std::function<void()>>{[&] { (void)page_rank(links, Seeds{1}, {.watch = watch}); },
                                                            [&] { (void)global_page_rank(links, {.watch = watch}); },
                                                            [&] { (void)page_rank_push(links, Seeds{1}, {.watch = watch}); }}) {
    try {
      run();
      FAIL() << "it went on";
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::cancelled);
    }
  }
}

TEST(PageRank, OfNothing) {
  const CompressedRows none;
  EXPECT_TRUE(page_rank(none, {}).ranks.empty());
  EXPECT_TRUE(global_page_rank(none).ranks.empty());
  EXPECT_EQ(page_rank_push(none, {}).offsets.size(), 1U);
}

TEST(PageRankRealData, TheFiveFirstOfTheEmailGraph) {
  const auto links = test::email_links();
  if (!links) GTEST_SKIP() << test::no_email_links;
  const PageRanks ranks = global_page_rank(*links);
  Seeds order = all_vertices(links->size());
  std::ranges::sort(order, [&](auto a, auto b) { return ranks.ranks[a] > ranks.ranks[b]; });
  order.resize(5);
  EXPECT_EQ(order, (Seeds{1, 130, 160, 62, 86}));
  const std::vector<double> published{.009981, .007297, .006738, .005305, .005114};
  for (std::size_t i = 0; i < 5; ++i) EXPECT_NEAR(ranks.ranks[order[i]], published[i], 1e-6);
}

TEST(PageRankRealData, AllWaysAgreeOnTheEmailGraph) {
  const auto directed = test::email_links();
  if (!directed) GTEST_SKIP() << test::no_email_links;
  for (const CompressedRows& links : {*directed, symmetrized(*directed)}) {
    const Seeds seeds{0, 1, 130, 500, 1'004};
    const PageRanks direct = page_rank_direct(links, seeds);
    const PageRanks ranks = page_rank(links, seeds);
    const SparseRanks pushed = page_rank_push(links, seeds, {.threshold = 1e-7});
    for (std::size_t i = 0; i < seeds.size(); ++i) {
      EXPECT_LE(distance(ranks.of(i), direct.of(i)), ranks.error_bounds[i] + 1e-12);
      EXPECT_LE(distance(dense(pushed, i, links.size()), direct.of(i)), pushed.error_bounds[i] + 1e-12);
    }
  }
}

}  // namespace
}  // namespace aril
