#include "aril/referral/graph_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "support.hpp"

namespace aril {
namespace {

TEST(GraphRows, HoldTheGraphsLinks) {
  std::mt19937 random(11);
  for (int round = 0; round < 50; ++round) {
    const ReferralGraph graph = test::random_graph(random, {.people = 6, .employers = 2, .links = 25});
    const CompressedRows rows = rows_of(graph);
    const CompressedRows contacts = contacts_of(graph);
    EXPECT_TRUE(contacts.view().is_simple());
    const auto strengths = strengths_of(graph, contacts);
    std::size_t at = 0;
    for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
      const auto targets = graph.targets(VertexRow(std::size_t{v}));
      EXPECT_TRUE(std::ranges::equal(rows.view()[v], targets, {}, {}, &VertexRow::value));
      for (const std::uint32_t to : contacts.view()[v]) {
        Strength strongest = 0;
        for (const LinkRow link : graph.out_links(VertexRow(std::size_t{v}))) {
          if (graph.target(link).value == to) strongest = std::max(strongest, graph.strength(link));
        }
        EXPECT_EQ(strengths[at++], strongest);
      }
    }
  }
}

TEST(GraphRows, OfNoGraph) { EXPECT_EQ(contacts_of(ReferralGraph()).size(), 0U); }

}  // namespace
}  // namespace aril
