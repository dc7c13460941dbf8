// What went wrong, where, what was expected and what was found. Owns the closed list of error codes; formats messages, prints nothing.
//
//   try { aril::io::read_market("district/"); }
//   catch (const aril::Error& error) { for (const aril::Problem& p : error.problems()) std::cerr << p.message() << "\n"; }
#pragma once

#include <cstdint>
#include <exception>
#include <string>
#include <string_view>
#include <vector>

namespace aril {

enum class ErrorCode : std::uint8_t {
  file_not_readable,
  file_not_writable,
  unknown_file,  // a CSV file in a market's folder that is none of the market's
  invalid_utf8,
  stray_quote,       // a quote inside an unquoted cell, text after a closing quote, or a quote that never closes
  wrong_cell_count,  // a record with more or fewer cells than the header
  record_too_large,  // a record of more than 64 MiB
  missing_column,
  unknown_column,
  repeated_column,
  missing_value,  // a field that must be stated is not
  invalid_id,     // empty, or with a control character
  malformed,      // text that is not a number, a date, a list, ... of the expected form
  out_of_range,
  unknown_word,  // not one of the words of a closed list
  duplicate_id,
  dangling_reference,
  cycle,
  wrong_order,    // an end before its start, a least above its most
  contradiction,  // one thing given two values
  invalid_json,
  unknown_key,
  missing_key,
  unknown_term,
  invalid_option,
  unknown_id,            // the caller asked for an id that the market does not hold
  shape_mismatch,        // arrays whose lengths do not fit each other or the market
  above_declared_bound,  // a caller's own term gave more than it declared
  cancelled,
};

[[nodiscard]] std::string_view name_of(ErrorCode code) noexcept;

// Lines count from 1; 0 where there is no line. `field` is the column, key or option; empty where the whole row is meant.
struct Place {
  std::string file;
  std::uint64_t first_line = 0;
  std::uint64_t last_line = 0;
  std::string field;

  bool operator==(const Place&) const = default;
};

struct Problem {
  ErrorCode code{};
  Place where;
  std::string expected;
  std::string found;

  // "residents.csv:17: pay_floor: expected ..., found ... [out_of_range]"
  [[nodiscard]] std::string message() const;
  bool operator==(const Problem&) const = default;
};

// One error, one or more problems. what() is the message of the first, and how many more problems() has.
class Error : public std::exception {
 public:
  explicit Error(std::vector<Problem> problems);
  Error(ErrorCode code, Place where, std::string expected, std::string found);

  [[nodiscard]] ErrorCode code() const noexcept { return problems_.front().code; }
  [[nodiscard]] const Place& where() const noexcept { return problems_.front().where; }
  [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }
  [[nodiscard]] const char* what() const noexcept override { return what_.c_str(); }

 private:
  std::vector<Problem> problems_;
  std::string what_;
};

// The known word nearest to `word` by edit distance (ties: the first), to name in an error. Empty when there is none.
[[nodiscard]] std::string nearest_word(std::string_view word, const std::vector<std::string>& known);
// The same among many names, of which most are far; empty too where more than half of the letters differ: then it is a guess that helps nobody.
[[nodiscard]] std::string near_word(std::string_view word, const std::vector<std::string>& known);

}  // namespace aril
