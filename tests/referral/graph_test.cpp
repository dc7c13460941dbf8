#include "aril/referral/graph.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <numeric>
#include <random>

#include "aril/units/strength.hpp"
#include "support.hpp"

namespace aril {
namespace {

using test::draw;
using test::employer;
using test::LinkArrays;
using test::person;

std::vector<ErrorCode> codes(const std::vector<Problem>& problems) {
  std::vector<ErrorCode> found;
  for (const Problem& problem : problems) found.push_back(problem.code);
  return found;
}

TEST(ReferralGraph, LetsWorkLeadFromAPersonToAnEmployerAlone) {
  const std::vector<std::uint32_t> from{0, 0, 2};
  const std::vector<std::uint32_t> to{2, 1, 1};
  const std::vector<Strength> strengths(3, 1);
  const std::vector<LinkKind> kinds(3, LinkKind::works_at);
  std::vector<Problem> problems;
  const ReferralGraph graph = make_referral_graph({test::person("ann"), test::person("bob"), test::employer("shop")},
                                                  {.from = from, .to = to, .strengths = strengths, .kinds = kinds},
                                                  {.strictness = Strictness::lenient, .problems = &problems});
  EXPECT_EQ(graph.link_count(), 1);
  ASSERT_EQ(problems.size(), 2);
  EXPECT_EQ(problems[0].code, ErrorCode::contradiction);
  EXPECT_EQ(problems[0].where, (Place{"links", 2, 2, "to"}));
  EXPECT_EQ(problems[1].where, (Place{"links", 3, 3, "from"}));
}

TEST(ReferralGraph, NumbersVerticesByIdWhateverTheirOrder) {
  const ReferralGraph graph = make_referral_graph({employer("shop"), person("bob"), person("ann")}, {});
  EXPECT_EQ(graph.vertex_count(), 3);
  EXPECT_EQ(graph.vertex("ann"), VertexRow(0));
  EXPECT_EQ(graph.vertex("shop"), VertexRow(2));
  EXPECT_TRUE(graph.is_employer(VertexRow(2)));
  EXPECT_FALSE(graph.find("carol"));
  try {
    (void)graph.vertex("carol");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.problems().front().message(), "vertex: expected the id of a vertex of the graph, found 'carol' [unknown_id]");
  }
}

TEST(ReferralGraph, KeepsParallelLinksSideBySideInBothDirections) {
  const LinkArrays arrays{{0, 0, 0, 1}, {1, 2, 1, 0}, {10, 20, 30, 40}, {1, 0, 0, 1}};
  const ReferralGraph graph = make_referral_graph({person("ann"), person("bob"), employer("shop")}, arrays.columns());
  EXPECT_EQ(graph.link_count(), 4);
  std::vector<Strength> strengths;
  for (const LinkRow link : graph.out_links(VertexRow(0))) strengths.push_back(graph.strength(link));
  EXPECT_EQ(strengths, (std::vector<Strength>{30, 10, 20}));  // to bob the stronger first, then to the shop
  EXPECT_EQ(graph.in_links(VertexRow(1)).size(), 2);
  EXPECT_EQ(graph.source(graph.in_links(VertexRow(0))[0]), VertexRow(1));
  EXPECT_TRUE(graph.has_consent(LinkRow(1)));
  EXPECT_FALSE(graph.has_consent(LinkRow(0)));
}

TEST(ReferralGraph, IsTheSameForEveryOrderOfItsInput) {
  std::mt19937 random(7);
  std::vector<VertexRecord> vertices;
  for (int i = 0; i < 40; ++i) vertices.push_back(i % 5 == 0 ? employer("e" + std::to_string(i)) : person("p" + std::to_string(i)));
  LinkArrays arrays;
  for (int i = 0; i < 600; ++i) {
    const std::uint32_t from = draw(random, 40);
    arrays.add(from, (from + 1 + draw(random, 39)) % 40, draw(random, 4), draw(random, 2) == 0);
  }
  const ReferralGraph first = make_referral_graph(vertices, arrays.columns());

  std::vector<std::uint32_t> place(40);
  std::iota(place.begin(), place.end(), 0U);
  std::shuffle(place.begin(), place.end(), random);
  std::vector<VertexRecord> moved(40);
  for (std::size_t i = 0; i < 40; ++i) moved[place[i]] = vertices[i];
  std::vector<std::size_t> order(600);
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::shuffle(order.begin(), order.end(), random);
  LinkArrays shuffled;
  for (const std::size_t i : order) {
    shuffled.add(place[arrays.from[i]], place[arrays.to[i]], arrays.strengths[i], arrays.consent[i] != 0);
  }
  const ReferralGraph second = make_referral_graph(moved, shuffled.columns(), {.threads = 7});
  ASSERT_EQ(first.link_count(), second.link_count());
  for (std::size_t i = 0; i < first.link_count(); ++i) EXPECT_EQ(first.link(LinkRow(i)), second.link(LinkRow(i))) << i;
  EXPECT_EQ(first.content().in_links, second.content().in_links);
}

TEST(ReferralGraph, ReportsEveryProblemOfItsArrays) {
  const LinkArrays arrays{{0, 5, 1, 0, 2}, {1, 0, 1, 2, 0}, {1, 2, 3, 4, 5}, {1, 1, 1, 1, 1}};
  std::vector<VertexRecord> vertices{person("ann"), person("bob"), person(""), employer("ann")};
  std::vector<Problem> problems;
  const ReferralGraph graph = make_referral_graph(vertices, arrays.columns(), {.strictness = Strictness::lenient, .problems = &problems});
  EXPECT_EQ(codes(problems), (std::vector{ErrorCode::invalid_id, ErrorCode::duplicate_id, ErrorCode::out_of_range, ErrorCode::cycle,
                                          ErrorCode::dangling_reference, ErrorCode::dangling_reference}));
  EXPECT_EQ(problems[2].where, (Place{"links", 2, 2, "from"}));
  EXPECT_EQ(graph.vertex_count(), 2);
  EXPECT_EQ(graph.link_count(), 1);
  try {
    (void)make_referral_graph(vertices, arrays.columns());
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.problems(), problems);
  }
}

TEST(ReferralGraph, KeepsLinksToThemselvesOnlyWhereAsked) {
  const LinkArrays arrays{{0}, {0}, {1}, {1}};
  EXPECT_THROW((void)make_referral_graph({person("ann")}, arrays.columns()), Error);
  EXPECT_EQ(make_referral_graph({person("ann")}, arrays.columns(), {.self_links = true}).link_count(), 1);
}

TEST(ReferralGraph, RefusesArraysOfDifferentLengths) {
  const std::vector<std::uint32_t> one{0};
  const std::vector<Strength> two{1, 2};
  try {
    (void)make_referral_graph({person("ann")}, {.from = one, .to = one, .strengths = two});
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::shape_mismatch);
  }
}

TEST(Strength, IsRoundedHalfUpFromTheDecimalAsWritten) {
  EXPECT_EQ(parse_strength("0.5"), 32768);
  EXPECT_EQ(parse_strength("0.1"), 6554);
  EXPECT_EQ(parse_strength("0.09999999999999999999999999"), 6553);
  EXPECT_EQ(parse_strength("00"), 0);
  EXPECT_EQ(parse_strength("01.000"), 65535);
  EXPECT_EQ(strength_of(0.1), 6554);
  EXPECT_EQ(strength_of(-0.0), 0);
  EXPECT_EQ(strength_of(5e-324), 0);
  for (const char* bad : {"", ".5", "1.", "1.0001", "2", "-0", "+1", "1e-3", "0.5 "}) EXPECT_FALSE(parse_strength(bad)) << bad;
  for (const double bad : {-0.1, 1.0000001, std::numeric_limits<double>::quiet_NaN()}) EXPECT_FALSE(strength_of(bad)) << bad;
}

TEST(Strength, IsReadBackFromItsText) {
  for (std::uint32_t strength = 0; strength <= 65535; ++strength) {
    const std::string text = format_strength(static_cast<Strength>(strength));
    ASSERT_EQ(parse_strength(text), strength) << text;
    ASSERT_LE(text.size(), 7);
  }
}

TEST(LinkKinds, AreFoundByTheirNames) {
  for (std::size_t i = 0; i < link_kind_count; ++i) EXPECT_EQ(link_kind_named(link_kind_names[i]), static_cast<LinkKind>(i));
  for (std::size_t i = 0; i < vertex_kind_count; ++i) EXPECT_EQ(vertex_kind_named(vertex_kind_names[i]), static_cast<VertexKind>(i));
  EXPECT_FALSE(link_kind_named("enemy"));
}

}  // namespace
}  // namespace aril
