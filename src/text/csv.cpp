#include "aril/text/csv.hpp"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "aril/text/utf8.hpp"
#include "encoding.hpp"

namespace aril::text {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

constexpr std::array<bool, 256> ends_plain_run = [] {
  std::array<bool, 256> ends{};
  ends[','] = ends['\n'] = ends['"'] = true;
  return ends;
}();

std::uint64_t count_newlines(std::string_view text) noexcept {
  return static_cast<std::uint64_t>(std::count(text.begin(), text.end(), '\n'));
}

// The length of the line end at `at`: 1, 2, or 0 where there is none.
std::size_t line_end_length(std::string_view text, std::size_t at) noexcept {
  if (text[at] == '\n') return 1;
  return text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n' ? 2 : 0;
}

std::string cells_in_words(std::size_t count) { return std::to_string(count) + (count == 1 ? " cell" : " cells"); }

}  // namespace

CsvReader::CsvReader(std::string_view text, std::string file, std::vector<Problem>& problems)
    : text_(text), file_(std::move(file)), problems_(&problems) {
  if (text_.starts_with(byte_order_mark)) text_.remove_prefix(byte_order_mark.size());
}

bool CsvReader::next(CsvRecord& record) {
  for (;;) {
    record.cells.clear();
    skip_blank_lines();
    if (position_ == text_.size()) return false;
    const Fault fault = scan_record(record);
    if (fault == Fault::none) {
      unescape(record);
      return true;
    }
    report_fault(fault, record.cells.size() + 1);
    resume_after_first_line();
  }
}

void CsvReader::resume_after_first_line() {
  const std::size_t newline = text_.find('\n', start_);
  position_ = newline == std::string_view::npos ? text_.size() : newline + 1;
  line_ = start_line_ + 1;
  examined_ += position_ - start_;
}

void CsvReader::report(ErrorCode code, std::uint64_t first_line, std::uint64_t last_line, std::string field, std::string expected,
                       std::string found) {
  ++reported_;
  if (reported_ <= most_csv_problems) {
    problems_->push_back({code, {file_, first_line, last_line, std::move(field)}, std::move(expected), std::move(found)});
    return;
  }
  if (reported_ == most_csv_problems + 1) {
    folded_problem_ = problems_->size();
    problems_->push_back({code, {file_, first_line, last_line, {}}, "records that can be read", {}});
  }
  Problem& rest = (*problems_)[folded_problem_];
  rest.where.last_line = last_line;
  // In place: a hostile file comes here for each of its millions of lines.
  rest.found.assign(std::to_string(reported_ - most_csv_problems)).append(" more that can't, among these lines");
}

std::uint64_t CsvReader::line_count() const noexcept {
  const bool last_line_is_open = !text_.empty() && text_.back() != '\n';
  return count_newlines(text_) + (last_line_is_open ? 1U : 0U);
}

void CsvReader::skip_blank_lines() {
  while (position_ < text_.size()) {
    const std::size_t length = line_end_length(text_, position_);
    if (length == 0) return;
    position_ += length;
    examined_ += length;
    ++line_;
    ++blank_lines_;
  }
}

// On success `position_` and `line_` stand behind the record; on a fault they stay, and `record` holds the cells before the faulty one.
CsvReader::Fault CsvReader::scan_record(CsvRecord& record) {
  start_ = position_;
  start_line_ = line_;
  escaped_.clear();
  Scan scan{.at = start_, .stop = start_ + std::min(text_.size() - start_, most_record_bytes), .line = line_};
  Fault fault = Fault::none;
  std::size_t line_end = 0;
  for (;;) {
    const bool is_quoted = scan.at < scan.stop && text_[scan.at] == '"';
    fault = is_quoted ? scan_quoted(scan, record) : scan_plain(scan, record);
    if (fault != Fault::none) break;
    if (scan.at == scan.stop) {
      fault = end_of_window(scan, Fault::none);
      break;
    }
    line_end = line_end_length(text_, scan.at);
    if (line_end != 0) break;
    if (record.cells.size() == most_record_cells) {
      fault = Fault::too_many_cells;
      break;
    }
    ++scan.at;  // the comma
  }
  examined_ += scan.at + line_end - start_;
  if (fault != Fault::none) return fault;
  record.first_line = start_line_;
  record.last_line = scan.line;
  position_ = scan.at + line_end;
  line_ = scan.line + 1;
  return Fault::none;
}

// Leaves `scan` at the comma, the line end or the end of the window behind the cell.
CsvReader::Fault CsvReader::scan_quoted(Scan& scan, CsvRecord& record) {
  const std::size_t begin = scan.at + 1;
  bool is_escaped = false;
  for (std::size_t from = begin;;) {
    const void* const found = std::memchr(text_.data() + from, '"', scan.stop - from);
    const std::size_t quote = found == nullptr ? scan.stop : static_cast<std::size_t>(static_cast<const char*>(found) - text_.data());
    scan.line += count_newlines(text_.substr(from, quote - from));
    scan.at = quote;
    if (found == nullptr) return end_of_window(scan, Fault::unclosed_quote);
    scan.at = quote + 1;
    if (scan.at == scan.stop || text_[scan.at] != '"') break;
    is_escaped = true;
    from = quote + 2;
  }
  if (scan.at < scan.stop && text_[scan.at] != ',' && line_end_length(text_, scan.at) == 0) return Fault::text_after_quote;
  if (is_escaped) escaped_.push_back(record.cells.size());
  record.cells.push_back(text_.substr(begin, scan.at - 1 - begin));
  return Fault::none;
}

// As scan_quoted.
CsvReader::Fault CsvReader::scan_plain(Scan& scan, CsvRecord& record) const {
  const std::size_t begin = scan.at;
  const char* const text = text_.data();
  std::size_t at = begin;
  while (at < scan.stop && !ends_plain_run[static_cast<unsigned char>(text[at])]) ++at;
  scan.at = at;
  if (at < scan.stop && text[at] == '"') return Fault::quote_in_cell;
  const bool ends_with_crlf = at < scan.stop && text[at] == '\n' && at > begin && text[at - 1] == '\r';
  if (ends_with_crlf) --scan.at;
  record.cells.push_back(text_.substr(begin, scan.at - begin));
  return Fault::none;
}

CsvReader::Fault CsvReader::end_of_window(const Scan& scan, Fault at_end_of_text) const noexcept {
  return scan.stop < text_.size() ? Fault::too_many_bytes : at_end_of_text;
}

// Once the record is whole, so that the buffer is sized once and the views into it stay.
void CsvReader::unescape(CsvRecord& record) {
  if (escaped_.empty()) return;
  std::size_t bytes = 0;
  for (const std::size_t index : escaped_) bytes += record.cells[index].size();
  unescaped_.clear();
  unescaped_.reserve(bytes);
  for (const std::size_t index : escaped_) {
    const std::string_view cell = record.cells[index];
    const std::size_t begin = unescaped_.size();
    for (std::size_t at = 0; at < cell.size();) {
      const std::size_t quote = std::min(cell.find('"', at), cell.size() - 1);
      unescaped_ += cell.substr(at, quote + 1 - at);
      at = quote + 2;  // over the second of two quotes, or over the end
    }
    record.cells[index] = std::string_view(unescaped_).substr(begin);
  }
}

void CsvReader::report_fault(Fault fault, std::size_t cell) {
  const bool is_size = fault == Fault::too_many_bytes || fault == Fault::too_many_cells;
  std::string field;
  std::string expected;
  std::string found;
  if (tells_problems()) {
    const std::string of_cell = "cell " + std::to_string(cell);
    if (!is_size && cell <= cell_names_.size()) field = cell_names_[cell - 1];
    switch (fault) {
      case Fault::none: break;
      case Fault::quote_in_cell:
        expected = of_cell + " without a quote, or quoted as a whole";
        found = "a quote inside it";
        break;
      case Fault::text_after_quote:
        expected = "a comma or the end of the line after the closing quote of " + of_cell;
        found = "text";
        break;
      case Fault::unclosed_quote:
        expected = "a closing quote for " + of_cell;
        found = "the end of the file";
        break;
      case Fault::too_many_bytes:
        expected = "a record of at most " + std::to_string(most_record_bytes) + " bytes";
        found = "more";
        break;
      case Fault::too_many_cells:
        expected = "a record of at most " + std::to_string(most_record_cells) + " cells";
        found = "more";
        break;
    }
  }
  const ErrorCode code = is_size ? ErrorCode::record_too_large : ErrorCode::stray_quote;
  report(code, start_line_, start_line_, std::move(field), std::move(expected), std::move(found));
}

CsvTable::CsvTable(std::string_view text, std::string file, std::vector<Problem>& problems)
    : reader_(text, std::move(file), problems), text_(text), text_is_valid_utf8_(is_valid_utf8(text)) {
  if (looks_like_utf16(text)) {
    reader_.report(ErrorCode::invalid_utf8, 1, reader_.line_count(), {}, "UTF-8", "what looks like UTF-16: save the file as UTF-8");
    return;
  }
  CsvRecord record;
  if (!reader_.next(record)) return;
  const bool is_valid = text_is_valid_utf8_ || std::all_of(record.cells.begin(), record.cells.end(), is_valid_utf8);
  if (reader_.problems_reported() == 0 && is_valid) {
    header_.assign(record.cells.begin(), record.cells.end());
    header_line_ = record.first_line;
    reader_.name_cells(header_);
    return;
  }
  // What stands where the header should be is a row, or not text: its cells would name the wrong columns.
  const ErrorCode code = is_valid ? ErrorCode::stray_quote : ErrorCode::invalid_utf8;
  reader_.report(code, record.first_line, reader_.line_count(), {}, "a header that can be read before these lines",
                 is_valid ? "none" : "none but " + other_bytes());
}

std::optional<std::size_t> CsvTable::column(std::string_view name) const {
  const auto found = std::find(header_.begin(), header_.end(), name);
  if (found == header_.end()) return std::nullopt;
  return static_cast<std::size_t>(found - header_.begin());
}

bool CsvTable::next(CsvRecord& record) {
  while (!header_.empty() && reader_.next(record)) {
    if (accept(record)) return true;
  }
  record.cells.clear();
  return false;
}

bool CsvTable::accept(const CsvRecord& record) {
  if (record.cells.size() != header_.size()) {
    report_cell_count(record);
    reader_.resume_after_first_line();
    return false;
  }
  if (text_is_valid_utf8_) return true;
  const auto bad = std::find_if_not(record.cells.begin(), record.cells.end(), is_valid_utf8);
  if (bad == record.cells.end()) return true;
  const auto index = static_cast<std::size_t>(bad - record.cells.begin());
  reader_.report(ErrorCode::invalid_utf8, record.first_line, record.last_line, header_[index], "valid UTF-8", other_bytes());
  return false;
}

const std::string& CsvTable::other_bytes() {
  if (!other_bytes_) other_bytes_ = looks_like_gbk(text_) ? "what looks like GBK: save the file as UTF-8" : "other bytes";
  return *other_bytes_;
}

void CsvTable::report_cell_count(const CsvRecord& record) {
  std::string expected;
  std::string found;
  if (reader_.tells_problems()) {
    expected = cells_in_words(header_.size()) + ", as in the header";
    found = cells_in_words(record.cells.size());
    if (record.last_line > record.first_line) found += ", up to line " + std::to_string(record.last_line);
  }
  reader_.report(ErrorCode::wrong_cell_count, record.first_line, record.first_line, {}, std::move(expected), std::move(found));
}

void CsvWriter::cell(std::string_view text) {
  if (has_cells_) *out_ += ',';
  const bool reads_as_mark = !has_cells_ && text.starts_with(byte_order_mark);
  has_cells_ = true;
  if (!reads_as_mark && text.find_first_of(",\"\r\n") == std::string_view::npos) {
    *out_ += text;
    return;
  }
  *out_ += '"';
  for (const char c : text) {
    if (c == '"') *out_ += '"';
    *out_ += c;
  }
  *out_ += '"';
}

void CsvWriter::end_record() {
  if (out_->size() == record_start_) *out_ += "\"\"";
  *out_ += '\n';
  record_start_ = out_->size();
  has_cells_ = false;
}

}  // namespace aril::text
