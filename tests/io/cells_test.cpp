// What each kind of cell takes and how it is written back; and that a bad one is reported with file, line and field, and nothing else.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "aril/io/market_files.hpp"
#include "aril/market/residents.hpp"
#include "complete_market.hpp"
#include "support.hpp"

namespace aril::io::test {
namespace {

using ::testing::SizeIs;

using Cells = std::vector<std::pair<std::string, std::string>>;  // column, cell

// For whom a row of protected attributes can stand.
constexpr const char* resident_x1 = "X1,,,,,,,,,,,,,,,,,,,,,,,\n";

// A row of this table called X1 that has what a row must have.
Cells least_row(const std::string& table) {
  if (table == "market") return {{"key", "title_en"}, {"value", ""}};
  if (table == "travel") return {{"mode", "ferry"}, {"from", "g5"}, {"to", "g6"}, {"minutes", "7"}};
  if (table == "postings") return {{"id", "X1"}, {"kind", "job"}, {"employer", "E1"}};
  if (table == "protected_attributes") return {{"resident", "X1"}};
  return {{"id", "X1"}};
}

std::string csv_of(const Cells& cells) {
  std::string bytes;
  text::CsvWriter writer(bytes);
  for (const auto& cell : cells) writer.cell(cell.first);
  writer.end_record();
  for (const auto& cell : cells) writer.cell(cell.second);
  writer.end_record();
  return bytes;
}

struct Outcome {
  Market market;
  std::vector<Problem> problems;
};

// The complete market, for a table of one row to be read beside it. Without its own market table nothing may name the currency.
Files files_beside(const std::string& table) {
  Files files = complete_market();
  if (table == "market") {
    for (const char* const name : {"market", "employers", "residents", "postings", "protected_attributes"}) files.erase(name);
  }
  if (table == "protected_attributes") files["residents"] += resident_x1;
  return files;
}

// The complete market and one row more, from a file of its own, "x.csv", with `cell` in `column`.
Outcome read_with(const std::string& table, const std::string& column, const std::string& cell) {
  Cells cells = least_row(table);
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const auto& known) { return known.first == column; });
  if (found != cells.end()) {
    found->second = cell;
  } else {
    cells.emplace_back(column, cell);
  }
  // Coordinates stand together.
  if (column == "latitude") cells.emplace_back("longitude", "1");
  if (column == "longitude") cells.emplace_back("latitude", "1");
  MarketBuilder builder;
  const Files files = files_beside(table);
  for (const auto& [name, bytes] : files) read_table(name, bytes, name + ".csv", builder);
  read_table(table, csv_of(cells), "x.csv", builder);
  std::vector<Problem> problems;
  const Market market = builder.build(Strictness::lenient, &problems);
  return {market, problems};
}

// The cell of row X1 in what write_market writes.
std::string written_cell(const Market& market, const std::string& table, const std::string& column) {
  const Files files = written(market);
  std::vector<Problem> none;
  text::CsvTable rows(files.find(table)->second, table, none);
  for (text::CsvRecord record; rows.next(record);) {
    const bool is_ours = table == "travel" ? record.cells[0] == "ferry" && record.cells[1] == "g5"
                                           : record.cells[0] == "X1" || record.cells[0] == "title_en";
    if (is_ours) return std::string(record.cells[*rows.column(column)]);
  }
  return "no such row";
}

struct Good {
  std::string table, column, cell, canonical;
};
struct Bad {
  std::string table, column, cell;
  ErrorCode code;
};

void PrintTo(const Good& good, std::ostream* out) { *out << good.table << "." << good.column << " " << good.cell; }
void PrintTo(const Bad& bad, std::ostream* out) { *out << bad.table << "." << bad.column << " " << bad.cell; }

class GoodCell : public ::testing::TestWithParam<Good> {};
class BadCell : public ::testing::TestWithParam<Bad> {};

TEST_P(GoodCell, IsReadAndWrittenInItsCanonicalForm) {
  const auto& [table, column, cell, canonical] = GetParam();
  const Outcome outcome = read_with(table, column, cell);
  EXPECT_EQ(messages(outcome.problems), "");
  EXPECT_EQ(written_cell(outcome.market, table, column), canonical);
}

TEST_P(BadCell, IsReportedWithItsPlaceAndTheRowIsLeftOut) {
  const auto& [table, column, cell, code] = GetParam();
  const Outcome outcome = read_with(table, column, cell);
  ASSERT_THAT(outcome.problems, SizeIs(1)) << messages(outcome.problems);
  const Problem& problem = outcome.problems[0];
  EXPECT_EQ(problem.code, code) << problem.message();
  EXPECT_EQ(problem.where.file, "x.csv");
  EXPECT_EQ(problem.where.first_line, 2U);
  EXPECT_EQ(problem.where.field, column);
  EXPECT_FALSE(problem.expected.empty());
  EXPECT_FALSE(problem.found.empty());
  const Files files = files_beside(table);
  expect_same_rows(rows_of(outcome.market), rows_of(read_files(files)));
}

Good same(const std::string& table, const std::string& column, const std::string& cell) { return {table, column, cell, cell}; }

INSTANTIATE_TEST_SUITE_P(Text, GoodCell,
                         ::testing::Values(same("market", "value", "Jinfeng"), same("market", "value", "a, \"b\"\n\xE9\x87\x91"),
                                           same("areas", "kind", "town ship "), same("modes", "title_en", " literal "),
                                           same("modes", "title_zh", "\xE6\xAD\xA5"), same("modes", "title_en", "\r"),
                                           same("protected_attributes", "origin", "a|b:c\\d")));
INSTANTIATE_TEST_SUITE_P(Ids, GoodCell,
                         ::testing::Values(same("areas", "parent", "n1"), same("residents", "home", "g8"), same("employers", "grid", "g4"),
                                           same("residents", "id", "X1")));
INSTANTIATE_TEST_SUITE_P(Numbers, GoodCell,
                         ::testing::Values(same("modes", "metres_per_minute", "1"), same("modes", "metres_per_minute", "10000"),
                                           Good{"modes", "metres_per_minute", "0080", "80"}, same("travel", "minutes", "0"),
                                           same("travel", "minutes", "253"), same("travel", "minutes", "255"),
                                           same("residents", "travel_limit", "0"), same("residents", "travel_limit", "1440"),
                                           same("residents", "daily_units", "0"), same("postings", "seats", "0"),
                                           same("postings", "seats", "1000000"), same("grids", "latitude", "-90"),
                                           same("grids", "latitude", "38.4711111"), same("grids", "longitude", "180"),
                                           Good{"grids", "longitude", "1.50", "1.5"}, Good{"grids", "longitude", "1e2", "100"}));
INSTANTIATE_TEST_SUITE_P(Amounts, GoodCell,
                         ::testing::Values(same("residents", "pay_floor", "0"), same("residents", "pay_floor", "1000000000"),
                                           same("residents", "pay_floor", "18.50"), Good{"residents", "pay_floor", "18.5", "18.50"},
                                           Good{"residents", "pay_floor", "18.00", "18"}, Good{"postings", "unit_pay", "0.05", "0.05"},
                                           same("postings", "fee", "0")));
INSTANTIATE_TEST_SUITE_P(Times, GoodCell,
                         ::testing::Values(same("postings", "posted", "2024-02-29"), same("postings", "due", "0001-01-01"),
                                           same("postings", "due", "9999-12-31"), same("residents", "week", "-"),
                                           same("residents", "week", "mon-fri 9-18|sat 10-14"),
                                           Good{"residents", "week", "tue 3-4|mon 1-2|mon 2-3", "mon 1-3|tue 3-4"},
                                           same("residents", "week", "mon-sun 0-24")));
INSTANTIATE_TEST_SUITE_P(Words, GoodCell,
                         ::testing::Values(same("residents", "of_legal_age", "yes"), same("residents", "of_legal_age", "no"),
                                           same("skills", "group", "yes"), Good{"skills", "group", "no", ""},
                                           same("postings", "kind", "internship"), same("postings", "workplace", "at_home"),
                                           same("residents", "wanted_workplaces", "remote"),
                                           Good{"residents", "wanted_kinds", "internship|job|job", "job|internship"}));
INSTANTIATE_TEST_SUITE_P(Lists, GoodCell,
                         ::testing::Values(same("residents", "credentials", "-"), same("residents", "credentials", "a"),
                                           same("residents", "credentials", "\\-"), same("residents", "credentials", "a\\:b\\|c\\\\d"),
                                           Good{"residents", "credentials", "\\b|a|\\b", "a|b"}, same("skills", "aliases", "one two"),
                                           same("skills", "aliases", "\\-"), same("residents", "skills", "-"),
                                           same("residents", "skills", "weld:8"), Good{"residents", "skills", "weld:0|cut:", "cut|weld"},
                                           Good{"residents", "languages", "zh:6|en:A1|fr:0", "en:A1|fr|zh:C2"},
                                           same("residents", "liked_employers", "E1:-2|E2:2"),
                                           Good{"residents", "liked_kinds", "internship:1|job:-1", "job:-1|internship:1"},
                                           same("residents", "liked_workplaces", "on_site:-2|remote:2")));
INSTANTIATE_TEST_SUITE_P(PostingLists, GoodCell,
                         ::testing::Values(same("postings", "must_skills", "-"), same("postings", "must_skills", "weld:3:0"),
                                           same("postings", "must_skills", "weld::10000"), same("postings", "must_skills", "weld:3"),
                                           same("postings", "nice_skills", "weld"),
                                           Good{"postings", "offers", "ramp:yes|lift:no", "lift:no|ramp"},
                                           same("postings", "ordered_by", "E1|E2"), same("postings", "grants", "cook|weld:2"),
                                           same("occupations", "essential", "weld:2")));

INSTANTIATE_TEST_SUITE_P(
    Ids, BadCell,
    ::testing::Values(Bad{"modes", "id", "", ErrorCode::missing_value}, Bad{"modes", "id", "a\nb", ErrorCode::invalid_id},
                      Bad{"modes", "id", std::string("a\0b", 3), ErrorCode::invalid_id}, Bad{"modes", "id", "\x7F", ErrorCode::invalid_id},
                      Bad{"modes", "id", "\xFF", ErrorCode::invalid_utf8}, Bad{"modes", "title_en", "\xC3(", ErrorCode::invalid_utf8},
                      Bad{"travel", "from", "", ErrorCode::missing_value}, Bad{"travel", "minutes", "", ErrorCode::missing_value},
                      Bad{"postings", "kind", "", ErrorCode::missing_value}, Bad{"postings", "employer", "", ErrorCode::missing_value},
                      Bad{"market", "key", "", ErrorCode::missing_value}, Bad{"market", "key", "curency", ErrorCode::unknown_key},
                      Bad{"protected_attributes", "resident", "", ErrorCode::missing_value},
                      Bad{"areas", "parent", "a\tb", ErrorCode::invalid_id},
                      Bad{"areas", "parent", "nowhere", ErrorCode::dangling_reference}));
INSTANTIATE_TEST_SUITE_P(
    Numbers, BadCell,
    ::testing::Values(
        Bad{"modes", "metres_per_minute", "0", ErrorCode::out_of_range},
        Bad{"modes", "metres_per_minute", "10001", ErrorCode::out_of_range},
        Bad{"modes", "metres_per_minute", "99999999999999999999", ErrorCode::out_of_range},
        Bad{"modes", "metres_per_minute", "1.5", ErrorCode::malformed}, Bad{"modes", "metres_per_minute", "-1", ErrorCode::malformed},
        Bad{"modes", "metres_per_minute", "+1", ErrorCode::malformed}, Bad{"modes", "metres_per_minute", " 1", ErrorCode::malformed},
        Bad{"travel", "minutes", "256", ErrorCode::out_of_range}, Bad{"residents", "travel_limit", "1441", ErrorCode::out_of_range},
        Bad{"postings", "hours_asked", "169", ErrorCode::out_of_range}, Bad{"postings", "seats", "1e3", ErrorCode::malformed},
        Bad{"postings", "seats", "99999999999999999999", ErrorCode::out_of_range},
        Bad{"grids", "latitude", "90.1", ErrorCode::out_of_range}, Bad{"grids", "longitude", "-180.001", ErrorCode::out_of_range},
        Bad{"grids", "latitude", "north", ErrorCode::malformed}, Bad{"grids", "latitude", "nan", ErrorCode::malformed},
        Bad{"grids", "latitude", "1e999", ErrorCode::malformed}));
INSTANTIATE_TEST_SUITE_P(Amounts, BadCell,
                         ::testing::Values(Bad{"residents", "pay_floor", "18.555", ErrorCode::malformed},
                                           Bad{"residents", "pay_floor", "1,000", ErrorCode::malformed},
                                           Bad{"residents", "pay_floor", ".5", ErrorCode::malformed},
                                           Bad{"residents", "pay_floor", "5.", ErrorCode::malformed},
                                           Bad{"residents", "pay_floor", "-1", ErrorCode::out_of_range},
                                           Bad{"residents", "pay_floor", "-0", ErrorCode::out_of_range},
                                           Bad{"residents", "pay_floor", "1000000000.01", ErrorCode::out_of_range},
                                           Bad{"residents", "pay_floor", "99999999999999999999", ErrorCode::out_of_range}));
INSTANTIATE_TEST_SUITE_P(Times, BadCell,
                         ::testing::Values(Bad{"postings", "posted", "2023-02-29", ErrorCode::malformed},
                                           Bad{"postings", "posted", "2024-2-9", ErrorCode::malformed},
                                           Bad{"postings", "posted", "2024-02-09T00:00", ErrorCode::malformed},
                                           Bad{"postings", "posted", "0000-01-01", ErrorCode::malformed},
                                           Bad{"residents", "week", "mon", ErrorCode::malformed},
                                           Bad{"residents", "week", "mon 9-9", ErrorCode::malformed},
                                           Bad{"residents", "week", "fri-mon 9-10", ErrorCode::malformed},
                                           Bad{"residents", "week", "mon 9-25", ErrorCode::malformed},
                                           Bad{"residents", "week", "mon 9-10|", ErrorCode::malformed},
                                           Bad{"residents", "week", "day 9-10", ErrorCode::malformed}));
INSTANTIATE_TEST_SUITE_P(Words, BadCell,
                         ::testing::Values(Bad{"residents", "of_legal_age", "Yes", ErrorCode::unknown_word},
                                           Bad{"skills", "group", "1", ErrorCode::unknown_word},
                                           Bad{"postings", "kind", "jobs", ErrorCode::unknown_word},
                                           Bad{"postings", "workplace", "home", ErrorCode::unknown_word},
                                           Bad{"postings", "pay_period", "monthly", ErrorCode::unknown_word},
                                           Bad{"residents", "wanted_kinds", "job|work", ErrorCode::unknown_word},
                                           Bad{"residents", "wanted_kinds", "job:1", ErrorCode::unknown_word}));
INSTANTIATE_TEST_SUITE_P(
    Lists, BadCell,
    ::testing::Values(
        Bad{"residents", "credentials", "a||b", ErrorCode::malformed}, Bad{"residents", "credentials", "a|", ErrorCode::malformed},
        Bad{"residents", "credentials", "a\\", ErrorCode::malformed}, Bad{"residents", "credentials", "a:b", ErrorCode::malformed},
        Bad{"residents", "credentials", "a\x01", ErrorCode::invalid_id}, Bad{"skills", "aliases", "a:b", ErrorCode::malformed},
        Bad{"residents", "skills", "weld:9", ErrorCode::out_of_range}, Bad{"residents", "skills", "weld:x", ErrorCode::malformed},
        Bad{"residents", "skills", "weld:1:1", ErrorCode::malformed}, Bad{"residents", "skills", ":1", ErrorCode::invalid_id},
        Bad{"residents", "languages", "zh:7", ErrorCode::out_of_range}, Bad{"residents", "languages", "zh:a1", ErrorCode::malformed},
        Bad{"residents", "languages", "zh:A1:x", ErrorCode::malformed}, Bad{"residents", "liked_employers", "E1", ErrorCode::malformed},
        Bad{"residents", "liked_employers", "E1:3", ErrorCode::out_of_range},
        Bad{"residents", "liked_employers", "E1:+1", ErrorCode::malformed},
        Bad{"residents", "liked_employers", "E1:", ErrorCode::malformed}, Bad{"residents", "liked_employers", ":1", ErrorCode::invalid_id},
        Bad{"residents", "liked_kinds", "work:1", ErrorCode::unknown_word},
        Bad{"residents", "liked_workplaces", "remote:-3", ErrorCode::out_of_range}));
INSTANTIATE_TEST_SUITE_P(PostingLists, BadCell,
                         ::testing::Values(Bad{"postings", "must_skills", "weld:3:10001", ErrorCode::out_of_range},
                                           Bad{"postings", "must_skills", "weld:3:", ErrorCode::malformed},
                                           Bad{"postings", "must_skills", "weld:3:1:1", ErrorCode::malformed},
                                           Bad{"postings", "nice_skills", "::1", ErrorCode::invalid_id},
                                           Bad{"postings", "offers", "ramp:maybe", ErrorCode::unknown_word},
                                           Bad{"postings", "offers", "ramp:yes:no", ErrorCode::malformed},
                                           Bad{"postings", "offers", "ramp:yes|ramp:no", ErrorCode::contradiction},
                                           Bad{"occupations", "essential", "nothing:2", ErrorCode::dangling_reference}));

TEST(Cells, EveryBadOneOfARowIsReported) {
  MarketBuilder builder;
  read_table("residents", "id,travel_limit,pay_floor,of_legal_age\nR1,1.5,x,y\n", "residents.csv", builder);
  std::vector<Problem> problems;
  EXPECT_EQ(builder.build(Strictness::lenient, &problems).residents().size(), 0U);
  EXPECT_THAT(problems, SizeIs(3)) << messages(problems);
}

TEST(Cells, WhatWasFoundIsShortenedToSixtyCharactersOnOneLine) {
  std::string cell = "\xE9\x87\x91\n";  // three bytes, one character
  for (int i = 0; i < 70; ++i) cell += "\xE9\x87\x91";
  MarketBuilder builder;
  read_table("residents", "id,of_legal_age\nR1,\"" + cell + "\"\n", "residents.csv", builder);
  std::vector<Problem> problems;
  static_cast<void>(builder.build(Strictness::lenient, &problems));
  ASSERT_THAT(problems, SizeIs(1));
  std::string expected = "\"\xE9\x87\x91 ";
  for (int i = 0; i < 58; ++i) expected += "\xE9\x87\x91";
  EXPECT_EQ(problems[0].found, expected + "...\"");
}

TEST(Cells, OfARepeatedKeyTheSmallestRowStays) {
  std::vector<Problem> problems;
  const Market market =
      read_files({{"market", "key,value\ncurrency,USD\ntitle_en,x\ncurrency,CNY\ncurrency,EUR\n"}}, Strictness::lenient, &problems);
  EXPECT_EQ(market.settings().currency, "CNY");
  ASSERT_THAT(problems, SizeIs(2)) << messages(problems);
  EXPECT_EQ(problems[0].code, ErrorCode::duplicate_id);
  EXPECT_EQ(problems[0].where, (Place{"market.csv", 2, 2, "key"}));
  EXPECT_EQ(problems[1].where, (Place{"market.csv", 5, 5, "key"}));
}

}  // namespace
}  // namespace aril::io::test
