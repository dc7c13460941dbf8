// The sample's links at a small size: what its header promises.
#include "aril/sample/links.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "aril/core/error.hpp"

namespace aril::sample {
namespace {

LinksOptions small() {
  return {.people = 10'000, .residents = 3'000, .employed = 2'500, .employers = 40, .grids = 100, .links = 100'000, .seed = 7};
}

const Links& district_links() {
  static const Links made = links(small());
  return made;
}

bool is_person(std::uint32_t vertex) { return vertex >= small().employers; }

TEST(SampleLinks, AreAsManyAsAskedInTheOrderOfTheirEnds) {
  const Links& made = district_links();
  EXPECT_EQ(made.links.size(), 100'000U);
  EXPECT_EQ(made.residents.size(), 3'000U);
  EXPECT_TRUE(std::is_sorted(made.residents.begin(), made.residents.end()));
  for (std::size_t i = 1; i < made.links.size(); ++i) {
    const auto ends = [&](std::size_t link) { return std::pair(made.links[link].source, made.links[link].target); };
    EXPECT_LT(ends(i - 1), ends(i));
  }
}

TEST(SampleLinks, LeadFromPeopleToOthersOrToAnEmployerOfTheirs) {
  std::map<std::uint32_t, int> jobs;
  for (const Link& link : district_links().links) {
    EXPECT_TRUE(is_person(link.source));
    EXPECT_NE(link.source, link.target);
    EXPECT_LT(link.target, 10'040U);
    if (!is_person(link.target)) ++jobs[link.source];
  }
  EXPECT_EQ(jobs.size(), 2'500U);
  for (const auto& [person, count] : jobs) EXPECT_EQ(count, 1);
}

TEST(SampleLinks, BetweenPeopleComeInBothDirectionsWithOneStrength) {
  std::set<std::tuple<std::uint32_t, std::uint32_t, std::uint16_t>> between;
  for (const Link& link : district_links().links) {
    if (is_person(link.target)) between.emplace(link.source, link.target, link.strength);
  }
  for (const auto& [source, target, strength] : between) EXPECT_TRUE(between.contains({target, source, strength}));
}

TEST(SampleLinks, NobodyHasMoreThan64AcquaintancesAndSomebodyHasThem) {
  std::map<std::uint32_t, std::size_t> known;
  for (const Link& link : district_links().links) {
    if (is_person(link.target)) ++known[link.source];
  }
  const auto most = std::max_element(known.begin(), known.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  EXPECT_EQ(most->second, most_acquaintances);
}

TEST(SampleLinks, StayMostlyInTheGridOrNextToIt) {
  const Links& made = district_links();
  std::size_t near = 0;
  std::size_t all = 0;
  std::size_t consenting = 0;
  for (const Link& link : made.links) {
    consenting += link.consent ? 1 : 0;
    if (!is_person(link.target)) continue;
    const std::uint32_t a = made.homes[link.source - made.employers];
    const std::uint32_t b = made.homes[link.target - made.employers];
    const std::uint32_t apart = std::max(a, b) - std::min(a, b);
    near += apart <= 1 || apart == 10 ? 1 : 0;
    ++all;
  }
  EXPECT_GT(near * 100, all * 90);
  EXPECT_GT(consenting * 100, made.links.size() * 75);
  EXPECT_LT(consenting * 100, made.links.size() * 90);
}

TEST(SampleLinks, SameSeedSameLinksAndAnotherSeedOthers) {
  EXPECT_EQ(links(small()).links, district_links().links);
  LinksOptions other = small();
  other.seed = 8;
  EXPECT_NE(links(other).links, district_links().links);
}

TEST(SampleLinks, ShuffledTheDistrictIsTheSameUnderOtherNumbers) {
  LinksOptions options = small();
  options.shuffled = true;
  const Links shuffled = links(options);
  EXPECT_NE(shuffled.links, district_links().links);
  // What doesn't depend on numbers: who is at home where, and how links join homes.
  const auto shape = [](const Links& made) {
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint16_t, bool>> joined;
    for (const Link& link : made.links) {
      const std::uint32_t to = is_person(link.target) ? made.homes[link.target - made.employers] : 1'000 + link.target;
      joined.emplace_back(made.homes[link.source - made.employers], to, link.strength, link.consent);
    }
    std::sort(joined.begin(), joined.end());
    return joined;
  };
  EXPECT_EQ(shape(shuffled), shape(district_links()));
  EXPECT_FALSE(std::is_sorted(shuffled.homes.begin(), shuffled.homes.end()));
}

TEST(SampleLinks, IdsAreInTheOrderOfVertices) {
  const Links& made = district_links();
  EXPECT_EQ(made.id(0), "E000001");
  EXPECT_EQ(made.id(39), "E000040");
  EXPECT_EQ(made.id(40), "N000001");
}

TEST(SampleLinks, OptionsThatCannotBeAreRefusedByName) {
  const auto refused = [](auto change) {
    LinksOptions options = small();
    change(options);
    try {
      (void)links(options);
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::out_of_range);
      return error.where().field;
    }
    return std::string("nothing");
  };
  EXPECT_EQ(refused([](LinksOptions& options) { options.people = 0; }), "people");
  EXPECT_EQ(refused([](LinksOptions& options) { options.residents = 10'001; }), "residents");
  EXPECT_EQ(refused([](LinksOptions& options) { options.employed = 10'001; }), "employed");
  EXPECT_EQ(refused([](LinksOptions& options) { options.employers = 0; }), "employers");
  EXPECT_EQ(refused([](LinksOptions& options) { options.grids = 0; }), "grids");
  EXPECT_EQ(refused([](LinksOptions& options) { options.links = 2'499; }), "links");
  EXPECT_EQ(refused([](LinksOptions& options) { options.links = 400'000; }), "links");  // more than were drawn
}

}  // namespace
}  // namespace aril::sample
