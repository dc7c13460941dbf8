// The shape that the design demands of the district, measured by what ./dev demo --shape prints.
#include "../../examples/demo/shape.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <ctime>
#include <numeric>
#include <set>
#include <string>
#include <string_view>

#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/sample/district.hpp"
#include "aril/sample/names.hpp"

namespace aril::sample {
namespace {

Market the_district() { return district({.size = Size::district, .seed = 7}); }

TEST(District, BuildsInAtMostTenSecondsAndHoldsWhatItsCountsSay) {
  // The processor's time of all threads, not the wall's: what else the machine does is not the district's.
  const std::clock_t start = std::clock();
  const Market market = the_district();
  [[maybe_unused]] const double taken = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
  EXPECT_LE(taken, 10.0);
#endif
  const SizeCounts promised = counts(Size::district);
  EXPECT_EQ(market.residents().size(), promised.residents);
  EXPECT_EQ(market.postings().size(), promised.postings + promised.training_slots);
  EXPECT_EQ(market.places().grid_ids.size(), promised.grids);
  EXPECT_EQ(market.employers().size(), promised.employers + promised.buildings + promised.business_districts);
  EXPECT_EQ(market.taxonomy().skills().size(), promised.skills);
  EXPECT_EQ(std::accumulate(market.postings().seats.begin(), market.postings().seats.end(), std::int64_t{0}),
            static_cast<std::int64_t>(promised.seats));
}

TEST(District, BearsTheNamesOfEightTownshipsSixtyEightCommunitiesAndTwoHundredAndFiftySkills) {
  const Market market = the_district();
  const Places& places = market.places();
  std::set<std::string> townships;
  std::set<std::string> communities;
  for (std::size_t area = 0; area < places.area_ids.size(); ++area) {
    if (places.area_kinds[area] == "township") townships.insert(places.area_titles.chinese[area]);
    if (places.area_kinds[area] == "community") communities.insert(places.area_titles.chinese[area]);
  }
  EXPECT_EQ(townships, (std::set<std::string>{"满城北街街道", "黄河东路街道", "长城中路街道", "北京中路街道", "上海西路街道",
                                              "贺兰山中路街道", "良田镇", "丰登镇"}));
  EXPECT_EQ(communities.size(), 68U);
  EXPECT_EQ(std::set<std::string>(places.grid_titles.chinese.begin(), places.grid_titles.chinese.end()).size(), 2'024U);

  const auto& english = market.taxonomy().skills().titles.english;
  const std::set<std::string> titles(english.begin(), english.end());
  EXPECT_EQ(titles.size(), english.size()) << "no two skills bear one name";
  EXPECT_GE(names::skills().size(), 250U);
  for (const names::Skill& skill : names::skills()) {
    EXPECT_TRUE(titles.contains(std::string(skill.name.en))) << skill.name.en;
    EXPECT_EQ(skill.name.en.find_first_of("0123456789"), std::string_view::npos) << skill.name.en;
    EXPECT_EQ(skill.name.zh.find_first_of("0123456789"), std::string_view::npos) << skill.name.zh;
  }
}

// What every size shares.
void expect_medians_and_gaps(const demo::Shape& shape) {
  EXPECT_EQ(shape.skills_held, 8U);
  EXPECT_EQ(shape.skills_asked, 6U);
  EXPECT_GE(shape.missing_percent(), 10.0);
  EXPECT_LE(shape.missing_percent(), 30.0);
}

// One test for all of it: measuring takes seconds, and each TEST runs in a process of its own.
TEST(District, HasTheShapeThatTheDesignDemands) {
  const demo::Shape shape = demo::measure_shape(the_district(), Policy::standard(), reference_date());
  EXPECT_GE(shape.eligible_percent, 2.0);
  EXPECT_LE(shape.eligible_percent, 8.0);
  EXPECT_EQ(shape.few, 20U);
  EXPECT_EQ(shape.many, 2'000U);
  EXPECT_GE(shape.few_percent, 10.0);
  EXPECT_GE(shape.many_percent, 5.0);
  for (std::size_t code = 0; code < rule_count; ++code) {
    const demo::OnlyFailure& failure = shape.only_failures[code];
    if (static_cast<RuleCode>(code) == RuleCode::blocked) {
      EXPECT_GE(failure.pairs, 1'000U);
    } else {
      EXPECT_GE(failure.percent(), 0.01) << rule_names[code];
    }
  }
  expect_medians_and_gaps(shape);
  for (const demo::MissingColumn& column : shape.missing) {
    EXPECT_GE(column.percent(), 5.0) << column.name;
    EXPECT_LE(column.percent(), 40.0) << column.name;
  }
  EXPECT_GE(shape.seats_of_top_percent, 15.0);
  EXPECT_GE(shape.postings_of_top_percent, 10.0);
}

TEST(Community, HasTheSameCharacterAsTheDistrict) {
  const demo::Shape shape = demo::measure_shape(district({.size = Size::community, .seed = 7}), Policy::standard(), reference_date());
  EXPECT_GE(shape.eligible_percent, 2.0);
  EXPECT_LE(shape.eligible_percent, 10.0);
  EXPECT_GE(shape.few_percent, 10.0);
  EXPECT_GE(shape.many_percent, 5.0);
  expect_medians_and_gaps(shape);
}

}  // namespace
}  // namespace aril::sample
