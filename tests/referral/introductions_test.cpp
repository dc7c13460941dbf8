#include "aril/referral/introductions.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "every_chain.hpp"
#include "support.hpp"

namespace aril {
namespace {

using test::draw;
using test::employer;
using test::EveryChain;
using test::LinkArrays;
using test::person;
using test::random_graph;
using test::vertices_of;

// All pairs of a graph.
std::vector<IntroductionPair> all_pairs(const ReferralGraph& graph) {
  std::vector<IntroductionPair> pairs;
  for (const VertexRow from : vertices_of(graph, false)) {
    for (const VertexRow to : vertices_of(graph, true)) pairs.push_back({from, to});
  }
  return pairs;
}

std::vector<Introduction> listed(const IntroductionLists& lists, std::size_t pair) {
  std::vector<Introduction> chains;
  for (std::size_t rank = 0; rank < lists.strengths(pair).size(); ++rank) chains.push_back(lists.introduction(pair, rank));
  return chains;
}

TEST(Introducer, EqualsEnumerationOnRandomGraphsForOneToFourHops) {
  for (unsigned seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    const test::Shape shape{.people = 3 + draw(random, 7),
                            .employers = 1 + draw(random, 3),
                            .links = 10 + draw(random, 60),
                            .strengths = 2 + draw(random, 6),
                            .consent = 50 + draw(random, 51)};
    const Introducer introducer(random_graph(random, shape));
    const IntroductionOptions options{.k = 1 + draw(random, 8), .hops = 1 + seed % 4, .threads = 1};
    const std::vector<IntroductionPair> pairs = all_pairs(introducer.graph());
    const IntroductionLists lists = introducer.between(pairs, options);
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      const std::vector<Introduction> expected =
          EveryChain(introducer.graph(), pairs[i].person, pairs[i].employer, options.hops).best(options.k);
      ASSERT_EQ(introducer.between(pairs[i].person, pairs[i].employer, options), expected) << "seed " << seed << " pair " << i;
      ASSERT_EQ(listed(lists, i), expected) << "seed " << seed << " pair " << i;
    }
  }
}

TEST(Introducer, EqualsEnumerationForMoreHopsThanThereArePeople) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const Introducer introducer(random_graph(random, {.people = 6, .employers = 2, .links = 24, .strengths = 2 + draw(random, 6)}));
    for (const std::size_t hops : {5U, 6U, 9U, 1000U}) {
      for (const IntroductionPair& pair : all_pairs(introducer.graph())) {
        ASSERT_EQ(introducer.between(pair.person, pair.employer, {.k = 6, .hops = hops}),
                  EveryChain(introducer.graph(), pair.person, pair.employer, hops).best(6))
            << "seed " << seed << " hops " << hops;
      }
    }
  }
}

TEST(Introducer, ShortensAChainOfFullStrengthByEveryLink) {
  LinkArrays links;
  links.add(0, 1, 65535, true);
  links.add(1, 3, 65535, true);
  links.add(0, 2, 65535, true);
  links.add(2, 1, 65535, true);
  const Introducer introducer(make_referral_graph({person("ann"), person("bob"), person("carol"), employer("shop")}, links.columns()));
  const std::vector<Introduction> chains = introducer.between(VertexRow(0), VertexRow(3));
  ASSERT_EQ(chains.size(), 2);
  EXPECT_EQ(chains[0].strength, 65534);
  EXPECT_EQ(chains[0].hops(), 2);
  EXPECT_EQ(chains[1].strength, 65533);
}

TEST(Introducer, GivesTheSameBytesForAnyNumberOfThreads) {
  std::mt19937 random(11);
  const Introducer introducer(random_graph(random, {.people = 300, .employers = 20, .links = 3000, .strengths = 5}));
  const std::vector<IntroductionPair> pairs = all_pairs(introducer.graph());
  for (const std::size_t hops : {3U, 4U}) {
    const IntroductionLists one = introducer.between(pairs, {.hops = hops, .threads = 1});
    for (const std::size_t threads : {2U, 7U}) {
      const IntroductionLists more = introducer.between(pairs, {.hops = hops, .threads = threads});
      ASSERT_EQ(more.chain_count(), one.chain_count());
      for (std::size_t i = 0; i < pairs.size(); ++i) ASSERT_EQ(listed(more, i), listed(one, i));
    }
  }
}

TEST(Introducer, AsksNobodyWithoutConsent) {
  const std::size_t queries = std::getenv("ARIL_DEEP") != nullptr ? 1'000'000 : 50'000;
  std::mt19937 random(5);
  const Introducer introducer(random_graph(random, {.people = 2000, .employers = 200, .links = 40000, .strengths = 50, .consent = 60}));
  const ReferralGraph& graph = introducer.graph();
  const std::vector<VertexRow> people = vertices_of(graph, false);
  const std::vector<VertexRow> employers = vertices_of(graph, true);
  std::vector<IntroductionPair> pairs;
  for (std::size_t i = 0; i < queries; ++i) {
    pairs.push_back({people[draw(random, 2000)], employers[draw(random, 200)]});
  }
  const IntroductionLists lists = introducer.between(pairs);
  const auto agreed = [&](VertexRow from, VertexRow to) {
    for (const LinkRow link : graph.out_links(from)) {
      if (graph.target(link) == to && graph.has_consent(link)) return true;
    }
    return false;
  };
  EXPECT_GT(lists.chain_count(), queries / 4);
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    for (const Introduction& chain : listed(lists, i)) {
      for (std::size_t hop = 0; hop < chain.hops(); ++hop) ASSERT_TRUE(agreed(chain.vertices[hop], chain.vertices[hop + 1]));
      for (const VertexRow introducer_row : chain.introducers()) ASSERT_FALSE(graph.is_employer(introducer_row));
    }
  }
}

TEST(Introducer, RefusesWhatIsNoPersonAndNoEmployer) {
  const Introducer introducer(make_referral_graph({person("ann"), employer("shop")}, {}));
  EXPECT_TRUE(introducer.between(VertexRow(0), VertexRow(1)).empty());
  EXPECT_THROW((void)introducer.between(VertexRow(1), VertexRow(1)), Error);
  EXPECT_THROW((void)introducer.between(VertexRow(0), VertexRow(0)), Error);
  EXPECT_THROW((void)introducer.between(VertexRow(2), VertexRow(1)), Error);
  EXPECT_THROW((void)introducer.between(VertexRow(0), VertexRow(1), {.k = 0}), Error);
  EXPECT_THROW((void)introducer.between(VertexRow(0), VertexRow(1), {.hops = 0}), Error);
}

TEST(Introducer, StopsWhenAskedTo) {
  std::mt19937 random(1);
  const Introducer introducer(random_graph(random, {}));
  const std::vector<IntroductionPair> pairs = all_pairs(introducer.graph());
  EXPECT_THROW((void)introducer.between(pairs, {}, Watch{.cancelled = [] { return true; }}), Error);
}

TEST(Sentence, SaysWhoAsksWhom) {
  const std::vector<std::uint32_t> from{0, 1, 2, 1};
  const std::vector<std::uint32_t> to{1, 2, 3, 3};
  const std::vector<Strength> strengths{65535, 65535, 65535, 32768};
  const std::vector<LinkKind> kinds{LinkKind::building_head, LinkKind::former_colleague, LinkKind::works_at, LinkKind::other};
  const std::vector<std::uint8_t> consent{1, 1, 1, 1};
  const ReferralGraph graph = make_referral_graph({{"a", {"Ann", "安"}, VertexKind::resident},
                                                   {"b", {"Bob", "鲍"}, VertexKind::building_head},
                                                   {"c", {}, VertexKind::resident},
                                                   {"s", {"Shop", "商店"}, VertexKind::employer}},
                                                  {.from = from, .to = to, .strengths = strengths, .kinds = kinds, .consent = consent});
  const std::vector<Introduction> chains = Introducer(graph).between(VertexRow(0), VertexRow(3));
  ASSERT_EQ(chains.size(), 2);
  EXPECT_EQ(
      sentence(graph, chains[0]),
      "Ann can ask Bob (the building head), who can ask c (a former colleague), who can speak to Shop (works there); strength 100 of 100.");
  EXPECT_EQ(sentence(graph, chains[1], Language::chinese), "安可以请鲍（楼栋长）向商店引荐（与该单位相识）；关系强度50分。");
  EXPECT_EQ(sentence(graph, Introducer(graph).between(VertexRow(2), VertexRow(3))[0]),
            "c can turn to Shop directly (works there); strength 100 of 100.");
}

}  // namespace
}  // namespace aril
