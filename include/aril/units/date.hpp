// A calendar day (proleptic Gregorian), as days since 1970-01-01. No clock, no time zone.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aril {

class Date {
 public:
  constexpr Date() = default;
  // Errors: Error{out_of_range} for a day that is not in the calendar, years 1..9999.
  Date(int year, int month, int day);
  [[nodiscard]] static constexpr Date from_days(std::int32_t days) noexcept {
    Date date;
    date.days_ = days;
    return date;
  }
  // "YYYY-MM-DD", nothing else.
  [[nodiscard]] static std::optional<Date> parse(std::string_view text) noexcept;

  [[nodiscard]] constexpr std::int32_t days() const noexcept { return days_; }
  [[nodiscard]] std::string iso() const;
  constexpr auto operator<=>(const Date&) const = default;

  // A column's sign for "not stated"; no calendar day has this value.
  [[nodiscard]] static constexpr Date none() noexcept { return from_days(-2147483647 - 1); }
  [[nodiscard]] constexpr bool is_none() const noexcept { return *this == none(); }

 private:
  std::int32_t days_ = 0;
};

}  // namespace aril
