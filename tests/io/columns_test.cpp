// Headers: which columns a file has, and under which names.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "aril/io/market_files.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "complete_market.hpp"
#include "support.hpp"

namespace aril::io::test {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

struct Outcome {
  Market market;
  std::vector<Problem> problems;
};

Outcome read_lenient(std::string_view table, const std::string& bytes, const TableOptions& options = {}) {
  MarketBuilder builder;
  read_table(table, bytes, "file.csv", builder, options);
  std::vector<Problem> problems;
  const Market market = builder.build(Strictness::lenient, &problems);
  return {market, problems};
}

TEST(Columns, AnyOrderIsRead) {
  const auto [market, problems] = read_lenient("residents", "budget,id,pay_floor\n7,R1,8.5\n");
  EXPECT_THAT(problems, SizeIs(0));
  EXPECT_EQ(resident_record(market, 0).budget, 700);
  EXPECT_EQ(resident_record(market, 0).pay_floor, 850);
}

TEST(Columns, AnUnknownOneNamesTheNearestKnownAndTheRowsAreKept) {
  const auto [market, problems] = read_lenient("residents", "id,pay_flor\nR1,5\n");
  EXPECT_EQ(market.residents().size(), 1U);
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].code, ErrorCode::unknown_column);
  EXPECT_EQ(problems[0].where, (Place{"file.csv", 1, 1, "pay_flor"}));
  EXPECT_THAT(problems[0].expected, HasSubstr("pay_floor"));
}

TEST(Columns, UnknownOnesAreSkippedWithoutAWordWhereTheCallerSaysSo) {
  const auto [market, problems] = read_lenient("residents", "id,remark\nR1,5\n", {.ignore_unknown_columns = true});
  EXPECT_EQ(market.residents().size(), 1U);
  EXPECT_THAT(problems, SizeIs(0));
}

TEST(Columns, WithoutOneThatMustBeThereTheWholeFileIsReported) {
  const auto [market, problems] = read_lenient("postings", "id,employer\nP1,E1\n\"P\n2\",E1\n");
  EXPECT_EQ(market.postings().size(), 0U);
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].code, ErrorCode::missing_column);
  EXPECT_EQ(problems[0].where, (Place{"file.csv", 1, 4, "kind"}));
}

TEST(Columns, AnEmptyFileHasNoneAndIsReported) {
  const auto [market, problems] = read_lenient("modes", "");
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].code, ErrorCode::missing_column);
}

TEST(Columns, OfARepeatedOneTheFirstCountsAndItIsReported) {
  const auto [market, problems] = read_lenient("residents", "id,budget,budget\nR1,1,2\n");
  EXPECT_EQ(resident_record(market, 0).budget, 100);
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].code, ErrorCode::repeated_column);
  EXPECT_EQ(problems[0].where, (Place{"file.csv", 1, 1, "budget"}));
}

TEST(Columns, AMappingReadsAndWritesTheFilesOwnNames) {
  const ColumnMapping mapping{{"residents", {{"id", "Person, No."}, {"pay_floor", "最低工资"}}}};
  const TemporaryFolder folder;
  write_market(read_files(complete_market()), folder.path(), {.columns = mapping});
  EXPECT_TRUE(text::read_file(folder.path("residents.csv")).starts_with("\"Person, No.\",home,"));
  const Market market = read_market(folder.path(), {.columns = mapping});
  expect_same_rows(rows_of(market), rows_of(read_files(complete_market())));
}

TEST(Columns, ProblemsNameTheFilesOwnColumn) {
  const auto [market, problems] = read_lenient("residents", "No,Wage\nR1,x\n", {.columns = {{"id", "No"}, {"pay_floor", "Wage"}}});
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].where, (Place{"file.csv", 2, 2, "Wage"}));
}

TEST(Columns, AMappedOneMustStandInTheFile) {
  const auto [market, problems] =
      read_lenient("residents", "id,Wages\nR1,5\n", {.columns = {{"pay_floor", "Wage"}}, .ignore_unknown_columns = true});
  EXPECT_EQ(market.residents().size(), 1U);
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].code, ErrorCode::missing_column);
  EXPECT_THAT(problems[0].found, HasSubstr("Wages"));
}

TEST(Columns, OurNameIsUnknownWhereTheMappingGivesAnother) {
  const auto [market, problems] = read_lenient("residents", "id,Wage,pay_floor\nR1,5,6\n", {.columns = {{"pay_floor", "Wage"}}});
  EXPECT_EQ(resident_record(market, 0).pay_floor, 500);
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].code, ErrorCode::unknown_column);
}

void expect_invalid(const ColumnMapping& mapping, const std::string& in_message) {
  const TemporaryFolder folder;
  const auto expect = [&](auto&& act) {
    try {
      act();
      ADD_FAILURE() << in_message;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::invalid_option);
      EXPECT_THAT(error.what(), HasSubstr(in_message));
    }
  };
  expect([&] { static_cast<void>(read_market(folder.path(), {.columns = mapping})); });
  expect([&] { write_market(Market(), folder.path(), {.columns = mapping}); });
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Columns, AMappingOfSomethingUnknownIsAnErrorThatNamesTheNearest) {
  expect_invalid({{"resident", {}}}, "residents");
  expect_invalid({{"residents", {{"payfloor", "x"}}}}, "pay_floor");
}

TEST(Columns, AMappingTheOtherWayRoundSaysWhichNameStandsFirst) {
  expect_invalid({{"residents", {{"Wage", "pay_floor"}}}}, "\"pay_floor\", then \"Wage\", found \"Wage\" first");
}

TEST(Columns, OtherSeparatorsThanCommasAreNamedOnce) {
  for (const char* const text : {"id;pay_floor\nR1;5\nR2;3,50\n", "name\tid\nAnn\tR1\n"}) {
    const auto [market, problems] = read_lenient("residents", text, {.ignore_unknown_columns = true});
    ASSERT_THAT(problems, SizeIs(1));
    EXPECT_EQ(problems[0].code, ErrorCode::missing_column);
    EXPECT_THAT(problems[0].message(), HasSubstr("expected columns separated by commas"));
    EXPECT_EQ(problems[0].where.last_line, text[2] == ';' ? 3U : 2U);
  }
}

TEST(Columns, AMappingOfTwoColumnsToOneHeadingIsAnError) {
  expect_invalid({{"postings", {{"pay_lower", "Pay"}, {"pay_upper", "Pay"}}}}, "Pay");
  expect_invalid({{"postings", {{"pay_lower", "fee"}}}}, "fee");
}

TEST(Columns, AHeaderThatCannotBeReadReportsEveryLine) {
  const auto [market, problems] = read_lenient("residents", "id,\"pay\nR1,5\nR2,6\n");
  EXPECT_EQ(market.residents().size(), 0U);
  ASSERT_FALSE(problems.empty());
  std::uint64_t last = 0;
  for (const Problem& problem : problems) last = std::max(last, problem.where.last_line);
  EXPECT_EQ(last, 3U);
}

}  // namespace
}  // namespace aril::io::test
