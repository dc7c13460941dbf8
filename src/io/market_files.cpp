#include "aril/io/market_files.hpp"

#include <filesystem>
#include <string>
#include <system_error>
#include <vector>

#include "aril/market/file_names.hpp"
#include "aril/market/links.hpp"
#include "aril/text/file.hpp"
#include "aril/text/folder.hpp"
#include "tables.hpp"

namespace aril::io {
namespace {

void check_tables(const ColumnMapping& mapping) {
  for (const auto& [table, names] : mapping) static_cast<void>(table_named(table).headings(names));
}

const ColumnNames& names_for(const ColumnMapping& mapping, std::string_view table) {
  static const ColumnNames ours;
  const auto found = mapping.find(std::string(table));
  return found == mapping.end() ? ours : found->second;
}

bool stands_at(const std::filesystem::path& path) {
  std::error_code no_answer;  // then there is nothing that could be read
  return std::filesystem::exists(path, no_answer);
}

std::vector<Problem> unknown_files(const std::string& folder) {
  std::vector<std::string> known(market_file_names.begin(), market_file_names.end());
  known.insert(known.end(), referral_file_names.begin(), referral_file_names.end());
  return text::unknown_csv_files(folder, known, "the market's");
}

void make_folder(const std::string& folder) {
  std::error_code reason;
  std::filesystem::create_directories(folder, reason);
  if (reason) throw Error(ErrorCode::file_not_writable, {folder, 0, 0, ""}, "a place to make a folder", reason.message());
}

}  // namespace

Market read_market(const std::string& folder, const ReadOptions& options) {
  check_tables(options.columns);
  MarketBuilder builder;
  const std::vector<Problem> unknown = unknown_files(folder);
  for (const Problem& problem : unknown) {
    builder.begin_file(problem.where.file);  // told first: what refers to its rows is only a consequence
    builder.report(problem);
  }
  bool found_any = false;
  for (const Table& table : tables()) {
    const std::filesystem::path path = std::filesystem::path(folder) / table.file_name();
    if (!stands_at(path)) continue;
    found_any = true;
    const std::string bytes = text::read_file(path.string());
    read_table(table.name, bytes, table.file_name(), builder, {names_for(options.columns, table.name), options.ignore_unknown_columns});
  }
  if (!found_any) {
    std::vector<Problem> problems{
        {ErrorCode::file_not_readable, {folder, 0, 0, ""}, "a folder with files of a market such as residents.csv", "none"}};
    problems.insert(problems.end(), unknown.begin(), unknown.end());
    throw Error(std::move(problems));
  }
  return builder.build(options.strictness, options.problems);
}

void write_market(const Market& market, const std::string& folder, const WriteOptions& options) {
  check_tables(options.columns);
  make_folder(folder);
  for (const Table& table : tables()) {
    std::string bytes;
    table.write(market, table.headings(names_for(options.columns, table.name)), bytes);
    text::write_file((std::filesystem::path(folder) / table.file_name()).string(), bytes);
  }
}

void read_table(std::string_view table, std::string_view csv_text, const std::string& file_name, MarketBuilder& builder,
                const TableOptions& options) {
  const Table& known = table_named(table);
  builder.begin_file(file_name);
  known.read({csv_text, file_name, known.headings(options.columns), options.ignore_unknown_columns}, builder);
}

}  // namespace aril::io
