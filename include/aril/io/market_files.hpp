// A market as a folder of CSV files, and back. Owns the columns of docs/market_format.md and how their cells are read and written; what
// rows mean to each other is the MarketBuilder's.
//
//   aril::Market market = aril::io::read_market("district", {.columns = {{"residents", {{"id", "Person No."}}}}});
//   aril::io::write_market(market, "copy");
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/market/market.hpp"
#include "aril/market/strictness.hpp"

namespace aril {
class MarketBuilder;
}

namespace aril::io {

// Our column -> what the file's header calls it. A column that is not named here bears our name.
using ColumnNames = std::map<std::string, std::string>;
// Table ("residents") -> its columns' names.
using ColumnMapping = std::map<std::string, ColumnNames>;

struct TableOptions {
  ColumnNames columns = {};
  bool ignore_unknown_columns = false;  // true: a column that is not known is skipped without a Problem
};

struct ReadOptions {
  Strictness strictness = Strictness::strict;
  std::vector<Problem>* problems = nullptr;  // receives all problems, in lenient mode the only way to hear of them
  ColumnMapping columns = {};
  bool ignore_unknown_columns = false;
};

struct WriteOptions {
  ColumnMapping columns = {};
};

// Reads the files of a folder that are there. Of other files in it those that end with .csv are reported (unknown_file), which is where a
// misnamed one shows.
// Errors: file_not_readable where the folder has none of the files, or one can't be read; invalid_option for a mapping that names no known
// table or column, or one header twice; strict: one Error with every problem of every file. Lenient: rows that can't be read are left out
// and reported.
// Cost: one file at a time in memory, and MarketBuilder::build.
[[nodiscard]] Market read_market(const std::string& folder, const ReadOptions& options = {});

// Writes a file for every table, also for those without rows, with all columns: nothing older in the folder can mix with the market. Makes
// the folder where there is none. Order: rows by id, lists by row; the same market gives the same bytes. What is not stated is an empty
// cell.
// Errors: file_not_writable, where files before the one named are already written; invalid_option as above.
void write_market(const Market& market, const std::string& folder, const WriteOptions& options = {});

// Reads one table from memory into a builder. All that is wrong with its text goes to builder.report(), under `file_name`: each bad cell of
// a row, and the row is not added. A file without a column that must be there is reported as a whole. Of a column that stands twice the
// first counts.
// Errors: invalid_option for a table or a mapped column that is not known.
void read_table(std::string_view table, std::string_view csv_text, const std::string& file_name, MarketBuilder& builder,
                const TableOptions& options = {});

// Order: that of docs/market_format.md. A table's file is its name and ".csv".
[[nodiscard]] std::span<const std::string_view> table_names();
// Errors: invalid_option for a table that is not known.
[[nodiscard]] std::span<const std::string_view> columns_of(std::string_view table);

}  // namespace aril::io
