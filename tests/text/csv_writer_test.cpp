#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "aril/text/csv.hpp"

namespace aril::text {
namespace {

using Cells = std::vector<std::vector<std::string>>;

std::string write(const Cells& records) {
  std::string text;
  CsvWriter writer(text);
  for (const auto& record : records) {
    for (const std::string& cell : record) writer.cell(cell);
    writer.end_record();
  }
  return text;
}

Cells read(std::string_view text, std::vector<Problem>& problems) {
  Cells records;
  CsvReader reader(text, "file.csv", problems);
  for (CsvRecord record; reader.next(record);) records.emplace_back(record.cells.begin(), record.cells.end());
  return records;
}

TEST(CsvWriter, QuotesOnlyWhereNeeded) {
  EXPECT_EQ(write({{"a", " b ", "c'd"}, {"a,b", "a\"b", "a\nb", "a\rb"}}), "a, b ,c'd\n\"a,b\",\"a\"\"b\",\"a\nb\",\"a\rb\"\n");
}

TEST(CsvWriter, WritesARecordOfOneEmptyCellAsQuotes) { EXPECT_EQ(write({{""}, {"", ""}, {}}), "\"\"\n,\n\"\"\n"); }

TEST(CsvWriter, QuotesAFirstCellThatStartsWithTheByteOrderMark) {
  EXPECT_EQ(write({{"\xEF\xBB\xBFx", "\xEF\xBB\xBFy"}}), "\"\xEF\xBB\xBFx\",\xEF\xBB\xBFy\n");
}

TEST(CsvWriter, AppendsToWhatIsThere) {
  std::string text = "a\n";
  CsvWriter writer(text);
  writer.cell("");
  writer.end_record();
  EXPECT_EQ(text, "a\n\"\"\n");
}

TEST(CsvWriter, WritesWhatReadsBackTheSame) {
  const std::vector<std::string> pieces{"\"", "\n", ",", "\r", "\r\n", "\xEF\xBB\xBF", "a", " ", "\xE4\xB8\xAD", std::string(1, '\0'),
                                        "\\", "-"};
  for (std::uint32_t seed = 0; seed < 5000; ++seed) {
    std::mt19937 random(seed);
    Cells records(random() % 6);
    for (auto& record : records) {
      record.resize(1 + random() % 4);
      for (std::string& cell : record) {
        for (std::uint32_t count = static_cast<std::uint32_t>(random() % 5); count > 0; --count) cell += pieces[random() % pieces.size()];
      }
    }
    std::vector<Problem> problems;
    ASSERT_EQ(read(write(records), problems), records) << "seed " << seed;
    ASSERT_TRUE(problems.empty()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace aril::text
