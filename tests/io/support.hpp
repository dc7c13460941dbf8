// What the tests of io share: a folder that goes away, a market's rows to compare, and where the real data lie.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "aril/io/market_files.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/market.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/record_of.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/text/csv.hpp"
#include "aril/text/file.hpp"

namespace aril::io::test {

// Table -> its file's bytes.
using Files = std::map<std::string, std::string, std::less<>>;

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "aril_io_XXXXXX").string();
    path_ = mkdtemp(name.data());
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] std::string path(const std::string& name = "") const { return name.empty() ? path_ : path_ + "/" + name; }

 private:
  std::string path_;
};

inline void write_files(const std::string& folder, const Files& files) {
  for (const auto& [table, bytes] : files) text::write_file(folder + "/" + table + ".csv", bytes);
}

// From memory, as read_market does it from a folder.
inline Market read_files(const Files& files, Strictness strictness = Strictness::strict, std::vector<Problem>* problems = nullptr) {
  MarketBuilder builder;
  for (const auto& [table, bytes] : files) read_table(table, bytes, table + ".csv", builder);
  return builder.build(strictness, problems);
}

// The bytes that write_market gives, by table.
inline Files written(const Market& market, const WriteOptions& options = {}) {
  const TemporaryFolder folder;
  write_market(market, folder.path(), options);
  Files files;
  for (const std::string_view table : table_names()) files[std::string(table)] = text::read_file(folder.path(std::string(table) + ".csv"));
  return files;
}

// Every row of a market but the protected ones, which only a file may show.
struct Rows {
  MarketSettings settings;
  std::vector<ModeRecord> modes;
  std::vector<AreaRecord> areas;
  std::vector<GridRecord> grids;
  std::vector<TravelRecord> travel;
  std::vector<SkillRecord> skills;
  std::vector<OccupationRecord> occupations;
  std::vector<EmployerRecord> employers;
  std::vector<ResidentRecord> residents;
  std::vector<PostingRecord> postings;
};

template <class Record>
std::vector<Record> rows_of(const Market& market, std::size_t count, Record (*record_at)(const Market&, std::size_t)) {
  std::vector<Record> rows;
  for (std::size_t row = 0; row < count; ++row) rows.push_back(record_at(market, row));
  return rows;
}

inline Rows rows_of(const Market& market) {
  return {market.settings(),
          rows_of(market, market.places().mode_ids.size(), &mode_record),
          rows_of(market, market.places().area_ids.size(), &area_record),
          rows_of(market, market.places().grid_ids.size(), &grid_record),
          travel_records(market),
          rows_of(market, market.taxonomy().skills().size(), &skill_record),
          rows_of(market, market.taxonomy().occupations().size(), &occupation_record),
          rows_of(market, market.employers().size(), &employer_record),
          rows_of(market, market.residents().size(), &resident_record),
          rows_of(market, market.postings().size(), &posting_record)};
}

inline void expect_same_rows(const Rows& a, const Rows& b) {
  const auto settings = [](const Rows& rows) {
    return std::tie(rows.settings.currency, rows.settings.title_english, rows.settings.title_chinese);
  };
  EXPECT_TRUE(settings(a) == settings(b));
  EXPECT_TRUE(a.modes == b.modes);
  EXPECT_TRUE(a.areas == b.areas);
  EXPECT_TRUE(a.grids == b.grids);
  EXPECT_TRUE(a.travel == b.travel);
  EXPECT_TRUE(a.skills == b.skills);
  EXPECT_TRUE(a.occupations == b.occupations);
  EXPECT_TRUE(a.employers == b.employers);
  EXPECT_TRUE(a.residents == b.residents);
  EXPECT_TRUE(a.postings == b.postings);
}

inline std::string messages(const std::vector<Problem>& problems) {
  std::string text;
  for (const Problem& problem : problems) text += problem.message() + "\n";
  return text;
}

// The folder of this data set; empty where the machine has none.
inline std::string real_data(const std::string& name) {
  const char* const given = std::getenv("ARIL_REAL_DATA");
  const std::string folder = (given != nullptr ? std::string(given) : std::string(ARIL_SOURCE_DIR) + "/../shared/data") + "/" + name;
  return std::filesystem::exists(folder) ? folder : std::string{};
}

}  // namespace aril::io::test
