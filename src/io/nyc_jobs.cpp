#include "aril/io/nyc_jobs.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <unordered_set>
#include <utility>
#include <vector>

#include "aril/text/utf8.hpp"
#include "cells.hpp"
#include "foreign_rows.hpp"

namespace aril::io {
namespace {

enum Cell : std::size_t { job_id, agency, posting_type, positions, title, salary_from, salary_to, frequency, posting_date, post_until };
constexpr std::array<WantedColumn, 10> columns{{{"Job ID"},
                                                {"Agency"},
                                                {"Posting Type"},
                                                {"# Of Positions"},
                                                {"Business Title"},
                                                {"Salary Range From"},
                                                {"Salary Range To"},
                                                {"Salary Frequency"},
                                                {"Posting Date"},
                                                {"Post Until"}}};

constexpr std::int64_t most_positions = 1'000'000;  // so that no file makes their sum overflow

// Rates of pay stand there with up to four decimals; they are rounded half up to two.
Verdict read_rate(std::string_view cell, Money& value) {
  const std::size_t point = cell.find('.');
  const std::string_view decimals = point == std::string_view::npos ? std::string_view{} : cell.substr(point + 1);
  const bool are_digits = std::all_of(decimals.begin(), decimals.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (decimals.size() <= 2 || !are_digits) return AmountCell::read(cell, value);
  if (Verdict fault = AmountCell::read(cell.substr(0, point + 3), value)) return fault;
  if (decimals[2] >= '5') ++value;
  return {};
}

Verdict read_period(std::string_view cell, PayPeriod& value) {
  constexpr std::array<std::pair<std::string_view, PayPeriod>, 3> periods{
      {{"Annual", PayPeriod::year}, {"Hourly", PayPeriod::hour}, {"Daily", PayPeriod::day}}};
  for (const auto& [word, period] : periods) {
    if (cell != word) continue;
    value = period;
    return {};
  }
  return Fault{ErrorCode::unknown_word, "one of Annual, Hourly, Daily", {}};
}

// A day with the time that follows it, which is midnight throughout.
Verdict read_day(std::string_view cell, Date& value) { return DateCell::read(cell.substr(0, cell.find('T')), value); }

// An id of the file's own text; unlike others it may not be missing.
Verdict read_name(std::string_view cell, std::string& value) {
  if (cell.empty()) return Fault{ErrorCode::missing_value, "a value that is stated", "an empty cell"};
  return IdCell::read(text::repair_double_encoding(cell), value);
}

class RowReader {
 public:
  RowReader(const std::string& file, std::span<const std::string_view> cells, Lines lines, std::vector<Problem>& problems)
      : file_(file), cells_(cells), lines_(lines), problems_(problems), before_(problems.size()) {}

  template <class Value>
  Value required(Cell cell, Verdict (*read)(std::string_view, Value&)) {
    Value value{};
    if (Verdict fault = read(cells_[cell], value)) report(cell, std::move(*fault));
    return value;
  }
  // nullopt for an empty cell.
  template <class Value>
  std::optional<Value> optional(Cell cell, Verdict (*read)(std::string_view, Value&)) {
    if (cells_[cell].empty()) return std::nullopt;
    return required(cell, read);
  }
  [[nodiscard]] bool is_good() const { return problems_.size() == before_; }

 private:
  void report(Cell cell, Fault fault) {
    problems_.push_back({fault.code,
                         {file_, lines_.first, lines_.last, std::string(columns[cell].name)},
                         std::move(fault.expected),
                         fault.found.empty() ? quoted(cells_[cell]) : std::move(fault.found)});
  }

  const std::string& file_;
  std::span<const std::string_view> cells_;
  Lines lines_;
  std::vector<Problem>& problems_;
  std::size_t before_;
};

PostingRecord read_posting(RowReader& row) {
  PostingRecord posting;
  posting.id = row.required(job_id, &read_name) + "-" + row.required(posting_type, &read_name);
  posting.kind = Kind::job;
  posting.title.english = row.optional(title, &TextCell::read).value_or("");
  posting.title.english = text::repair_double_encoding(posting.title.english);
  posting.employer = row.required(agency, &read_name);
  posting.seats = row.optional(positions, &IntegerCell<0, most_positions>::read);
  posting.pay_lower = row.optional(salary_from, &read_rate);
  posting.pay_upper = row.optional(salary_to, &read_rate);
  posting.pay_period = row.optional(frequency, &read_period);
  posting.currency = "USD";
  posting.posted = row.optional(posting_date, &read_day);
  posting.closes = row.optional(post_until, &read_day);
  return posting;
}

// Asks the caller once for each title: a look-up by similarity is dear, and titles repeat.
class Occupations {
 public:
  explicit Occupations(const NycOptions& options) : options_(options) {}

  std::optional<std::string> of(const std::string& posting_title) {
    if (!options_.occupation_of) return std::nullopt;
    const auto [place, is_new] = known_.try_emplace(posting_title);
    if (is_new) place->second = options_.occupation_of(posting_title);
    return place->second;
  }

 private:
  const NycOptions& options_;
  std::map<std::string, std::optional<std::string>> known_;
};

}  // namespace

NycCounts read_nyc_jobs(const std::string& file, MarketBuilder& builder, const NycOptions& options) {
  const std::string name = std::filesystem::path(file).filename().string();
  builder.begin_file(name);
  NycCounts counts;
  Occupations occupations(options);
  std::set<std::string> agencies;
  std::unordered_set<std::string> ids;
  std::vector<Problem> problems;
  for_each_row({file, name}, columns, problems, [&](std::span<const std::string_view> cells, Lines lines) {
    RowReader row(name, cells, lines, problems);
    PostingRecord posting = read_posting(row);
    if (!row.is_good()) return;
    ++counts.rows;
    counts.seats += posting.seats.value_or(1);
    if (!ids.insert(posting.id).second) ++counts.repeats;
    if (agencies.insert(posting.employer).second) {
      EmployerRecord employer;
      employer.id = employer.title.english = posting.employer;
      builder.add(std::move(employer), lines);
    }
    posting.occupation = occupations.of(posting.title.english);
    if (options.adjust) options.adjust(posting);
    builder.add(std::move(posting), lines);
  });
  counts.employers = agencies.size();
  for (Problem& problem : problems) builder.report(std::move(problem));
  return counts;
}

}  // namespace aril::io
