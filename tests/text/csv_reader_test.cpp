#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "aril/text/csv.hpp"

namespace aril::text {
namespace {

using Cells = std::vector<std::vector<std::string>>;

struct Reading {
  Cells records;
  std::vector<std::pair<std::uint64_t, std::uint64_t>> lines;  // of the records
  std::vector<Problem> problems;
  std::uint64_t blank_lines = 0;
  std::uint64_t bytes_examined = 0;
};

Reading read(std::string_view text) {
  Reading reading;
  CsvReader reader(text, "file.csv", reading.problems);
  for (CsvRecord record; reader.next(record);) {
    reading.records.emplace_back(record.cells.begin(), record.cells.end());
    reading.lines.emplace_back(record.first_line, record.last_line);
  }
  reading.blank_lines = reader.blank_lines();
  reading.bytes_examined = reader.bytes_examined();
  return reading;
}

TEST(CsvReader, ReadsPlainAndQuotedCells) {
  const Reading reading = read("a,b,c\n1,\"two, three\",\"say \"\"four\"\"\"\n");
  EXPECT_EQ(reading.records, (Cells{{"a", "b", "c"}, {"1", "two, three", "say \"four\""}}));
  EXPECT_TRUE(reading.problems.empty());
}

TEST(CsvReader, TakesCellsLiterally) { EXPECT_EQ(read(" a , b\t\n").records, (Cells{{" a ", " b\t"}})); }

TEST(CsvReader, KeepsEmptyCells) { EXPECT_EQ(read(",\n\"\",\n,,").records, (Cells{{"", ""}, {"", ""}, {"", "", ""}})); }

TEST(CsvReader, TakesCrlfAndLf) { EXPECT_EQ(read("a,b\r\nc,\"d\"\r\ne,f\n").records, (Cells{{"a", "b"}, {"c", "d"}, {"e", "f"}})); }

TEST(CsvReader, TakesALoneCarriageReturnAsData) {
  EXPECT_EQ(read("a\rb,c\n").records, (Cells{{"a\rb", "c"}}));
  EXPECT_EQ(read("a,b\r").records, (Cells{{"a", "b\r"}}));
  EXPECT_EQ(read("\r").records, (Cells{{"\r"}}));
}

TEST(CsvReader, KeepsLineEndsInsideQuotedCells) {
  const Reading reading = read("a,\"b\r\nc\n\nd\"\ne,f\n");
  EXPECT_EQ(reading.records, (Cells{{"a", "b\r\nc\n\nd"}, {"e", "f"}}));
  EXPECT_EQ(reading.lines, (std::vector<std::pair<std::uint64_t, std::uint64_t>>{{1, 4}, {5, 5}}));
}

TEST(CsvReader, SkipsTheByteOrderMarkAtTheStartOnly) {
  EXPECT_EQ(read("\xEF\xBB\xBFid\n\xEF\xBB\xBF"
                 "1\n")
                .records,
            (Cells{{"id"},
                   {"\xEF\xBB\xBF"
                    "1"}}));
  EXPECT_TRUE(read("\xEF\xBB\xBF").records.empty());
}

TEST(CsvReader, ReadsALastLineWithoutANewline) { EXPECT_EQ(read("a\n\"b\"").records, (Cells{{"a"}, {"b"}})); }

TEST(CsvReader, SkipsAndCountsBlankLines) {
  const Reading reading = read("\na\n\r\n\n\"\"\nb\n\n");
  EXPECT_EQ(reading.records, (Cells{{"a"}, {""}, {"b"}}));
  EXPECT_EQ(reading.blank_lines, 4U);
  EXPECT_EQ(reading.lines.back().first, 6U);
}

TEST(CsvReader, TakesNulAsData) {
  using namespace std::string_view_literals;
  EXPECT_EQ(read("a\0b,\"\0\"\n"sv).records, (Cells{{std::string("a\0b", 3), std::string("\0", 1)}}));
}

TEST(CsvReader, ReadsCellsOfMoreThan128Kibibytes) {
  const std::string cell(300'000, 'x');
  EXPECT_EQ(read(cell + ",\"" + cell + "\"\n").records, (Cells{{cell, cell}}));
}

TEST(CsvReader, HasNoRecordsForAnEmptyText) { EXPECT_TRUE(read("").records.empty()); }

TEST(CsvReader, ResumesAtTheNextLineAfterAStrayQuote) {
  for (const std::string_view bad : {"x\"y,2", "1,\"2\"z", "1,\"2", "\"1\" ,2", "1,\"2\"\rz"}) {
    const Reading reading = read("a,b\n" + std::string(bad) + "\n3,4\n\"5\",6\n");
    EXPECT_EQ(reading.records, (Cells{{"a", "b"}, {"3", "4"}, {"5", "6"}})) << bad;
    ASSERT_EQ(reading.problems.size(), 1U) << bad;
    EXPECT_EQ(reading.problems[0].code, ErrorCode::stray_quote);
    EXPECT_EQ(reading.problems[0].where, (Place{"file.csv", 2, 2, ""}));
  }
}

TEST(CsvReader, NamesTheCellOfAStrayQuote) {
  EXPECT_EQ(read("1,x\"y").problems.at(0).message(),
            "file.csv:1: expected cell 2 without a quote, or quoted as a whole, found a quote inside it [stray_quote]");
  EXPECT_EQ(read("1,2,\"x\"y").problems.at(0).message(),
            "file.csv:1: expected a comma or the end of the line after the closing quote of cell 3, found text [stray_quote]");
  EXPECT_EQ(read("\"x").problems.at(0).message(),
            "file.csv:1: expected a closing quote for cell 1, found the end of the file [stray_quote]");
}

TEST(CsvReader, CountsTheProblemsBeyondTheMostInOne) {
  std::string text;
  const std::size_t bad = most_csv_problems + 50;
  for (std::size_t i = 0; i < bad; ++i) text += "a\"\ngood\n";
  const Reading reading = read(text);
  EXPECT_EQ(reading.records.size(), bad);
  ASSERT_EQ(reading.problems.size(), most_csv_problems + 1);
  EXPECT_EQ(reading.problems.back().where.first_line, 2 * most_csv_problems + 1);
  EXPECT_EQ(reading.problems.back().where.last_line, 2 * bad - 1);
  EXPECT_EQ(reading.problems.back().found, "50 more that can't, among these lines");
}

TEST(CsvReader, RefusesARecordOfMoreThan64MebibytesAndReadsTheNextLine) {
  const std::string filler(most_record_bytes + 1, 'x');
  for (const std::string& text : {"\"open\n" + filler + "\ngood\n", filler + "\ngood\n"}) {
    std::vector<Problem> problems;
    CsvReader reader(text, "file.csv", problems);
    CsvRecord record;
    ASSERT_TRUE(reader.next(record));
    EXPECT_EQ(record.cells, (std::vector<std::string_view>{"good"}));
    ASSERT_FALSE(problems.empty());
    EXPECT_EQ(problems[0].code, ErrorCode::record_too_large);
    EXPECT_EQ(problems[0].where, (Place{"file.csv", 1, 1, ""}));
  }
}

TEST(CsvReader, ReadsARecordOf64Mebibytes) {
  const std::string text = "\"" + std::string(most_record_bytes - 3, 'x') + "\"\ngood";
  std::vector<Problem> problems;
  CsvReader reader(text, "file.csv", problems);
  CsvRecord record;
  EXPECT_TRUE(reader.next(record));
  EXPECT_TRUE(reader.next(record));
  EXPECT_TRUE(problems.empty());
}

TEST(CsvReader, RefusesARecordOfTooManyCells) {
  const std::string most(most_record_cells - 1, ',');
  const Reading reading = read(most + ",\n" + most + "\n");
  EXPECT_EQ(reading.records.size(), 1U);
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].code, ErrorCode::record_too_large);
}

std::string repeat(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

TEST(CsvReader, ExaminesHostileTextsAtMostThreeTimes) {
  constexpr std::size_t bytes = 20'000'000;
  const std::vector<std::string_view> units{"\"\n", "\"x\n", "a,\"\n", "\"\"\"\n", "a\"\n", "\"\n\n\n\n\"x\n", "\"\"\"x\n\"\",\n", "\",\n"};
  for (const std::string_view unit : units) {
    for (const std::string_view first : {"", "\"\n"}) {
      const std::string text = std::string(first) + repeat(unit, bytes);
      std::vector<Problem> problems;
      CsvReader reader(text, "file.csv", problems);
      for (CsvRecord record; reader.next(record);) {
      }
      EXPECT_LE(reader.bytes_examined(), 3 * text.size()) << unit;
      EXPECT_LE(problems.size(), most_csv_problems + 1);
    }
  }
}

// Also when every record that was read is given up again, as a table does where the number of cells is wrong.
TEST(CsvReader, ExaminesRandomTextsAtMostThreeTimesThoughEachRecordIsGivenUp) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    constexpr std::string_view alphabet = "\"\"\"\n\n,ax\r";
    for (int i = 0; i < 3000; ++i) text += alphabet[random() % alphabet.size()];
    std::vector<Problem> problems;
    CsvReader reader(text, "file.csv", problems);
    for (CsvRecord record; reader.next(record);) reader.resume_after_first_line();
    EXPECT_LE(reader.bytes_examined(), 3 * text.size()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace aril::text
