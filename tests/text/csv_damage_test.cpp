// Every physical line of a damaged file ends up in exactly one place: a returned record, a reported range, or among the blank lines.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "aril/text/csv.hpp"

namespace aril::text {
namespace {

constexpr std::uint32_t seeds = 10'000;

std::string random_file(std::mt19937& random) {
  std::string text;
  CsvWriter writer(text);
  const std::size_t columns = 1 + random() % 4;
  const std::size_t rows = random() % 12;
  for (std::size_t row = 0; row <= rows; ++row) {
    constexpr std::string_view alphabet = "ab1,\"\n\r \xC3\xA9";
    for (std::size_t column = 0; column < columns; ++column) {
      std::string cell;
      for (std::size_t length = random() % 6; cell.size() < length;) cell += alphabet[random() % (row == 0 ? 3 : alphabet.size())];
      writer.cell(cell);
    }
    writer.end_record();
    if (random() % 8 == 0) text += random() % 2 == 0 ? "\n" : "\r\n";
  }
  if (random() % 3 == 0) text.pop_back();
  return text;
}

void damage(std::string& text, std::mt19937& random) {
  constexpr std::string_view alphabet = "\"\"\"\n\r,a\xFF";
  for (std::size_t changes = random() % 6; changes > 0 && !text.empty(); --changes) {
    const std::size_t at = random() % text.size();
    const char byte = random() % 4 == 0 ? static_cast<char>(random() % 256) : alphabet[random() % alphabet.size()];
    switch (random() % 3) {
      case 0: text[at] = byte; break;
      case 1: text.insert(at, 1, byte); break;
      default: text.erase(at, 1);
    }
  }
}

std::vector<std::string> physical_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

// How often each line was named, by records and problems; the last element counts lines that are not there.
class Coverage {
 public:
  explicit Coverage(std::string_view text) : lines_(physical_lines(text)), times_(lines_.size() + 1) {}

  void add(std::uint64_t first, std::uint64_t last) {
    if (first == 0 || first > last) ++times_.back();
    for (std::uint64_t line = first; line <= last; ++line) ++times_[std::min<std::size_t>(line - 1, lines_.size())];
  }
  void add(const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) add(problem.where.first_line, problem.where.last_line);
  }
  void expect_complete(std::uint64_t blank_lines) const {
    EXPECT_EQ(times_.back(), 0);
    std::uint64_t unnamed = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      EXPECT_LE(times_[i], 1) << "line " << i + 1;
      if (times_[i] > 0) continue;
      ++unnamed;
      EXPECT_TRUE(lines_[i] == "\n" || lines_[i] == "\r\n") << "line " << i + 1;
    }
    EXPECT_EQ(unnamed, blank_lines);
  }

 private:
  std::vector<std::string> lines_;
  std::vector<int> times_;
};

TEST(CsvReader, AccountsForEveryLineOfADamagedFile) {
  for (std::uint32_t seed = 0; seed < seeds && !HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::string text = random_file(random);
    damage(text, random);
    SCOPED_TRACE(text);
    Coverage coverage(text);
    std::vector<Problem> problems;
    CsvReader reader(text, "file.csv", problems);
    for (CsvRecord record; reader.next(record);) coverage.add(record.first_line, record.last_line);
    coverage.add(problems);
    coverage.expect_complete(reader.blank_lines());
  }
}

TEST(CsvTable, AccountsForEveryLineOfADamagedFile) {
  for (std::uint32_t seed = 0; seed < seeds && !HasFailure(); ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937 random(seed);
    std::string text = random_file(random);
    damage(text, random);
    SCOPED_TRACE(text);
    Coverage coverage(text);
    std::vector<Problem> problems;
    CsvTable table(text, "file.csv", problems);
    // The table keeps only the first line of its header; reading it again gives the last.
    if (!table.header().empty()) {
      std::vector<Problem> ignored;
      CsvReader again(text, "file.csv", ignored);
      CsvRecord header;
      ASSERT_TRUE(again.next(header));
      ASSERT_EQ(header.first_line, table.header_line());
      coverage.add(header.first_line, header.last_line);
    }
    for (CsvRecord record; table.next(record);) {
      EXPECT_EQ(record.cells.size(), table.header().size());
      coverage.add(record.first_line, record.last_line);
    }
    coverage.add(problems);
    coverage.expect_complete(table.reader().blank_lines());
  }
}

}  // namespace
}  // namespace aril::text
