// The sample at community size: same seed, same bytes; what it promises to hold; things one would find in such a district.
#include "aril/sample/district.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <string>

#include "aril/core/error.hpp"
#include "aril/market/concept_table.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/sample/names.hpp"
#include "io/support.hpp"

namespace aril::sample {
namespace {

const Market& community() {
  static const Market market = district({.size = Size::community, .seed = 7});
  return market;
}

// FNV-1a over all tables as CSV, protected attributes among them.
std::uint64_t checksum_of(const Market& market) {
  std::uint64_t checksum = 0xcbf29ce484222325U;
  for (const auto& [table, bytes] : io::test::written(market)) {
    for (const char byte : table + "\n" + bytes) checksum = (checksum ^ static_cast<std::uint8_t>(byte)) * 0x100000001b3U;
  }
  return checksum;
}

TEST(Sample, SameSeedSameBytesOnEveryMachine) {
  // Written down, not computed: any value of any row that changes turns this red. After a change on purpose put the new number here.
  EXPECT_EQ(checksum_of(community()), 0xe7f958d096a410b5U) << std::hex << "0x" << checksum_of(community());
}

TEST(Sample, GeneratedTwiceTheBytesAreTheSame) {
  EXPECT_EQ(io::test::written(district({.size = Size::community, .seed = 7})), io::test::written(community()));
}

TEST(Sample, AnotherSeedGivesOtherBytes) {
  const auto other = io::test::written(district({.size = Size::community, .seed = 8}));
  const auto these = io::test::written(community());
  for (const char* table : {"grids", "employers", "residents", "postings", "protected_attributes"})
    EXPECT_NE(other.at(table), these.at(table)) << table;
}

TEST(Sample, FillingABuilderGivesTheSameMarket) {
  MarketBuilder builder;
  fill(builder, {.size = Size::community, .seed = 7});
  EXPECT_EQ(checksum_of(builder.build()), checksum_of(community()));
}

TEST(Sample, ACommunityHoldsWhatItsCountsSay) {
  const SizeCounts promised = counts(Size::community);
  EXPECT_EQ(community().residents().size(), promised.residents);
  EXPECT_EQ(community().postings().size(), promised.postings + promised.training_slots);
  EXPECT_EQ(community().employers().size(), promised.employers + promised.buildings + promised.business_districts);
  EXPECT_EQ(community().places().grid_ids.size(), promised.grids);
  EXPECT_EQ(community().places().area_ids.size(), 1 + promised.townships + promised.communities);
  EXPECT_EQ(community().taxonomy().skills().size(), promised.skills);
  std::int64_t seats = 0;
  for (const std::int64_t of_posting : community().postings().seats) seats += of_posting;
  EXPECT_EQ(static_cast<std::size_t>(seats), promised.seats);
}

TEST(Sample, AllSizesPromiseWhatTheDesignSays) {
  EXPECT_EQ(counts(Size::community).residents, 5'000U);
  EXPECT_EQ(counts(Size::community).postings, 1'246U);
  EXPECT_EQ(counts(Size::community).training_slots, 40U);
  EXPECT_EQ(counts(Size::district).residents, 150'000U);
  EXPECT_EQ(counts(Size::district).postings, 20'000U);
  EXPECT_EQ(counts(Size::district).training_slots, 500U);
  EXPECT_EQ(counts(Size::district).employers, 2'000U);
  EXPECT_EQ(counts(Size::district).seats, 60'000U);
  EXPECT_EQ(counts(Size::district).grids, 2'024U);
  EXPECT_EQ(counts(Size::city).residents, 500'000U);
  EXPECT_EQ(counts(Size::city).postings, 50'000U);
  EXPECT_EQ(counts(Size::city).grids, 10'000U);
  EXPECT_EQ(counts(Size::province).residents, 1'000'000U);
  EXPECT_EQ(counts(Size::province).postings, 100'000U);
  EXPECT_EQ(counts(Size::province).grids, 20'000U);
}

TEST(Sample, MayHaveAnotherNumberOfResidentsOrPostings) {
  const DistrictOptions options{.size = Size::community, .seed = 7, .residents = 300, .postings = 2'500};
  const Market market = district(options);
  EXPECT_EQ(market.residents().size(), 300U);
  EXPECT_EQ(market.postings().size(), 2'500U + counts(Size::community).training_slots);
  std::int64_t seats = 0;
  for (const std::int64_t of_posting : market.postings().seats) seats += of_posting;
  EXPECT_EQ(static_cast<std::size_t>(seats), counts(options).seats);
  EXPECT_EQ(district({.size = Size::community, .seed = 7, .postings = 60}).postings().size(), 100U)
      << "fewer than seats would give one each";
}

TEST(Sample, RefusesMoreThanItsIdsHaveDigitsFor) {
  EXPECT_THROW(static_cast<void>(district({.residents = 10'000'000})), Error);
  EXPECT_THROW(static_cast<void>(district({.postings = 1'000'000})), Error);
}

TEST(Sample, IdsSortAsTheyCount) {
  EXPECT_EQ(community().id(ResidentRow(41)), "R000042");
  EXPECT_EQ(community().id(PostingRow(1'245)), "P001246");
  EXPECT_EQ(community().id(PostingRow(1'246 + 16)), "T000017");
  EXPECT_EQ(community().employer("E000124").index(), community().employer("E000123").index() + 1);
  EXPECT_EQ(community().places().grid_ids[29], "G00030");
}

TEST(Sample, StandsAtItsReferenceDate) { EXPECT_EQ(reference_date(), Date(2026, 6, 3)); }

TEST(Sample, EveryGridLiesInACommunityOfATownshipOfTheDistrict) {
  const Places& places = community().places();
  for (std::size_t grid = 0; grid < places.grid_ids.size(); ++grid) {
    for (const char* kind : {"community", "township", "district"})
      EXPECT_FALSE(places.area_of_kind(places.grid_areas[grid], kind).is_none()) << kind;
  }
}

TEST(Sample, EmployersSitInBuildingsOfBusinessDistrictsOrAlongStreets) {
  const Employers& employers = community().employers();
  EXPECT_EQ(std::set<std::string>(employers.kinds.begin(), employers.kinds.end()),
            (std::set<std::string>{"building", "business district", "employer"}));
  std::size_t in_buildings = 0;
  for (std::size_t row = 0; row < employers.size(); ++row) {
    const EmployerRow parent = employers.parents[row];
    if (parent.is_none()) continue;
    EXPECT_EQ(employers.kinds[parent.index()], employers.kinds[row] == "building" ? "business district" : "building");
    in_buildings += employers.kinds[row] == "employer" ? 1U : 0U;
  }
  EXPECT_GT(in_buildings, 30U);
  EXPECT_LT(in_buildings, 100U);
}

TEST(Sample, OccupationsAskSkillsAndLieUnderAHeadingThatMakesThemClose) {
  const Taxonomy& taxonomy = community().taxonomy();
  const ConceptTable& occupations = taxonomy.occupations();
  std::size_t asking = 0;
  for (std::size_t row = 0; row < occupations.size(); ++row) {
    if (occupations.is_group[row] != 0) continue;
    ++asking;
    EXPECT_GE(taxonomy.asks(OccupationRow(row)).size(), 6U);
    ASSERT_EQ(occupations.broader[row].size(), 1U);
    EXPECT_EQ(occupations.broader[occupations.broader[row][0]].size(), 1U) << "the field's heading is no root";
  }
  EXPECT_GE(asking, 40U);
}

TEST(Sample, TheTaxonomyHasHeadingsSeveralBroaderConceptsAndRelatedLinks) {
  const ConceptTable& skills = community().taxonomy().skills();
  std::size_t headings = 0;
  std::size_t several = 0;
  std::size_t related = 0;
  for (std::size_t row = 0; row < skills.size(); ++row) {
    headings += skills.is_group[row];
    several += skills.broader[row].size() > 1 ? 1U : 0U;
    related += skills.related[row].empty() ? 0U : 1U;
    EXPECT_FALSE(skills.titles.english[row].empty());
    EXPECT_FALSE(skills.titles.chinese[row].empty());
  }
  EXPECT_EQ(headings, names::fields().size() + 1 + names::skill_groups().size());
  EXPECT_GT(several, 200U);
  EXPECT_GT(related, 200U);
}

TEST(Sample, PieceworkIsMostlyDoneAtHomeAndPickedUpNearby) {
  const Postings& postings = community().postings();
  std::size_t lots = 0;
  std::size_t at_home = 0;
  std::size_t picked_up = 0;
  for (std::size_t row = 0; row < postings.size(); ++row) {
    if (postings.kinds[row] != Kind::piecework_lot) continue;
    ++lots;
    at_home += postings.workplaces[row] == Workplace::at_home ? 1U : 0U;
    picked_up += postings.pickup_grids[row].is_none() ? 0U : 1U;
  }
  EXPECT_GT(lots, 50U);
  EXPECT_GT(at_home * 10, lots * 8);
  EXPECT_GT(picked_up * 10, lots * 8);
}

}  // namespace
}  // namespace aril::sample
