#include "cells.hpp"

#include <algorithm>
#include <optional>

#include "aril/text/number.hpp"

namespace aril::io {
namespace {

bool is_digits(std::string_view text) noexcept {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string range_in_words(std::int64_t least, std::int64_t most) {
  if (most == no_bound) return least == 0 ? "an integer, digits only" : "an integer from " + std::to_string(least);
  return "an integer " + std::to_string(least) + ".." + std::to_string(most);
}

}  // namespace

Verdict TextCell::read(std::string_view cell, std::string& value) {
  value = cell;
  return {};
}

Verdict IdCell::read(std::string_view cell, std::string& value) {
  if (has_control_character(cell)) return Fault{ErrorCode::invalid_id, "an id without control characters", {}};
  value = cell;
  return {};
}

Verdict read_integer(std::string_view cell, std::int64_t least, std::int64_t most, std::int64_t& value) {
  if (!is_digits(cell)) return Fault{ErrorCode::malformed, range_in_words(least, most), {}};
  const std::optional<std::int64_t> number = text::parse_integer(cell);
  if (!number || *number < least || *number > most) return Fault{ErrorCode::out_of_range, range_in_words(least, most), {}};
  value = *number;
  return {};
}

Verdict AmountCell::read(std::string_view cell, Money& value) {
  const std::optional<Money> amount = text::parse_hundredths(cell);
  if (amount && cell.front() != '-' && *amount <= max_amount) {
    value = *amount;
    return {};
  }
  const bool is_number = amount || is_digits(cell);
  return Fault{is_number ? ErrorCode::out_of_range : ErrorCode::malformed,
               "an amount 0.." + text::format_hundredths(max_amount) + " with at most two decimals",
               {}};
}

void AmountCell::write(Money value, std::string& cell) { cell += text::format_hundredths(value); }

Verdict read_degrees(std::string_view cell, int most, double& value) {
  const std::string expected = "decimal degrees -" + std::to_string(most) + ".." + std::to_string(most);
  const std::optional<double> number = text::parse_decimal(cell);
  if (!number) return Fault{ErrorCode::malformed, expected, {}};
  if (*number < -most || *number > most) return Fault{ErrorCode::out_of_range, expected, {}};
  value = *number;
  return {};
}

void write_degrees(double value, std::string& cell) { cell += text::format_decimal(value); }

Verdict DateCell::read(std::string_view cell, Date& value) {
  const std::optional<Date> date = Date::parse(cell);
  if (!date) return Fault{ErrorCode::malformed, "a day of the calendar as YYYY-MM-DD", {}};
  value = *date;
  return {};
}

Verdict WeekCell::read(std::string_view cell, WeekMask& value) {
  const std::optional<WeekMask> mask = WeekMask::parse(cell);
  if (!mask) return Fault{ErrorCode::malformed, "hours of a week such as mon-fri 9-18|sat 10-14, or -", {}};
  value = *mask;
  return {};
}

}  // namespace aril::io
