#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "aril/text/csv.hpp"

namespace aril::text {
namespace {

struct Reading {
  std::vector<std::vector<std::string>> rows;
  std::vector<Problem> problems;
};

Reading read(std::string_view text) {
  Reading reading;
  CsvTable table(text, "file.csv", reading.problems);
  for (CsvRecord record; table.next(record);) reading.rows.emplace_back(record.cells.begin(), record.cells.end());
  return reading;
}

using Rows = std::vector<std::vector<std::string>>;

TEST(CsvTable, FindsColumnsByName) {
  std::vector<Problem> problems;
  const CsvTable table("\xEF\xBB\xBFid,\"title\",id\n", "file.csv", problems);
  EXPECT_EQ(table.header(), (std::vector<std::string>{"id", "title", "id"}));
  EXPECT_EQ(table.header_line(), 1U);
  EXPECT_EQ(table.column("id"), 0U);
  EXPECT_EQ(table.column("title"), 1U);
  EXPECT_EQ(table.column("Title"), std::nullopt);
}

TEST(CsvTable, HasNoHeaderAndNoProblemForAnEmptyFile) {
  std::vector<Problem> problems;
  CsvTable table("", "file.csv", problems);
  CsvRecord record;
  EXPECT_TRUE(table.header().empty());
  EXPECT_EQ(table.header_line(), 0U);
  EXPECT_FALSE(table.next(record));
  EXPECT_TRUE(problems.empty());
}

TEST(CsvTable, ReportsAndSkipsARecordWithAWrongNumberOfCells) {
  const Reading reading = read("a,b\n1\n2,3\n4,5,6\n");
  EXPECT_EQ(reading.rows, (Rows{{"2", "3"}}));
  ASSERT_EQ(reading.problems.size(), 2U);
  EXPECT_EQ(reading.problems[0].message(), "file.csv:2: expected 2 cells, as in the header, found 1 cell [wrong_cell_count]");
  EXPECT_EQ(reading.problems[1].message(), "file.csv:4: expected 2 cells, as in the header, found 3 cells [wrong_cell_count]");
}

TEST(CsvTable, KeepsTheRowsThatTwoStrayQuotesWouldSwallow) {
  const Reading reading = read("a,b\n\"1,2\n3,4\n5,6\",7,8\n9,10\n");
  EXPECT_EQ(reading.rows, (Rows{{"3", "4"}, {"9", "10"}}));
  ASSERT_EQ(reading.problems.size(), 2U);
  EXPECT_EQ(reading.problems[0].where, (Place{"file.csv", 2, 2, ""}));
  EXPECT_EQ(reading.problems[0].code, ErrorCode::wrong_cell_count);
  EXPECT_EQ(reading.problems[0].found, "3 cells, up to line 4");
  EXPECT_EQ(reading.problems[1].where, (Place{"file.csv", 4, 4, "b"}));
  EXPECT_EQ(reading.problems[1].code, ErrorCode::stray_quote);
}

TEST(CsvTable, LosesOneRowAtMostToOneQuoteTooMany) {
  std::string clean = "a,b,c\n";
  for (int i = 10; i < 40; ++i) clean += std::to_string(i) + ",x,y\n";
  for (std::size_t at = clean.find('\n') + 1; at < clean.size(); ++at) {
    if (clean[at] == '\n') continue;
    std::string damaged = clean;
    damaged[at] = '"';
    const Reading reading = read(damaged);
    EXPECT_EQ(reading.rows.size(), 29U) << at;
    EXPECT_EQ(reading.problems.size(), 1U) << at;
  }
}

TEST(CsvTable, NamesTheFieldThatIsNotUtf8AndReadsOn) {
  const Reading reading = read("id,title\n1,\"a\n\xFF\"\n2,\xE4\xB8\xAD\n");
  EXPECT_EQ(reading.rows, (Rows{{"2", "\xE4\xB8\xAD"}}));
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].code, ErrorCode::invalid_utf8);
  EXPECT_EQ(reading.problems[0].where, (Place{"file.csv", 2, 3, "title"}));
}

TEST(CsvTable, TakesNoRowForTheHeaderWhereTheHeaderCannotBeRead) {
  const Reading reading = read("id,\"title\n1,a\n2,b\n");
  EXPECT_TRUE(reading.rows.empty());
  ASSERT_EQ(reading.problems.size(), 2U);
  EXPECT_EQ(reading.problems[0].where, (Place{"file.csv", 1, 1, ""}));
  EXPECT_EQ(reading.problems[1].where, (Place{"file.csv", 2, 3, ""}));
  EXPECT_EQ(reading.problems[1].code, ErrorCode::stray_quote);
}

TEST(CsvTable, ReportsTheWholeFileWhereTheHeaderIsNotUtf8) {
  const Reading reading = read("id,\xFF\n1,a\n");
  EXPECT_TRUE(reading.rows.empty());
  ASSERT_EQ(reading.problems.size(), 1U);
  EXPECT_EQ(reading.problems[0].where, (Place{"file.csv", 1, 2, ""}));
  EXPECT_EQ(reading.problems[0].code, ErrorCode::invalid_utf8);
}

TEST(CsvTable, NamesTheColumnOfAStrayQuoteWhereThereIsOne) {
  const Reading reading = read("id,title\n1,a\"b\n2,\"a\"b\n3,a,b\"\n4,\"a\n");
  ASSERT_EQ(reading.problems.size(), 4U);
  for (const std::size_t i : {0U, 1U, 3U}) EXPECT_EQ(reading.problems[i].where, (Place{"file.csv", i + 2, i + 2, "title"}));
  EXPECT_EQ(reading.problems[2].where, (Place{"file.csv", 4, 4, ""}));  // the header has no third
}

TEST(CsvTable, SaysThatAFileLooksLikeUtf16) {
  for (const std::string_view text :
       {std::string_view("\xFF\xFEi\0d\0\n\0", 8), std::string_view("i\0d\0\n\0", 6), std::string_view("\0i\0d\0\n", 6)}) {
    const Reading reading = read(text);
    EXPECT_TRUE(reading.rows.empty());
    ASSERT_EQ(reading.problems.size(), 1U);
    EXPECT_EQ(reading.problems[0].code, ErrorCode::invalid_utf8);
    EXPECT_NE(reading.problems[0].found.find("UTF-16"), std::string::npos);
  }
}

TEST(CsvTable, SaysThatAFileLooksLikeGbk) {
  const Reading cell = read("id,title\n1,x\n2,\xB1\xE0\xBA\xC5\xB5\xE7\xB9\xA4\n");  // 编号电工
  EXPECT_EQ(cell.rows, (Rows{{"1", "x"}}));
  ASSERT_EQ(cell.problems.size(), 1U);
  EXPECT_EQ(cell.problems[0].where, (Place{"file.csv", 3, 3, "title"}));
  EXPECT_NE(cell.problems[0].found.find("GBK"), std::string::npos);
  const Reading header = read("\xB1\xE0\xBA\xC5,id\n1,2\n");  // 编号
  ASSERT_EQ(header.problems.size(), 1U);
  EXPECT_NE(header.problems[0].found.find("GBK"), std::string::npos);
  // UTF-8 with one bad byte, and Latin-1, don't.
  for (const char* const text :
       {"id,title\n1,\xE7\x94\xB5\xE5\xB7\xA5\n2,\xFF\n", "id,title\n1,caf\xE9\n2,na\xEFve\n", "id,title\n1,\xE7\x94\xB5\xE5\xB7\n"}) {
    const Reading other = read(text);
    ASSERT_EQ(other.problems.size(), 1U + (text[11] == 'c'));
    EXPECT_EQ(other.problems[0].found, "other bytes");
  }
}

TEST(CsvTable, ExaminesAHostileFileAtMostThreeTimes) {
  std::string text = "a,b\n";
  while (text.size() < 20'000'000) text += "\"\n,\n\"\n";
  std::vector<Problem> problems;
  CsvTable table(text, "file.csv", problems);
  for (CsvRecord record; table.next(record);) {
  }
  EXPECT_LE(table.reader().bytes_examined(), 3 * text.size());
}

}  // namespace
}  // namespace aril::text
