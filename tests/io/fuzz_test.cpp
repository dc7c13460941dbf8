// Random bytes in the files of a complete market: lenient reading never fails, and never loses a good row without a word.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "aril/market/places.hpp"
#include "aril/market/protected_attributes.hpp"
#include "complete_market.hpp"
#include "support.hpp"

namespace aril::io::test {
namespace {

// A row of a file as it was: its bytes with the line end, and its key.
struct OriginalRow {
  std::string table;
  std::string key;
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::string key_of(const std::string& table, const text::CsvRecord& record) {
  std::string key(record.cells[0]);
  if (table == "travel") key.append(" ").append(record.cells[1]).append(" ").append(record.cells[2]);
  return key;
}

std::vector<OriginalRow> original_rows(const Files& files) {
  std::vector<OriginalRow> rows;
  for (const auto& [table, bytes] : files) {
    std::vector<std::size_t> line_starts{0};
    for (std::size_t at = 0; at < bytes.size(); ++at) {
      if (bytes[at] == '\n') line_starts.push_back(at + 1);
    }
    std::vector<Problem> none;
    text::CsvTable csv(bytes, table, none);
    for (text::CsvRecord record; csv.next(record);) {
      rows.push_back({table, key_of(table, record), line_starts[record.first_line - 1], line_starts[record.last_line]});
    }
  }
  return rows;
}

// The rows that a market holds, as text: what reads the same is the same. Links that the other side stated are left out, and so are cells
// of travel: those that coordinates and speeds give too are not written.
using Lines = std::map<std::string, std::string, std::less<>>;  // "table key" -> the row's cells

Lines lines_of(const Market& market) {
  Lines lines;
  for (const auto& [table, bytes] : written(market)) {
    if (table == "travel") continue;
    std::vector<Problem> none;
    text::CsvTable csv(bytes, table, none);
    const auto related = csv.column("related");
    for (text::CsvRecord record; csv.next(record);) {
      std::string cells;
      for (std::size_t i = 0; i < record.cells.size(); ++i)
        cells.append(i == related ? std::string_view{} : record.cells[i]).append(1, '\x1F');
      lines[table + " " + key_of(table, record)] = cells;
    }
  }
  return lines;
}

struct Original {
  Files files = complete_market();
  std::vector<OriginalRow> rows = original_rows(files);
  Market market = read_files(files);
  Lines lines = lines_of(market);
};

// The minutes of a travel row's cell; none where its mode or a grid is not there.
std::optional<int> minutes_of(const Market& market, const OriginalRow& row) {
  const std::size_t first = row.key.find(' ');
  const std::size_t second = row.key.find(' ', first + 1);
  const Places& places = market.places();
  const auto mode = places.mode_ids.find(row.key.substr(0, first));
  const auto from = places.grid_ids.find(row.key.substr(first + 1, second - first - 1));
  const auto to = places.grid_ids.find(row.key.substr(second + 1));
  if (!mode || !from || !to) return std::nullopt;
  return places.minutes(ModeRow(*mode), GridRow(*from), GridRow(*to));
}

bool is_kept(const Original& original, const OriginalRow& row, const Market& market, const Lines& lines, bool may_differ) {
  if (row.table == "travel") return minutes_of(market, row) == minutes_of(original.market, row);
  const std::string name = row.table + " " + row.key;
  const auto found = lines.find(name);
  return found != lines.end() && (may_differ || found->second == original.lines.find(name)->second);
}

bool all_lines_reported(const OriginalRow& row, const std::string& bytes, const std::vector<Problem>& problems) {
  const auto line_at = [&](std::size_t at) {
    return 1 + static_cast<std::uint64_t>(std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
  };
  for (std::uint64_t line = line_at(row.begin); line <= line_at(row.end - 1); ++line) {
    const bool is_reported = std::any_of(problems.begin(), problems.end(), [&](const Problem& problem) {
      return problem.where.file == row.table + ".csv" && problem.where.first_line <= line && line <= problem.where.last_line;
    });
    if (!is_reported) return false;
  }
  return true;
}

struct Changes {
  std::string table;
  std::vector<std::size_t> places;
};

// One to four bytes of one file; half of them become bytes that mean something in CSV or in lists.
Changes change_bytes(Files& files, std::mt19937_64& random) {
  constexpr std::string_view meaningful = "\",\n\r|:\\-0 9\xE9\xEF";
  const auto below = [&](std::size_t bound) { return static_cast<std::size_t>(random() % bound); };
  auto file = std::next(files.begin(), static_cast<std::ptrdiff_t>(below(files.size())));
  Changes changes{file->first, {}};
  const std::size_t count = 1 + below(4);
  for (std::size_t i = 0; i < count; ++i) {
    changes.places.push_back(below(file->second.size()));
    const bool is_meaningful = below(2) == 0;
    file->second[changes.places.back()] = is_meaningful ? meaningful[below(meaningful.size())] : static_cast<char>(below(256));
  }
  return changes;
}

// Whether rows of other files may rightly read otherwise than before: amounts with the currency, cells with the header.
bool changes_how_rows_read(const Original& original, const Changes& changes) {
  if (changes.table == "market") return true;
  const std::size_t header_end = original.files.find(changes.table)->second.find('\n');
  return std::any_of(changes.places.begin(), changes.places.end(), [&](std::size_t place) { return place <= header_end; });
}

// The body of the fuzz test: an ordinary function of its seed.
void expect_no_silent_loss(const Original& original, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Files files = original.files;
  const Changes changes = change_bytes(files, random);
  std::vector<Problem> problems;
  const Market market = read_files(files, Strictness::lenient, &problems);
  const Lines lines = lines_of(market);
  const bool may_differ = changes_how_rows_read(original, changes);
  for (const OriginalRow& row : original.rows) {
    // With the line end before it: without that one the row's first line is another, and may by chance read as a row of another id.
    const auto is_in_row = [&](std::size_t place) { return row.begin <= place + 1 && place < row.end; };
    if (row.table == changes.table && std::any_of(changes.places.begin(), changes.places.end(), is_in_row)) continue;
    if (is_kept(original, row, market, lines, may_differ) || all_lines_reported(row, files.find(row.table)->second, problems)) continue;
    ADD_FAILURE() << "seed " << seed << " loses " << row.table << " " << row.key << " in silence:\n"
                  << messages(problems) << files.find(changes.table)->second;
  }
}

TEST(Fuzz, RandomBytesNeverLoseAGoodRowInSilence) {
  const Original original;
  ASSERT_EQ(original.rows.size(), 3U + 9 + 9 * 8);
  const std::uint64_t rounds = std::getenv("ARIL_DEEP") != nullptr ? 10'000 : 500;
  for (std::uint64_t seed = 0; seed < rounds && !::testing::Test::HasFailure(); ++seed) expect_no_silent_loss(original, seed);
}

// Bytes that are no market at all.
TEST(Fuzz, NoisyFilesAreReadWithoutFailing) {
  constexpr std::array<std::string_view, 12> pieces{"\"", ",", "\n", "\r\n", "id", "|", ":", "\\", "-", "\"\"", "kind,employer", "\xFF"};
  for (std::uint64_t seed = 0; seed < 500; ++seed) {
    std::mt19937_64 random(seed);
    Files files;
    for (const std::string_view table : table_names()) {
      std::string& bytes = files[std::string(table)];
      for (std::size_t i = 0; i < 40; ++i) bytes += pieces[random() % pieces.size()];
    }
    std::vector<Problem> problems;
    EXPECT_NO_THROW(static_cast<void>(read_files(files, Strictness::lenient, &problems))) << "seed " << seed;
    EXPECT_FALSE(problems.empty()) << "seed " << seed;
  }
}

}  // namespace
}  // namespace aril::io::test
