#include "aril/referral/derived_links.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <tuple>

#include "aril/market/market_builder.hpp"
#include "aril/referral/graph_builder.hpp"
#include "aril/referral/graph_change.hpp"
#include "support.hpp"

namespace aril {
namespace {

using test::draw;

// A market of residents in grids with some walking minutes, and what they belong to.
struct Compound {
  Market market;
  std::map<std::string, std::string> homes;
  std::map<std::pair<std::string, std::string>, int> minutes;
  std::vector<MembershipRecord> memberships;
  std::vector<ConsentRecord> consents;
};

Compound random_compound(std::mt19937& random) {
  Compound compound;
  MarketBuilder builder;
  builder.add(ModeRecord{.id = "walk", .title = {}, .metres_per_minute = {}});
  const std::vector<std::string> grids{"g0", "g1", "g2"};
  for (const std::string& grid : grids) builder.add(GridRecord{.id = grid, .title = {}, .area = {}, .latitude = {}, .longitude = {}});
  for (const std::string& from : grids) {
    for (const std::string& to : grids) {
      if (from == to || draw(random, 3) == 0) continue;
      const int cell = std::vector<int>{5, 5, 9, 255}[draw(random, 4)];
      compound.minutes[{from, to}] = cell;
      builder.add(TravelRecord{"walk", from, to, cell});
    }
  }
  const std::uint32_t people = 4 + draw(random, 12);
  for (std::uint32_t i = 0; i < people; ++i) {
    ResidentRecord record;
    record.id = "p" + std::to_string(100 + i);
    if (draw(random, 5) != 0) record.home = grids[draw(random, 3)];
    if (record.home) compound.homes[record.id] = *record.home;
    for (std::uint32_t count = draw(random, 4); count > 0; --count) {
      compound.memberships.push_back(
          {record.id, static_cast<MembershipKind>(draw(random, 3)), "s" + std::to_string(draw(random, 3)), draw(random, 3) == 0});
    }
    for (const LinkKind kind : {LinkKind::same_grid, LinkKind::same_employer, LinkKind::same_group, LinkKind::building_head}) {
      if (draw(random, 3) != 0) compound.consents.push_back({record.id, kind, draw(random, 3) != 0});
    }
    builder.add(std::move(record));
  }
  compound.market = builder.build();
  return compound;
}

// As docs/definitions.md says it: who belongs together, sorted by distance and row, cut.
std::vector<Link> by_definition(const Compound& compound, const ReferralGraph& graph, const DerivationRule& rule) {
  const auto set_of = [&](const std::string& id, bool head) {
    std::set<std::string> names;
    if (rule.basis == DerivationBasis::same_grid) {
      if (compound.homes.contains(id)) names.insert(compound.homes.at(id));
      return names;
    }
    const auto kind = rule.basis == DerivationBasis::same_employer ? MembershipKind::employer
                      : rule.basis == DerivationBasis::same_group  ? MembershipKind::group
                                                                   : MembershipKind::building;
    for (const MembershipRecord& record : compound.memberships) {
      if (record.person == id && record.kind == kind && record.head == head) names.insert(record.of);
    }
    return names;
  };
  const auto distance = [&](const std::string& a, const std::string& b) {
    if (!compound.homes.contains(a) || !compound.homes.contains(b)) return 2000;
    if (compound.homes.at(a) == compound.homes.at(b)) return 0;
    const auto found = compound.minutes.find({compound.homes.at(a), compound.homes.at(b)});
    return found == compound.minutes.end() ? 2000 : found->second == 255 ? 1000 : found->second;
  };
  std::vector<Link> links;
  for (const VertexRow from : test::vertices_of(graph, false)) {
    std::vector<std::pair<int, VertexRow>> others;
    for (const VertexRow to : test::vertices_of(graph, false)) {
      const std::set<std::string> own = set_of(std::string(graph.id(from)), false);
      const std::set<std::string> theirs = set_of(std::string(graph.id(to)), rule.basis == DerivationBasis::building_head);
      const bool shared = std::any_of(own.begin(), own.end(), [&](const std::string& name) { return theirs.contains(name); });
      if (from != to && shared) others.emplace_back(distance(std::string(graph.id(from)), std::string(graph.id(to))), to);
    }
    std::sort(others.begin(), others.end());
    if (others.size() > rule.most_links) others.resize(rule.most_links);
    for (const auto& [minutes, to] : others) {
      bool agreed = false;
      for (const ConsentRecord& record : compound.consents)
        agreed = record.person == graph.id(to) && record.kind == rule.kind ? record.consent : agreed;
      links.push_back({from, to, rule.kind, rule.strength, Date::none(), agreed});
    }
  }
  return links;
}

ReferralGraph graph_of(const Market& market) {
  ReferralGraphBuilder builder;
  builder.add(market);
  return builder.build();
}

std::vector<DerivationRule> rules_with_caps(std::mt19937& random) {
  std::vector<DerivationRule> rules = standard_derivation_rules();
  for (DerivationRule& rule : rules) rule.most_links = 1 + draw(random, 6);
  return rules;
}

TEST(DerivedLinks, EqualTheirDefinition) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const Compound compound = random_compound(random);
    const ReferralGraph graph = graph_of(compound.market);
    const PeopleSets sets(graph, compound.market, compound.memberships, compound.consents);
    const std::vector<DerivationRule> rules = rules_with_caps(random);
    std::vector<Link> expected;
    for (const DerivationRule& rule : rules) {
      const std::vector<Link> links = by_definition(compound, graph, rule);
      expected.insert(expected.end(), links.begin(), links.end());
    }
    ASSERT_EQ(derived_links(sets, rules, 1 + seed % 3), expected) << "seed " << seed;
  }
}

TEST(DerivedLinks, AreAtMost64APersonUnlessSaidOtherwise) {
  MarketBuilder builder;
  builder.add(GridRecord{.id = "g", .title = {}, .area = {}, .latitude = {}, .longitude = {}});
  for (int i = 0; i < 100; ++i) {
    ResidentRecord record;
    record.id = "p" + std::to_string(100 + i);
    record.home = "g";
    builder.add(std::move(record));
  }
  const Market market = builder.build();
  const ReferralGraph graph = graph_of(market);
  const ReferralGraph linked = with_links(graph, {}, derived_links(PeopleSets(graph, market, {}, {}), standard_derivation_rules()));
  EXPECT_EQ(linked.link_count(), 6400);
  EXPECT_EQ(linked.targets(VertexRow(0)).front(), VertexRow(1));
  EXPECT_EQ(linked.targets(VertexRow(0)).back(), VertexRow(64));
  for (std::size_t i = 0; i < linked.link_count(); ++i) ASSERT_FALSE(linked.has_consent(LinkRow(i)));
}

// A wall comes down between two compounds.
TEST(DerivedLinks, OfMergedSetsEqualThoseDerivedAfresh) {
  int merges = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const Compound compound = random_compound(random);
    const ReferralGraph people = graph_of(compound.market);
    const PeopleSets sets(people, compound.market, compound.memberships, compound.consents);
    const std::vector<DerivationRule> rules = rules_with_caps(random);
    std::vector<Link> stated;  // one as a rule would derive it: it must outlive the merger
    if (people.vertex_count() > 1)
      stated.push_back({VertexRow(0), VertexRow(1), LinkKind::same_grid, rules[0].strength, Date::none(), false});
    const ReferralGraph base = with_links(people, {}, stated);
    const ReferralGraph graph = with_links(base, {}, derived_links(sets, rules));
    const auto kind = static_cast<SetKind>(draw(random, 4));
    const std::string prefix = kind == SetKind::grid ? "g" : "s";
    try {
      const MergedGraph merged = merge_sets(graph, sets, rules, kind, prefix + "0", prefix + "2");
      test::expect_equal(merged.graph, with_links(base, {}, derived_links(sets.merged(kind, prefix + "0", prefix + "2"), rules)));
      EXPECT_THROW((void)merged.sets.set_named(kind, prefix + "2"), Error);  // the second is gone
      ++merges;
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::unknown_id);  // a set that nobody drew
    }
  }
  EXPECT_GT(merges, 100);
}

TEST(DerivedLinks, MakeNeighboursOfTwoGridsOnceTheWallIsDown) {
  MarketBuilder builder;
  for (const char* grid : {"east", "west"}) builder.add(GridRecord{.id = grid, .title = {}, .area = {}, .latitude = {}, .longitude = {}});
  for (const auto& [id, home] : std::map<std::string, std::string>{{"ann", "east"}, {"bob", "east"}, {"carol", "west"}}) {
    ResidentRecord record;
    record.id = id;
    record.home = home;
    builder.add(std::move(record));
  }
  const Market market = builder.build();
  const ReferralGraph graph = graph_of(market);
  const PeopleSets sets(graph, market, {}, {});
  const std::vector<DerivationRule> rules = standard_derivation_rules();
  const ReferralGraph walled = with_links(graph, {}, derived_links(sets, rules));
  EXPECT_EQ(walled.targets(VertexRow(2)).size(), 0);
  const MergedGraph merged = merge_sets(walled, sets, rules, SetKind::grid, "east", "west");
  EXPECT_EQ(merged.graph.targets(VertexRow(2)).size(), 2);
  EXPECT_EQ(merged.graph.targets(VertexRow(0)).size(), 2);
}

TEST(PeopleSets, RefusePeopleWhomTheGraphLacks) {
  const ReferralGraph graph = make_referral_graph({test::person("ann")}, {});
  const std::vector<MembershipRecord> memberships{{"bob", MembershipKind::group, "choir", false}};
  const std::vector<ConsentRecord> consents{{"bob", LinkKind::same_group, true}};
  EXPECT_THROW(PeopleSets(graph, Market(), memberships, {}), Error);
  EXPECT_THROW(PeopleSets(graph, Market(), {}, consents), Error);
}

}  // namespace
}  // namespace aril
