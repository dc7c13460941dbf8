#include "aril/referral/referral_strengths.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "aril/market/market_builder.hpp"
#include "aril/referral/market_vertices.hpp"
#include "every_chain.hpp"
#include "support.hpp"

namespace aril {
namespace {

using test::draw;
using test::EveryChain;
using test::random_graph;
using test::vertices_of;

// Row by row: every employer's best chain, sorted, cut, in the order of columns again.
SparseMatrix one_by_one(const ReferralGraph& graph, std::span<const VertexRow> people, const StrengthOptions& options) {
  SparseMatrix matrix;
  matrix.column_count = graph.vertex_count();
  for (const VertexRow person : people) {
    std::vector<std::pair<std::uint32_t, std::uint32_t>> best;  // lower is better: 65,535 - strength, employer
    for (const VertexRow employer : vertices_of(graph, true)) {
      const auto chains = EveryChain(graph, person, employer, options.hops).best(1);
      if (!chains.empty()) best.emplace_back(65'535U - chains[0].strength, employer.value);
    }
    std::sort(best.begin(), best.end());
    if (best.size() > options.most_employers) best.resize(options.most_employers);
    std::sort(best.begin(), best.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    for (const auto& [rest, employer] : best) {
      matrix.columns.push_back(employer);
      matrix.values.push_back(static_cast<Strength>(65'535U - rest));
    }
    matrix.offsets.push_back(matrix.columns.size());
  }
  return matrix;
}

TEST(ReferralStrengths, EqualTheBestChainOfEveryPair) {
  for (unsigned seed = 0; seed < 500; ++seed) {
    std::mt19937 random(seed);
    const Introducer introducer(random_graph(random, {.people = 3 + draw(random, 7),
                                                      .employers = 1 + draw(random, 6),
                                                      .links = 10 + draw(random, 70),
                                                      .strengths = 2 + draw(random, 4),
                                                      .consent = 50 + draw(random, 51)}));
    const StrengthOptions options{.hops = 1 + seed % 5, .most_employers = 1 + draw(random, 4), .threads = 1 + seed % 3};
    const std::vector<VertexRow> people = vertices_of(introducer.graph(), false);
    ASSERT_EQ(referral_strengths(introducer, people, options), one_by_one(introducer.graph(), people, options)) << "seed " << seed;
  }
}

TEST(ReferralStrengths, KeepTheStrongest64AndOfEqualsTheLowerRows) {
  std::mt19937 random(3);
  const Introducer introducer(random_graph(random, {.people = 40, .employers = 200, .links = 6000, .strengths = 3}));
  const std::vector<VertexRow> people = vertices_of(introducer.graph(), false);
  const SparseMatrix cut = referral_strengths(introducer, people);
  const SparseMatrix all = referral_strengths(introducer, people, {.most_employers = 1000});
  EXPECT_EQ(cut, one_by_one(introducer.graph(), people, {}));
  for (std::size_t row = 0; row < people.size(); ++row) {
    EXPECT_EQ(cut.row(row).columns.size(), std::min<std::size_t>(64, all.row(row).columns.size()));
  }
}

TEST(ReferralStrengths, GiveTheSameBytesForAnyNumberOfThreads) {
  std::mt19937 random(4);
  const Introducer introducer(random_graph(random, {.people = 1500, .employers = 100, .links = 12000, .strengths = 9}));
  const std::vector<VertexRow> people = vertices_of(introducer.graph(), false);
  const SparseMatrix one = referral_strengths(introducer, people, {.hops = 4, .threads = 1});
  EXPECT_GT(one.entry_count(), 1000);
  for (const std::size_t threads : {2U, 7U}) EXPECT_EQ(referral_strengths(introducer, people, {.hops = 4, .threads = threads}), one);
}

TEST(ReferralStrengths, HaveTheMarketsRowsAndColumns) {
  MarketBuilder builder;
  for (const char* id : {"ann", "bob", "carol"}) {
    ResidentRecord record;
    record.id = id;
    builder.add(std::move(record));
  }
  for (const char* id : {"mall", "shop"}) {
    EmployerRecord record;
    record.id = id;
    if (record.id == "shop") record.parent = "mall";
    builder.add(std::move(record));
  }
  const Market market = builder.build();
  test::LinkArrays links;  // carol is not in the graph, dan is not in the market, and neither is the bank
  links.add(0, 2, 65535, true);
  links.add(2, 3, 65535, true);
  links.add(2, 4, 65535, true);
  const ReferralGraph graph = make_referral_graph(
      {test::person("ann"), test::person("bob"), test::person("dan"), test::employer("bank"), test::employer("shop")}, links.columns());
  const SparseMatrix matrix = referral_strengths(Introducer(graph), market, {.most_employers = 1});
  EXPECT_EQ(matrix.offsets, (std::vector<std::uint64_t>{0, 1, 1, 1}));
  EXPECT_EQ(matrix.columns, std::vector<std::uint32_t>{1});
  EXPECT_EQ(matrix.values, std::vector<std::uint16_t>{65534});
  EXPECT_EQ(matrix.column_count, 2);

  const MarketVertices vertices(market, graph);
  EXPECT_EQ(vertices.of(market.resident("ann")), graph.vertex("ann"));
  EXPECT_TRUE(vertices.of(market.resident("carol")).is_none());
  EXPECT_TRUE(vertices.of(market.employer("mall")).is_none());
  EXPECT_EQ(vertices.employers[graph.vertex("shop").index()], market.employer("shop"));
  EXPECT_TRUE(vertices.residents[graph.vertex("dan").index()].is_none());
}

TEST(ReferralStrengths, RefuseRowsThatAreNoPeople) {
  const Introducer introducer(make_referral_graph({test::person("ann"), test::employer("shop")}, {}));
  const std::vector<VertexRow> employer{VertexRow(1)};
  const std::vector<VertexRow> nobody{VertexRow(2)};
  EXPECT_THROW((void)referral_strengths(introducer, employer), Error);
  EXPECT_THROW((void)referral_strengths(introducer, nobody), Error);
  EXPECT_THROW((void)referral_strengths(introducer, std::span<const VertexRow>{}, {.hops = 0}), Error);
  EXPECT_EQ(referral_strengths(introducer, std::vector{VertexRow(0)}).entry_count(), 0);
}

}  // namespace
}  // namespace aril
