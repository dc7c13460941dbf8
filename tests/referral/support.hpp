// Small graphs for tests, by hand or drawn from a seed.
#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "aril/referral/graph.hpp"

namespace aril::test {

inline VertexRecord person(std::string id) { return {.id = std::move(id), .title = {}, .kind = VertexKind::resident}; }
inline VertexRecord employer(std::string id) { return {.id = std::move(id), .title = {}, .kind = VertexKind::employer}; }

inline std::uint32_t draw(std::mt19937& random, std::uint32_t below) { return static_cast<std::uint32_t>(random() % below); }

struct LinkArrays {
  std::vector<std::uint32_t> from;
  std::vector<std::uint32_t> to;
  std::vector<Strength> strengths;
  std::vector<std::uint8_t> consent;
  [[nodiscard]] LinkColumns columns() const { return {.from = from, .to = to, .strengths = strengths, .consent = consent}; }
  void add(std::uint32_t source, std::uint32_t target, std::uint32_t strength, bool agreed) {
    from.push_back(source);
    to.push_back(target);
    strengths.push_back(static_cast<Strength>(strength));
    consent.push_back(agreed ? 1 : 0);
  }
};

// What a random graph is drawn from.
struct Shape {
  std::uint32_t people = 8;
  std::uint32_t employers = 2;
  std::uint32_t links = 40;
  std::uint32_t strengths = 4;  // as many different ones, 0 among them: many ties
  std::uint32_t consent = 80;   // percent of links
};

// People and employers in one order of ids, mixed; links between any two, also out of employers and from vertices to themselves.
inline ReferralGraph random_graph(std::mt19937& random, const Shape& shape) {
  const std::uint32_t count = shape.people + shape.employers;
  std::vector<VertexRecord> vertices;
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::string id = "v" + std::to_string(100000 + draw(random, 800000));
    vertices.push_back(i < shape.people ? person(id + "p" + std::to_string(i)) : employer(id + "e" + std::to_string(i)));
  }
  LinkArrays links;
  for (std::uint32_t i = 0; i < shape.links; ++i) {
    const std::uint32_t strength = draw(random, shape.strengths) * 65535U / (shape.strengths - 1);
    links.add(draw(random, count), draw(random, count), strength, draw(random, 100) < shape.consent);
  }
  return make_referral_graph(vertices, links.columns(), {.self_links = true});
}

// Everything that two graphs could differ in.
inline void expect_equal(const ReferralGraph& a, const ReferralGraph& b) {
  ASSERT_EQ(a.vertex_count(), b.vertex_count());
  ASSERT_EQ(a.link_count(), b.link_count());
  for (std::size_t v = 0; v < a.vertex_count(); ++v) {
    ASSERT_EQ(a.id(VertexRow(v)), b.id(VertexRow(v)));
    ASSERT_EQ(a.name(VertexRow(v)), b.name(VertexRow(v)));
    ASSERT_EQ(a.kind(VertexRow(v)), b.kind(VertexRow(v)));
  }
  for (std::size_t link = 0; link < a.link_count(); ++link) ASSERT_EQ(a.link(LinkRow(link)), b.link(LinkRow(link))) << link;
  ASSERT_EQ(a.content().out_offsets, b.content().out_offsets);
  ASSERT_EQ(a.content().in_offsets, b.content().in_offsets);
  ASSERT_EQ(a.content().in_links, b.content().in_links);
}

inline std::vector<VertexRow> vertices_of(const ReferralGraph& graph, bool employers) {
  std::vector<VertexRow> rows;
  for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
    if (graph.is_employer(VertexRow(v)) == employers) rows.push_back(VertexRow(v));
  }
  return rows;
}

}  // namespace aril::test
