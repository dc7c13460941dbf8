#include "aril/referral/graph_with_sets.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>
#include <vector>

#include "aril/referral/graph_change.hpp"
#include "compound.hpp"

namespace aril {
namespace {

using test::Compound;
using test::draw;
using test::Drawn;
using test::graph_of;

// With one link as a rule would derive it, which must outlive every change, and with all that the rules derive.
struct Linked : Drawn {
  ReferralGraph base;
  ReferralGraph graph;

  explicit Linked(std::mt19937& random)
      : Drawn(random),
        base(with_links(people, {},
                        std::vector<Link>{{VertexRow(0), VertexRow(1), LinkKind::same_grid, rules[0].strength, Date::none(), false}})),
        graph(with_links(base, {}, derived_links(sets, rules))) {}
};

// A wall comes down between two compounds.
TEST(GraphWithSets, MergedEqualsOneDerivedAfresh) {
  int merges = 0;
  for (unsigned seed = 0; seed < 300; ++seed) {
    std::mt19937 random(seed);
    const Linked drawn(random);
    const auto kind = static_cast<SetKind>(draw(random, 4));
    const std::string prefix = kind == SetKind::grid ? "g" : "s";
    try {
      const GraphWithSets merged = merge_sets(drawn.graph, drawn.sets, drawn.rules, kind, prefix + "0", prefix + "2");
      const PeopleSets sets = drawn.sets.merged(kind, prefix + "0", prefix + "2");
      test::expect_equal(merged.graph, with_links(drawn.base, {}, derived_links(sets, drawn.rules)));
      EXPECT_THROW((void)merged.sets.set_named(kind, prefix + "2"), Error);  // the second is gone
      ++merges;
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::unknown_id);  // a set that nobody drew
    }
  }
  EXPECT_GT(merges, 100);
}

TEST(GraphWithSets, MakesNeighboursOfTwoGridsOnceTheWallIsDown) {
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
  const GraphWithSets merged = merge_sets(walled, sets, rules, SetKind::grid, "east", "west");
  EXPECT_EQ(merged.graph.targets(VertexRow(2)).size(), 2);
  EXPECT_EQ(merged.graph.targets(VertexRow(0)).size(), 2);
}

// Who moves in and out of a compound: PeopleChange, and the compound as it is then.
PeopleChange random_change(std::mt19937& random, const ReferralGraph& graph, Compound& compound) {
  PeopleChange change;
  for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
    if (draw(random, 4) != 0) continue;
    change.taken.push_back(VertexRow(v));
    compound.take_person(std::string(graph.id(VertexRow(v))));
  }
  const std::size_t memberships = compound.memberships.size();
  const std::size_t consents = compound.consents.size();
  std::vector<std::string> newcomers{"p099", "p105x", "q"};
  if (!change.taken.empty()) newcomers.emplace_back(graph.id(change.taken[0]));  // the id is free again
  for (const std::string& id : newcomers) {
    if (draw(random, 2) == 0) continue;
    compound.add_person(id, random);
    change.added.push_back(test::person(id));
  }
  change.consents.assign(compound.consents.begin() + static_cast<std::ptrdiff_t>(consents), compound.consents.end());
  for (auto& [id, home] : compound.homes) {  // news of others
    if (draw(random, 6) == 0) compound.add_membership(id, random);
    if (draw(random, 6) == 0) home = draw(random, 4) != 0 ? "g" + std::to_string(draw(random, 3)) : "";
    if (draw(random, 6) != 0) continue;
    for (auto* consented : {&compound.consents, &change.consents}) {
      std::erase_if(*consented, [&](const ConsentRecord& record) { return record.person == id && record.kind == LinkKind::same_group; });
      consented->push_back({id, LinkKind::same_group, id.back() % 2 == 0});
    }
  }
  change.memberships.assign(compound.memberships.begin() + static_cast<std::ptrdiff_t>(memberships), compound.memberships.end());
  change.market = compound.market();
  return change;
}

TEST(GraphWithSets, OfPeopleWhoMoveEqualsOneDerivedAfresh) {
  std::size_t links = 0;
  for (unsigned seed = 0; seed < 1000; ++seed) {
    std::mt19937 random(seed);
    Linked drawn(random);
    const PeopleChange change = random_change(random, drawn.graph, drawn.compound);

    const GraphWithSets changed = with_people(drawn.graph, drawn.sets, drawn.rules, change);
    const ReferralGraph others = with_vertices(drawn.base, change.taken, change.added);
    const PeopleSets afresh(others, *change.market, drawn.compound.memberships, drawn.compound.consents);
    const std::vector<Link> derived = derived_links(afresh, drawn.rules);
    test::expect_equal(changed.graph, with_links(others, {}, derived));
    ASSERT_EQ(derived_links(changed.sets, drawn.rules), derived) << "seed " << seed;
    links += derived.size();
  }
  EXPECT_GT(links, 10'000);
}

TEST(GraphWithSets, ANewcomerBelongsToTheCompoundThatHisGridWasMergedInto) {
  Compound compound;
  compound.homes = {{"ann", "g0"}, {"bob", "g1"}};
  const Market market = compound.market();
  const ReferralGraph graph = graph_of(market);
  const std::vector<DerivationRule> rules = standard_derivation_rules();
  const GraphWithSets merged = merge_sets(graph, PeopleSets(graph, market, {}, {}), rules, SetKind::grid, "g0", "g1");
  EXPECT_EQ(merged.graph.link_count(), 2);
  compound.homes["cy"] = "g1";
  const GraphWithSets three =
      with_people(merged.graph, merged.sets, rules,
                  {.taken = {}, .added = {test::person("cy")}, .memberships = {}, .consents = {}, .market = compound.market()});
  EXPECT_EQ(three.graph.link_count(), 6);
  const std::vector<VertexRow> bob{VertexRow(1)};
  const GraphWithSets two =
      with_people(three.graph, three.sets, rules, {.taken = bob, .added = {}, .memberships = {}, .consents = {}, .market = {}});
  EXPECT_EQ(two.graph.link_count(), 2);
  EXPECT_EQ(two.sets.members(SetKind::grid, two.sets.set_named(SetKind::grid, "g0")).size(), 2);
}

TEST(GraphWithSets, RefusesNewsOfPeopleWhoAreNotThere) {
  Compound compound;
  compound.homes = {{"ann", "g0"}, {"bob", "g0"}};
  const Market market = compound.market();
  const ReferralGraph graph = graph_of(market);
  const PeopleSets sets(graph, market, {}, {});
  PeopleChange change;
  change.taken = {VertexRow(1)};
  change.memberships = {{"bob", MembershipKind::group, "choir", false}};
  EXPECT_THROW((void)with_people(graph, sets, {}, change), Error);
  change.memberships.clear();
  // The rules derive a link that the graph does not have.
  EXPECT_THROW(
      (void)with_people(
          graph, sets, standard_derivation_rules(),
          {.taken = {}, .added = {}, .memberships = {{"ann", MembershipKind::group, "choir", false}}, .consents = {}, .market = {}}),
      Error);
}

}  // namespace
}  // namespace aril
