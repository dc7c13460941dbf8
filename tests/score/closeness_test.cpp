#include "aril/score/closeness.hpp"

#include <gtest/gtest.h>

#include <map>

#include "aril/market/concept_table.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/market/taxonomy.hpp"
#include "support/small_market.hpp"

namespace aril {
namespace {

SkillRecord skill(std::string id, std::vector<std::string> broader, std::vector<std::string> related = {}) {
  return {.id = std::move(id), .title = {}, .aliases = {}, .broader = std::move(broader), .related = std::move(related)};
}

// root > top > {a, b} ; a > a1 > a2 > a3 ; x related to b
Market taxonomy_market() {
  MarketBuilder builder;
  for (const SkillRecord& record :
       {skill("root", {}), skill("top", {"root"}), skill("a", {"top"}), skill("b", {"top"}), skill("a1", {"a"}), skill("a2", {"a1"}),
        skill("a3", {"a2"}), skill("x", {}, {"b"}), skill("r1", {"lone"}), skill("r2", {"lone"}), skill("lone", {})}) {
    builder.add(record);
  }
  return builder.build();
}

std::map<std::string, int> close_from(const std::string& have, SkillCloseness closeness = {}) {
  const Market market = taxonomy_market();
  const ConceptTable& skills = market.taxonomy().skills();
  std::map<std::string, int> found;
  for (const CloseConcept& near : close_skills(skills, closeness, static_cast<std::uint32_t>(*skills.ids.find(have)))) {
    found[std::string(skills.ids[near.row])] = near.close;
  }
  return found;
}

using Found = std::map<std::string, int>;

TEST(Closeness, OfSkillsFollowsTheTable) {
  EXPECT_EQ(close_from("a2"), (Found{{"a2", 255}, {"a1", 240}, {"a", 225}, {"a3", 150}}));
  EXPECT_EQ(close_from("a"), (Found{{"a", 255}, {"top", 240}, {"root", 225}, {"a1", 150}, {"a2", 90}, {"b", 110}}));
  EXPECT_EQ(close_from("b"), (Found{{"b", 255}, {"top", 240}, {"root", 225}, {"a", 110}, {"x", 130}}));
  EXPECT_EQ(close_from("x"), (Found{{"x", 255}, {"b", 130}}));
}

TEST(Closeness, HasNoSiblingsUnderARootOrAboveTheLimit) {
  EXPECT_EQ(close_from("r1"), (Found{{"r1", 255}, {"lone", 240}}));
  SkillCloseness strict;
  strict.sibling_limit = 1;
  EXPECT_EQ(close_from("a", strict).count("b"), 0U);
}

TEST(Closeness, LeavesOutWhatThePolicySetsToZero) {
  SkillCloseness only_same;
  only_same.narrower = only_same.broader = {0, 0};
  only_same.sibling = only_same.related = 0;
  EXPECT_EQ(close_from("b", only_same), (Found{{"b", 255}}));
}

OccupationRecord occupation(std::string id, std::vector<std::string> broader, std::vector<std::string> related = {}) {
  return {.id = std::move(id),
          .title = {},
          .aliases = {},
          .broader = std::move(broader),
          .related = std::move(related),
          .group = false,
          .essential = {},
          .optional = {}};
}

TEST(Closeness, OfOccupationsCountsTheStepsToASharedConcept) {
  MarketBuilder builder;
  for (const OccupationRecord& record : {occupation("0", {}), occupation("1", {"0"}), occupation("11", {"1"}), occupation("12", {"1"}),
                                         occupation("111", {"11"}), occupation("112", {"11"}), occupation("121", {"12"}),
                                         occupation("1211", {"121"}), occupation("2", {"0"}), occupation("far", {}, {"2"})}) {
    builder.add(record);
  }
  const Market market = builder.build();
  const ConceptTable& table = market.taxonomy().occupations();
  const auto close = [&](const std::string& a, const std::string& b) {
    for (const CloseConcept& near : close_occupations(table, {}, static_cast<std::uint32_t>(*table.ids.find(a)))) {
      if (table.ids[near.row] == b) return static_cast<int>(near.close);
    }
    return 0;
  };
  EXPECT_EQ(close("111", "111"), 255);
  EXPECT_EQ(close("111", "112"), 180);
  EXPECT_EQ(close("111", "11"), 180);   // zero steps and one
  EXPECT_EQ(close("111", "121"), 100);  // 1 lies two steps up from each
  EXPECT_EQ(close("111", "1211"), 40);
  EXPECT_EQ(close("11", "1"), 180);
  EXPECT_EQ(close("1", "2"), 0);  // they share only the root
  EXPECT_EQ(close("1", "1"), 255);
  EXPECT_EQ(close("far", "2"), 150);
  EXPECT_EQ(close("2", "far"), 150);
  for (const char* a : {"0", "1", "11", "12", "111", "112", "121", "1211", "2", "far"}) {
    for (const char* b : {"0", "1", "11", "12", "111", "112", "121", "1211", "2", "far"})
      EXPECT_EQ(close(a, b), close(b, a)) << a << " " << b;
  }
}

TEST(LevelFit, FollowsTheTable) {
  const Closeness closeness;
  EXPECT_EQ(level_fit(closeness, 3, 0), 255);
  EXPECT_EQ(level_fit(closeness, 0, 0), 255);
  EXPECT_EQ(level_fit(closeness, 0, 5), 190);
  EXPECT_EQ(level_fit(closeness, 5, 5), 255);
  EXPECT_EQ(level_fit(closeness, 8, 5), 255);
  EXPECT_EQ(level_fit(closeness, 3, 5), 120);
  EXPECT_EQ(level_fit(closeness, 2, 5), 60);
  EXPECT_EQ(level_fit(closeness, 1, 5), 0);
}

}  // namespace
}  // namespace aril
