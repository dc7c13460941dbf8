#include "aril/referral/derived_links.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>
#include <tuple>

#include "aril/market/market_builder.hpp"
#include "aril/referral/graph_builder.hpp"
#include "aril/referral/graph_change.hpp"
#include "compound.hpp"

namespace aril {
namespace {

using test::Compound;
using test::Drawn;
using test::graph_of;

// As docs/definitions.md says it: who belongs together, sorted by distance and row, cut.
std::vector<Link> by_definition(const Compound& compound, const ReferralGraph& graph, const DerivationRule& rule) {
  const auto set_of = [&](const std::string& id, bool head) {
    std::set<std::string> names;
    if (rule.basis == DerivationBasis::same_grid) {
      if (!compound.homes.at(id).empty()) names.insert(compound.homes.at(id));
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
    if (compound.homes.at(a).empty() || compound.homes.at(b).empty()) return 2000;
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

TEST(DerivedLinks, EqualTheirDefinition) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const Drawn drawn(random);
    std::vector<Link> expected;
    for (const DerivationRule& rule : drawn.rules) {
      const std::vector<Link> links = by_definition(drawn.compound, drawn.people, rule);
      expected.insert(expected.end(), links.begin(), links.end());
    }
    ASSERT_EQ(derived_links(drawn.sets, drawn.rules, 1 + seed % 3), expected) << "seed " << seed;
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

TEST(PeopleSets, RefusePeopleWhomTheGraphLacks) {
  const ReferralGraph graph = make_referral_graph({test::person("ann")}, {});
  const std::vector<MembershipRecord> memberships{{"bob", MembershipKind::group, "choir", false}};
  const std::vector<ConsentRecord> consents{{"bob", LinkKind::same_group, true}};
  EXPECT_THROW(PeopleSets(graph, Market(), memberships, {}), Error);
  EXPECT_THROW(PeopleSets(graph, Market(), {}, consents), Error);
}

}  // namespace
}  // namespace aril
