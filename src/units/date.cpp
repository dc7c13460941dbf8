#include "aril/units/date.hpp"

#include <array>

#include "aril/core/error.hpp"

namespace aril {
namespace {

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

bool is_calendar_day(int year, int month, int day) {
  constexpr std::array days_in_month{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  const int last = days_in_month[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap(year) ? 1 : 0);
  return day <= last;
}

// Years are counted from March, so that the leap day is a year's last; 719,468 is the day number of 0000-03-01.
std::int32_t days_from_civil(int year, int month, int day) {
  const int y = month <= 2 ? year - 1 : year;
  const int era = (y >= 0 ? y : y - 399) / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

void append_padded(std::string& text, int value, int width) {
  const std::string digits = std::to_string(value);
  text.append(static_cast<std::size_t>(width) - digits.size(), '0');
  text += digits;
}

}  // namespace

Date::Date(int year, int month, int day) {
  if (!is_calendar_day(year, month, day)) {
    throw Error(ErrorCode::out_of_range, {"", 0, 0, "date"}, "a day of the calendar, years 1..9999",
                std::to_string(year) + "-" + std::to_string(month) + "-" + std::to_string(day));
  }
  days_ = days_from_civil(year, month, day);
}

std::optional<Date> Date::parse(std::string_view text) noexcept {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  std::array<int, 3> parts{};
  constexpr std::array<std::array<std::size_t, 2>, 3> ranges{{{0, 4}, {5, 7}, {8, 10}}};
  for (std::size_t p = 0; p < 3; ++p) {
    for (std::size_t i = ranges[p][0]; i < ranges[p][1]; ++i) {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      parts[p] = parts[p] * 10 + (text[i] - '0');
    }
  }
  if (!is_calendar_day(parts[0], parts[1], parts[2])) return std::nullopt;
  return from_days(days_from_civil(parts[0], parts[1], parts[2]));
}

std::string Date::iso() const {
  const int z = days_ + 719468;
  const int era = (z >= 0 ? z : z - 146096) / 146097;
  const int day_of_era = z - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const int month = shifted_month < 10 ? shifted_month + 3 : shifted_month - 9;
  const int year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  std::string text;
  append_padded(text, year, 4);
  text += '-';
  append_padded(text, month, 2);
  text += '-';
  append_padded(text, day, 2);
  return text;
}

}  // namespace aril
