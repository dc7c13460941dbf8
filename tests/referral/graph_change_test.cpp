#include "aril/referral/graph_change.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "support.hpp"

namespace aril {
namespace {

using test::draw;
using test::expect_equal;
using test::random_graph;

// Made from all vertices and links again.
ReferralGraph fresh(const std::vector<VertexRecord>& vertices, const std::vector<Link>& links) {
  test::LinkArrays arrays;
  std::vector<LinkKind> kinds;
  std::vector<Date> since;
  for (const Link& link : links) {
    arrays.add(link.from.value, link.to.value, link.strength, link.consent);
    kinds.push_back(link.kind);
    since.push_back(link.since);
  }
  LinkColumns columns = arrays.columns();
  columns.kinds = kinds;
  columns.since = since;
  return make_referral_graph(vertices, columns, {.self_links = true});
}

std::vector<VertexRecord> records_of(const ReferralGraph& graph) {
  std::vector<VertexRecord> records;
  for (std::size_t v = 0; v < graph.vertex_count(); ++v)
    records.push_back({std::string(graph.id(VertexRow(v))), {}, graph.kind(VertexRow(v))});
  return records;
}

std::vector<Link> links_of(const ReferralGraph& graph) {
  std::vector<Link> links;
  for (std::size_t i = 0; i < graph.link_count(); ++i) links.push_back(graph.link(LinkRow(i)));
  return links;
}

Link random_link(std::mt19937& random, std::size_t vertices) {
  const std::uint32_t from = draw(random, static_cast<std::uint32_t>(vertices));
  const std::uint32_t to = (from + 1 + draw(random, static_cast<std::uint32_t>(vertices) - 1)) % static_cast<std::uint32_t>(vertices);
  return {VertexRow(from), VertexRow(to),       static_cast<LinkKind>(draw(random, 3)), static_cast<Strength>(draw(random, 3)),
          Date::none(),    draw(random, 2) == 0};
}

TEST(GraphChange, OfLinksEqualsAFreshGraph) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const ReferralGraph graph = random_graph(random, {.people = 10, .employers = 3, .links = draw(random, 80), .strengths = 3});
    std::vector<Link> left = links_of(graph);
    std::shuffle(left.begin(), left.end(), random);
    std::vector<Link> taken;
    for (std::uint32_t count = draw(random, static_cast<std::uint32_t>(left.size()) + 1); count > 0; --count) {
      taken.push_back(left.back());
      left.pop_back();
    }
    std::vector<Link> added;
    for (std::uint32_t count = draw(random, 20); count > 0; --count) added.push_back(random_link(random, graph.vertex_count()));
    left.insert(left.end(), added.begin(), added.end());
    expect_equal(with_links(graph, taken, added), fresh(records_of(graph), left));
  }
}

TEST(GraphChange, OfPeopleEqualsAFreshGraph) {
  for (unsigned seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    const ReferralGraph graph = random_graph(random, {.people = 10, .employers = 3, .links = 60, .strengths = 3});
    std::vector<VertexRow> taken;
    for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
      if (draw(random, 4) == 0) taken.push_back(VertexRow(v));
    }
    std::vector<VertexRecord> added;
    for (std::uint32_t count = draw(random, 5); count > 0; --count)
      added.push_back(test::person("v" + std::to_string(draw(random, 9)) + "x" + std::to_string(count)));
    if (!taken.empty()) added.push_back(test::employer(std::string(graph.id(taken[0]))));  // the id is free again
    std::vector<VertexRecord> records = records_of(graph);
    std::vector<std::uint32_t> places(records.size(), 0);
    std::vector<VertexRecord> left;
    for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
      if (std::find(taken.begin(), taken.end(), VertexRow(v)) != taken.end()) continue;
      places[v] = static_cast<std::uint32_t>(left.size());
      left.push_back(records[v]);
    }
    std::vector<Link> links;
    for (Link link : links_of(graph)) {
      if (std::find(taken.begin(), taken.end(), link.from) != taken.end() || std::find(taken.begin(), taken.end(), link.to) != taken.end())
        continue;
      link.from = VertexRow(places[link.from.index()]);
      link.to = VertexRow(places[link.to.index()]);
      links.push_back(link);
    }
    left.insert(left.end(), added.begin(), added.end());
    expect_equal(with_vertices(graph, taken, added), fresh(left, links));
  }
}

TEST(GraphChange, RefusesWhatIsNotThereOrThereAlready) {
  const ReferralGraph graph = make_referral_graph({test::person("ann"), test::person("bob")}, {});
  const Link link{VertexRow(0), VertexRow(1), LinkKind::friend_, 5, Date::none(), true};
  const std::vector<Link> once{link};
  const std::vector<Link> twice{link, link};
  const ReferralGraph linked = with_links(graph, {}, once);
  EXPECT_EQ(linked.link_count(), 1);
  EXPECT_EQ(with_links(linked, once, {}).link_count(), 0);
  EXPECT_THROW((void)with_links(graph, once, {}), Error);
  EXPECT_THROW((void)with_links(linked, twice, {}), Error);
  const std::vector<Link> self{{VertexRow(0), VertexRow(0), LinkKind::friend_, 5, Date::none(), true}};
  EXPECT_THROW((void)with_links(graph, {}, self), Error);
  const std::vector<Link> nowhere{{VertexRow(0), VertexRow(2), LinkKind::friend_, 5, Date::none(), true}};
  EXPECT_THROW((void)with_links(graph, {}, nowhere), Error);
  EXPECT_THROW((void)with_vertices(graph, {}, {test::person("ann")}), Error);
  EXPECT_THROW((void)with_vertices(graph, {}, {test::person("")}), Error);
  const std::vector<VertexRow> nobody{VertexRow(2)};
  EXPECT_THROW((void)with_vertices(graph, nobody, {}), Error);
}

}  // namespace
}  // namespace aril
