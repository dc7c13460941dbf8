#include "aril/interop/boost_graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/reverse_graph.hpp>
#include <boost/graph/strong_components.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <random>
#include <set>

#include "aril/referral/introductions.hpp"
#include "support.hpp"

namespace aril {
namespace {

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<ReferralGraph>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<ReferralGraph>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<ReferralGraph>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<ReferralGraph, LinkRow, boost::edge_weight_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<ReferralGraph, LinkRow, edge_strength_t>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<ReferralGraph, LinkRow, edge_kind_t>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<SymmetricView>));
BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<SymmetricView>));

template <class Graph>
auto by_vertex(const Graph& graph, auto& values) {
  return boost::make_iterator_property_map(values.begin(), get(boost::vertex_index, graph));
}

// Hops by breadth first search, and by relaxing all links until nothing changes.
TEST(BoostGraph, FindsHopsByBreadthFirstSearchForwardsAndBackwards) {
  std::mt19937 random(1);
  const ReferralGraph graph = test::random_graph(random, {.people = 60, .employers = 5, .links = 120});
  const auto relaxed = [&](bool backwards) {
    std::vector<int> hops(graph.vertex_count(), 1000);
    hops[0] = 0;
    for (std::size_t round = 0; round < graph.vertex_count(); ++round) {
      for (std::size_t i = 0; i < graph.link_count(); ++i) {
        const Link link = graph.link(LinkRow(i));
        const std::size_t from = backwards ? link.to.index() : link.from.index();
        const std::size_t to = backwards ? link.from.index() : link.to.index();
        hops[to] = std::min(hops[to], hops[from] + 1);
      }
    }
    return hops;
  };
  const auto searched = [&](const auto& searchable) {
    std::vector<int> hops(graph.vertex_count(), 1000);
    hops[0] = 0;
    std::vector<boost::default_color_type> colours(graph.vertex_count());
    boost::breadth_first_search(
        searchable, VertexRow(0),
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(by_vertex(graph, hops), boost::on_tree_edge{})))
            .color_map(by_vertex(graph, colours)));
    return hops;
  };
  EXPECT_EQ(searched(graph), relaxed(false));
  EXPECT_EQ(searched(boost::make_reverse_graph(graph)), relaxed(true));
}

TEST(BoostGraph, FindsTheStrongestWayByDijkstra) {
  std::mt19937 random(2);
  for (int round = 0; round < 20; ++round) {
    const ReferralGraph graph = test::random_graph(random, {.people = 30, .employers = 1, .links = 150, .strengths = 50, .consent = 100});
    const Introducer introducer(graph);
    const VertexRow employer = test::vertices_of(graph, true)[0];
    for (const VertexRow person : test::vertices_of(graph, false)) {
      std::vector<double> costs(graph.vertex_count());
      boost::dijkstra_shortest_paths(graph, person,
                                     boost::weight_map(get(boost::edge_weight, graph))
                                         .vertex_index_map(get(boost::vertex_index, graph))
                                         .distance_map(by_vertex(graph, costs))
                                         .distance_inf(1e9));
      const auto chains = introducer.between(person, employer, {.k = 1, .hops = 31});
      if (chains.empty()) continue;
      // What is rounded down link by link loses at most one unit a link.
      const double strength = std::exp2(16 - costs[employer.index()]);
      EXPECT_GE(strength + 0.001, chains[0].strength);
      EXPECT_LE(strength, chains[0].strength + 31);
    }
  }
}

TEST(BoostGraph, ReadsStrengthAndKindAsProperties) {
  const std::vector<std::uint32_t> from{0};
  const std::vector<std::uint32_t> to{1};
  const std::vector<Strength> strengths{32768};
  const std::vector<LinkKind> kinds{LinkKind::neighbour};
  const ReferralGraph graph =
      make_referral_graph({test::person("ann"), test::person("bob")}, {.from = from, .to = to, .strengths = strengths, .kinds = kinds});
  EXPECT_EQ(get(edge_strength, graph, LinkRow(0)), 32768);
  EXPECT_EQ(get(edge_kind, graph, LinkRow(0)), LinkKind::neighbour);
  EXPECT_EQ(get(boost::edge_weight, graph, LinkRow(0)), 1.0);
  EXPECT_EQ(in_degree(VertexRow(1), graph), 1);
  EXPECT_EQ(degree(VertexRow(0), graph), 1);
}

std::filesystem::path email_file() {
  const char* const given = std::getenv("ARIL_REAL_DATA");
  const std::string folder = given != nullptr ? given : std::string(ARIL_SOURCE_DIR) + "/../shared/data";
  return std::filesystem::path(folder) / "email_eu_core" / "email-Eu-core.txt";
}

TEST(BoostGraph, FindsTheKnownComponentsOfARealGraph) {
  std::ifstream file(email_file());
  if (!file) GTEST_SKIP() << "no real data: set ARIL_REAL_DATA to the folder that holds email_eu_core";
  test::LinkArrays links;
  std::uint32_t people = 0;
  for (std::uint32_t from = 0, to = 0; file >> from >> to;) {
    links.add(from, to, 65535, true);
    people = std::max({people, from + 1, to + 1});
  }
  std::vector<VertexRecord> vertices;
  for (std::uint32_t i = 0; i < people; ++i) vertices.push_back(test::person("p" + std::to_string(10000 + i)));
  const ReferralGraph graph = make_referral_graph(vertices, links.columns(), {.self_links = true});
  EXPECT_EQ(graph.vertex_count(), 1005);
  EXPECT_EQ(graph.link_count(), 25571);

  const auto largest = [](const std::vector<std::size_t>& component) {
    std::vector<std::size_t> sizes(component.size(), 0);
    for (const std::size_t number : component) ++sizes[number];
    return *std::max_element(sizes.begin(), sizes.end());
  };
  std::vector<std::size_t> component(graph.vertex_count());
  boost::connected_components(SymmetricView(graph), by_vertex(graph, component));
  EXPECT_EQ(largest(component), 986);
  boost::strong_components(graph, by_vertex(graph, component), boost::vertex_index_map(get(boost::vertex_index, graph)));
  EXPECT_EQ(largest(component), 803);
}

}  // namespace
}  // namespace aril
