// Files as others write them: byte order marks, line ends, quotes, sizes; and one bad row in each table.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <vector>

#include "aril/io/market_files.hpp"
#include "aril/market/protected_attributes.hpp"
#include "complete_market.hpp"
#include "support.hpp"

namespace aril::io::test {
namespace {

using ::testing::SizeIs;

TEST(FileShape, AByteOrderMarkIsSkipped) {
  Files files = complete_market();
  for (auto& [table, bytes] : files) bytes.insert(0, "\xEF\xBB\xBF");
  expect_same_rows(rows_of(read_files(files)), rows_of(read_files(complete_market())));
}

TEST(FileShape, LinesMayEndWithCarriageReturnAndNewline) {
  // Only in tables without newlines in cells, which are taken as they are.
  Files files = complete_market();
  for (const char* const table : {"travel", "market", "grids"}) {
    std::string ended;
    bool is_quoted = false;
    for (const char byte : files[table]) {
      if (byte == '"') is_quoted = !is_quoted;
      if (byte == '\n' && !is_quoted) ended += '\r';
      ended += byte;
    }
    files[table] = ended;
  }
  expect_same_rows(rows_of(read_files(files)), rows_of(read_files(complete_market())));
}

TEST(FileShape, TheLastLineMayLackItsEnd) {
  Files files = complete_market();
  for (auto& [table, bytes] : files) bytes.pop_back();
  expect_same_rows(rows_of(read_files(files)), rows_of(read_files(complete_market())));
}

TEST(FileShape, QuotedNewlinesStayAndTheRowsLinesAreReported) {
  std::vector<Problem> problems;
  const Market market = read_files({{"modes", "id,title_en,metres_per_minute\nwalk,\"a\n\nb\",80\nbike,\"c\nd\",fast\ncar,,600\n"}},
                                   Strictness::lenient, &problems);
  EXPECT_EQ(mode_record(market, 1).title.english, "a\n\nb");
  ASSERT_THAT(problems, SizeIs(1));
  EXPECT_EQ(problems[0].where, (Place{"modes.csv", 5, 6, "metres_per_minute"}));
}

TEST(FileShape, ACellOfTwoHundredKibibytesIsTakenWhole) {
  std::string title(200 << 10, 'x');
  for (std::size_t i = 0; i < title.size(); i += 1000) title[i] = i % 2000 == 0 ? '\n' : '"';
  MarketBuilder builder;
  ModeRecord mode;
  mode.id = "walk";
  mode.title.english = title;
  builder.add(std::move(mode));
  const Files files = written(builder.build());
  const Market market = read_files(files);
  EXPECT_EQ(mode_record(market, 0).title.english, title);
  EXPECT_EQ(written(market), files);
}

struct BadRow {
  std::string table;
  std::string row;
  ErrorCode code;
  std::string field;
};

void PrintTo(const BadRow& bad, std::ostream* out) { *out << bad.table << ": " << bad.row; }

class OneBadRow : public ::testing::TestWithParam<BadRow> {};

TEST_P(OneBadRow, IsLeftOutAndReportedAndTheRestIsKept) {
  const auto& [table, row, code, field] = GetParam();
  Files files = complete_market();
  const auto lines = static_cast<std::uint64_t>(std::count(files[table].begin(), files[table].end(), '\n'));
  files[table] += row + "\n";
  std::vector<Problem> problems;
  const Market market = read_files(files, Strictness::lenient, &problems);
  const Market whole = read_files(complete_market());
  expect_same_rows(rows_of(market), rows_of(whole));
  EXPECT_EQ(written(market), written(whole));
  ASSERT_THAT(problems, SizeIs(1)) << messages(problems);
  EXPECT_EQ(problems[0].code, code) << problems[0].message();
  EXPECT_EQ(problems[0].where, (Place{table + ".csv", lines + 1, lines + 1, field}));
  EXPECT_THROW(static_cast<void>(read_files(files)), Error);
}

INSTANTIATE_TEST_SUITE_P(Tables, OneBadRow,
                         ::testing::Values(BadRow{"market", "colour,red", ErrorCode::unknown_key, "key"},
                                           BadRow{"market", "travel_radius,300", ErrorCode::out_of_range, "value"},
                                           BadRow{"modes", "x,,,0", ErrorCode::out_of_range, "metres_per_minute"},
                                           BadRow{"areas", "x,,,,nowhere", ErrorCode::dangling_reference, "parent"},
                                           BadRow{"grids", "x,,,,95,0", ErrorCode::out_of_range, "latitude"},
                                           BadRow{"travel", "walk,g1,g3,300", ErrorCode::out_of_range, "minutes"},
                                           BadRow{"skills", "x,,,,,,maybe", ErrorCode::unknown_word, "group"},
                                           BadRow{"occupations", "x,,,,,,,weld:9,", ErrorCode::out_of_range, "essential"},
                                           BadRow{"employers", "x,,,,,g99,", ErrorCode::dangling_reference, "grid"},
                                           BadRow{"residents", "x,,,,,,,,,,1.234,,,,,,,,,,,,,", ErrorCode::malformed, "pay_floor"},
                                           BadRow{"postings", "x,job,,,E1,,,2026-13-01,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,",
                                                  ErrorCode::malformed, "opens"},
                                           BadRow{"protected_attributes", "nobody,,,,,,", ErrorCode::dangling_reference, "resident"},
                                           BadRow{"modes", "x,y", ErrorCode::wrong_cell_count, ""},
                                           BadRow{"areas", "x,y\"z,,,", ErrorCode::stray_quote, "title_en"}));

}  // namespace
}  // namespace aril::io::test
