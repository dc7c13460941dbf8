// Amounts in minor units (fen, cents), and pay of any period as a month's.
#pragma once

#include <cstdint>

namespace aril {

// Minor units. An amount is 0..max_amount; `no_money` is a column's sign for "not stated".
using Money = std::int64_t;
inline constexpr Money no_money = -1;
inline constexpr Money max_amount = 100'000'000'000;  // a thousand million in major units; keeps 65,535 x a month's pay inside int64

enum class PayPeriod : std::uint8_t { hour, day, week, month, year };

// A month has 174 hours, 21.75 days, 52/12 weeks and is a twelfth of a year; rounded half up.
[[nodiscard]] constexpr Money monthly_pay(Money amount, PayPeriod period) noexcept {
  switch (period) {
    case PayPeriod::hour: return amount * 174;
    case PayPeriod::day: return (amount * 87 + 2) / 4;
    case PayPeriod::week: return (amount * 26 + 3) / 6;
    case PayPeriod::month: return amount;
    case PayPeriod::year: return (amount + 6) / 12;
  }
  return amount;
}

}  // namespace aril
