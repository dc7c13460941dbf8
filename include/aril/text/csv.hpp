// CSV (RFC 4180) in and out. Owns records, cells and what is wrong with them; not what columns mean. Cells are taken literally.
//
//   std::vector<aril::Problem> problems;
//   aril::text::CsvTable table(bytes, "skills.csv", problems);
//   const auto id = table.column("id");
//   for (aril::text::CsvRecord record; table.next(record);) use(record.cells[*id]);
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aril/core/error.hpp"

namespace aril::text {

inline constexpr std::size_t most_record_bytes = std::size_t{64} << 20;  // with the line end
inline constexpr std::size_t most_record_cells = std::size_t{1} << 20;   // bounds the memory for a line of commas
inline constexpr std::size_t most_csv_problems = 100'000;                // of one reader, told one by one

// Lines count from 1 and end with LF.
struct CsvRecord {
  std::vector<std::string_view> cells;  // valid until the next call of next()
  std::uint64_t first_line = 0;
  std::uint64_t last_line = 0;
};

// Reads records one after the other. A byte order mark at the start is skipped; lines end with LF or CRLF, the last one may end with the
// file; a lone CR and U+0000 are data; an empty line between records is skipped.
//
// Errors: stray_quote and record_too_large, for the first line of the record alone; reading resumes at the line after it, for a quote too
// many would otherwise swallow the good lines up to the next one. Every line is in a returned record, blank, or in a reported range.
// Problems beyond `most_csv_problems` are counted in one last Problem, whose range spans them (and the good lines between them).
//
// Cost: linear in the text for any text, though readings are begun again: a line with an even number of quotes ends every record that
// starts in it, and one with an odd number starts a record that ends no later than in the next such line. So no line is read as
// part of more than two records, and once more to find its end.
class CsvReader {
 public:
  // `text` and `problems` must outlive the reader; meanwhile others may add to `problems`, but not take away.
  CsvReader(std::string_view text, std::string file, std::vector<Problem>& problems);

  // The next record that can be read, the header included. False at the end, with no cells.
  [[nodiscard]] bool next(CsvRecord& record);

  // The columns' names, for problems that stand in one cell of a record.
  void name_cells(std::vector<std::string> names) { cell_names_ = std::move(names); }

  // Gives up the record that next() gave last: reading resumes at the line after its first. The caller reports the first line.
  void resume_after_first_line();

  // Adds to the problems, in this reader's file.
  void report(ErrorCode code, std::uint64_t first_line, std::uint64_t last_line, std::string field, std::string expected,
              std::string found);

  [[nodiscard]] std::uint64_t blank_lines() const noexcept { return blank_lines_; }
  // False once further problems are only counted, and need no words.
  [[nodiscard]] bool tells_problems() const noexcept { return reported_ < most_csv_problems; }
  [[nodiscard]] std::uint64_t problems_reported() const noexcept { return reported_; }
  // Bytes looked at so far, those read again included: at most three times the text.
  [[nodiscard]] std::uint64_t bytes_examined() const noexcept { return examined_; }
  // The lines of the whole text. Cost: reads it all.
  [[nodiscard]] std::uint64_t line_count() const noexcept;

 private:
  enum class Fault : std::uint8_t { none, quote_in_cell, text_after_quote, unclosed_quote, too_many_bytes, too_many_cells };

  // A reading of one record, from `at` on.
  struct Scan {
    std::size_t at = 0;
    std::size_t stop = 0;  // the end of the text, or of what one record may hold
    std::uint64_t line = 0;
  };

  void skip_blank_lines();
  Fault scan_record(CsvRecord& record);
  Fault scan_quoted(Scan& scan, CsvRecord& record);
  Fault scan_plain(Scan& scan, CsvRecord& record) const;
  Fault end_of_window(const Scan& scan, Fault at_end_of_text) const noexcept;
  void unescape(CsvRecord& record);
  void report_fault(Fault fault, std::size_t cell);

  std::string_view text_;
  std::string file_;
  std::vector<Problem>* problems_;
  std::size_t position_ = 0;  // the first byte not read yet
  std::uint64_t line_ = 1;    // and its line
  std::size_t start_ = 0;     // of the record read last
  std::uint64_t start_line_ = 1;
  std::uint64_t blank_lines_ = 0;
  std::uint64_t examined_ = 0;
  std::uint64_t reported_ = 0;
  std::size_t folded_problem_ = 0;    // where the last Problem stands that counts those beyond most_csv_problems
  std::vector<std::size_t> escaped_;  // the cells of this record that hold doubled quotes
  std::string unescaped_;
  std::vector<std::string> cell_names_;
};

// Records under a header. The header is the first record; where it can't be read, no record is given and the rest of the file is reported
// as one range. Names of columns are not judged here: two may be the same, and column() gives the first.
//
// Errors: those of CsvReader; wrong_cell_count, for the first line alone, and reading resumes at the line after it (a stray quote that met
// a later one by chance must not swallow good rows); invalid_utf8, with the name of the field, for all lines of the record. A file that looks
// like UTF-16 or GBK is said to.
class CsvTable {
 public:
  // `text` and `problems` as for CsvReader.
  CsvTable(std::string_view text, std::string file, std::vector<Problem>& problems);

  [[nodiscard]] const std::vector<std::string>& header() const noexcept { return header_; }  // empty: no header, no records
  [[nodiscard]] std::uint64_t header_line() const noexcept { return header_line_; }          // 0: no header
  [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;

  // The next record with as many cells as the header, all valid UTF-8. False at the end.
  [[nodiscard]] bool next(CsvRecord& record);

  [[nodiscard]] const CsvReader& reader() const noexcept { return reader_; }

 private:
  [[nodiscard]] bool accept(const CsvRecord& record);
  [[nodiscard]] const std::string& other_bytes();
  void report_cell_count(const CsvRecord& record);

  CsvReader reader_;
  std::string_view text_;
  std::optional<std::string> other_bytes_;  // what to call bytes that are not UTF-8, once one has been seen
  bool text_is_valid_utf8_;                 // then no record need be looked at: cells end at ASCII characters
  std::vector<std::string> header_;
  std::uint64_t header_line_ = 0;
};

// Appends records to a string, each ended by LF, with quotes only where they are needed to read the same cells back.
class CsvWriter {
 public:
  // `out` must outlive the writer.
  explicit CsvWriter(std::string& out) : out_(&out), record_start_(out.size()) {}

  void cell(std::string_view text);
  // A record of one empty cell, or of none, is written `""`: an empty line would be no record.
  void end_record();

 private:
  std::string* out_;
  std::size_t record_start_;
  bool has_cells_ = false;
};

}  // namespace aril::text
