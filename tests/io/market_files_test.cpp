#include "aril/io/market_files.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "aril/market/postings.hpp"
#include "aril/market/protected_attributes.hpp"
#include "aril/market/residents.hpp"
#include "complete_market.hpp"
#include "support.hpp"

namespace aril::io::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST(MarketFiles, WritingThenReadingGivesAnEqualMarket) {
  const Market market = read_files(complete_market());
  const TemporaryFolder folder;
  write_market(market, folder.path("a/new/folder"));
  const Market again = read_market(folder.path("a/new/folder"));
  expect_same_rows(rows_of(market), rows_of(again));
  EXPECT_EQ(written(market), written(again));
}

TEST(MarketFiles, ATravelRadiusIsReadAndWrittenWithWhatItCuts) {
  Files files = complete_market();
  files["market"] += "travel_radius,20\n";
  const Market market = read_files(files);
  EXPECT_EQ(market.settings().travel_radius, 20);
  for (const TravelTable& table : market.places().travel) {
    for (std::uint32_t from = 0; from < table.grids(); ++from) {
      for (std::uint32_t to = 0; to < table.grids(); ++to) {
        const TravelCell cell = table.minutes(GridRow(from), GridRow(to));
        EXPECT_TRUE(cell <= 20 || cell == minutes_unknown || cell == out_of_reach) << int{cell};
      }
    }
  }
  const Market again = read_files(written(market));
  EXPECT_EQ(again.places().travel, market.places().travel);
  EXPECT_EQ(written(again), written(market));
}

TEST(MarketFiles, EveryRowOfTheFixtureIsInTheMarket) {
  const Rows rows = rows_of(read_files(complete_market()));
  EXPECT_EQ(rows.modes.size(), 8U);
  EXPECT_EQ(rows.areas.size(), 8U);
  EXPECT_EQ(rows.grids.size(), 8U);
  EXPECT_EQ(rows.travel.size(), 8U);
  EXPECT_EQ(rows.skills.size(), 9U);
  EXPECT_EQ(rows.occupations.size(), 8U);
  EXPECT_EQ(rows.employers.size(), 8U);
  EXPECT_EQ(rows.residents.size(), 8U);
  EXPECT_EQ(rows.postings.size(), 8U);
  EXPECT_EQ(protected_attributes(read_files(complete_market())).size(), 8U);
}

TEST(MarketFiles, TwoWritesGiveTheSameBytesForAnyOrderOfTheRows) {
  Files reordered = complete_market();
  // Rows of these tables hold no newlines, so that lines may change places.
  for (const char* const table : {"travel", "market"}) {
    std::string& bytes = reordered[table];
    const std::size_t header = bytes.find('\n') + 1;
    const std::size_t second = bytes.find('\n', header) + 1;
    bytes = bytes.substr(0, header) + bytes.substr(second) + bytes.substr(header, second - header);
  }
  EXPECT_EQ(written(read_files(complete_market())), written(read_files(reordered)));
}

TEST(MarketFiles, NotStatedAndHasNoneStayApart) {
  const Market market = read_files({{"residents", "id,skills,needs,week\nA,,-,\nB,-,,-\n"}});
  EXPECT_FALSE(resident_record(market, 0).skills);
  EXPECT_EQ(resident_record(market, 0).needs, std::vector<std::string>{});
  EXPECT_FALSE(resident_record(market, 0).week);
  EXPECT_EQ(resident_record(market, 1).skills, std::vector<SkillItem>{});
  EXPECT_EQ(resident_record(market, 1).week, WeekMask{});
  const std::string residents = written(market)["residents"];
  EXPECT_THAT(residents, HasSubstr("\nA,,,,,,,,,,,,-,,,,,,,,,,,\n"));
  EXPECT_THAT(residents, HasSubstr("\nB,,,,,,-,,,-,,,,,,,,,,,,,,\n"));
}

TEST(MarketFiles, ListsAreWrittenInCanonicalOrder) {
  const Market market = read_files({{"skills", "id\nb\na\n"},
                                    {"residents",
                                     "id,wanted_kinds,wanted_workplaces,skills,liked_kinds,languages\n"
                                     "R,piecework_lot|job|job,at_home|on_site,b:2|a,training_slot:1|job:-1,zh:3|ar:A1\n"}});
  EXPECT_THAT(written(market)["residents"], HasSubstr("R,,,,job|piecework_lot,on_site|at_home,a|b:2,,ar:A1|zh:B1,"));
  EXPECT_THAT(written(market)["residents"], HasSubstr(",job:-1|training_slot:1,"));
}

TEST(MarketFiles, EveryTableIsWrittenAlsoWithoutRows) {
  const Files files = written(Market());
  for (const std::string_view table : table_names()) {
    const std::string& bytes = files.find(table)->second;
    EXPECT_EQ(std::count(bytes.begin(), bytes.end(), '\n'), 1) << table;
  }
  EXPECT_EQ(files.find("travel")->second, "mode,from,to,minutes\n");
}

TEST(MarketFiles, ProtectedAttributesComeBackAsTheyWere) {
  const std::string bytes = written(read_files(complete_market()))["protected_attributes"];
  EXPECT_EQ(bytes, complete_market()["protected_attributes"]);
}

TEST(MarketFiles, AFolderThatIsNotThereOrHasNoneOfTheFilesIsAnError) {
  const TemporaryFolder folder;
  text::write_file(folder.path("other.csv"), "id\n1\n");
  for (const std::string& path : {folder.path("nowhere"), folder.path()}) {
    try {
      static_cast<void>(read_market(path));
      ADD_FAILURE() << path;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::file_not_readable);
      EXPECT_EQ(error.where().file, path);
    }
  }
}

TEST(MarketFiles, ACsvFileOfAnotherNameIsReportedWithTheNearestName) {
  const TemporaryFolder folder;
  write_files(folder.path(), {{"resident", "id\nR1\n"}, {"grids", "id,area\ng1,nowhere\n"}});
  for (const char* const name : {"Postings.CSV", "README.md", "lists.tsv", ".hidden.csv"}) text::write_file(folder.path(name), "");
  std::filesystem::create_directory(folder.path("older.csv"));
  std::vector<Problem> problems;
  const Market market = read_market(folder.path(), {.strictness = Strictness::lenient, .problems = &problems});
  EXPECT_EQ(market.residents().size(), 0U);
  ASSERT_EQ(problems.size(), 3U) << messages(problems);
  EXPECT_EQ(problems[0].message(),
            "Postings.CSV: expected the name of one of the market's files, perhaps postings.csv, found another; it is not read "
            "[unknown_file]");
  EXPECT_EQ(problems[1].where.file, "resident.csv");
  EXPECT_THAT(problems[1].expected, HasSubstr("perhaps residents.csv"));
  EXPECT_EQ(problems[2].code, ErrorCode::dangling_reference);
  EXPECT_THROW(static_cast<void>(read_market(folder.path())), Error);
}

TEST(MarketFiles, AFolderWithMisnamedFilesAloneNamesThem) {
  const TemporaryFolder folder;
  write_files(folder.path(), {{"resident", "id\nR1\n"}});
  try {
    static_cast<void>(read_market(folder.path(), {.strictness = Strictness::lenient}));
    ADD_FAILURE();
  } catch (const Error& error) {
    ASSERT_EQ(error.problems().size(), 2U);
    EXPECT_EQ(error.code(), ErrorCode::file_not_readable);
    EXPECT_EQ(error.problems()[1].where.file, "resident.csv");
  }
}

TEST(MarketFiles, AFolderThatCannotBeMadeIsAnError) {
  const TemporaryFolder folder;
  text::write_file(folder.path("file"), "");
  try {
    write_market(Market(), folder.path("file/folder"));
    ADD_FAILURE();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::file_not_writable);
  }
}

TEST(MarketFiles, StrictReadingReportsAllProblemsOfAllFilesAtOnce) {
  const TemporaryFolder folder;
  write_files(folder.path(), {{"residents", "id,pay_floor,of_legal_age\nR1,abc,maybe\nR2,5,yes\nR3,-1,no\n"},
                              {"grids", "id,latitude,longitude\ng1,91,0\n"}});
  try {
    static_cast<void>(read_market(folder.path()));
    ADD_FAILURE();
  } catch (const Error& error) {
    std::vector<std::string> places;
    for (const Problem& problem : error.problems()) {
      places.push_back(problem.where.file + ":" + std::to_string(problem.where.first_line) + ":" + problem.where.field + " " +
                       std::string(name_of(problem.code)));
    }
    EXPECT_THAT(places, ElementsAre("grids.csv:2:latitude out_of_range", "residents.csv:2:pay_floor malformed",
                                    "residents.csv:2:of_legal_age unknown_word", "residents.csv:4:pay_floor out_of_range"));
  }
}

TEST(MarketFiles, LenientReadingKeepsTheRestAndReports) {
  const TemporaryFolder folder;
  write_files(folder.path(), {{"residents", "id,pay_floor\nR1,abc\nR2,5\n"}});
  std::vector<Problem> problems;
  const Market market = read_market(folder.path(), {.strictness = Strictness::lenient, .problems = &problems});
  EXPECT_EQ(market.residents().size(), 1U);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].message(),
            "residents.csv:2: pay_floor: expected an amount 0..1000000000 with at most two decimals, found \"abc\" [malformed]");
}

TEST(MarketFiles, ColumnsAreListedInTheOrderOfTheFormat) {
  EXPECT_THAT(table_names(), ElementsAre("market", "modes", "areas", "grids", "travel", "skills", "occupations", "employers", "residents",
                                         "postings", "protected_attributes"));
  EXPECT_THAT(columns_of("areas"), ElementsAre("id", "title_en", "title_zh", "kind", "parent"));
  EXPECT_EQ(columns_of("residents").size(), 24U);
  EXPECT_EQ(columns_of("postings").size(), 39U);
  EXPECT_THROW(static_cast<void>(columns_of("people")), Error);
}

}  // namespace
}  // namespace aril::io::test
