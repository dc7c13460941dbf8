// Numbers as text, exactly: the whole text is the number or there is none. No locale, no spaces, no plus sign before the number.
//
//   aril::text::parse_hundredths("18.5")   // 1850
//   aril::text::parse_hundredths("18.555") // nullopt
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aril::text {

// Digits with an optional minus before them; nullopt where they don't fit 64 bits.
[[nodiscard]] std::optional<std::int64_t> parse_integer(std::string_view text);

// Units: hundredths. As an integer, and then optionally a point and one or two digits: "4500" is 450000, "-0.5" is -50.
[[nodiscard]] std::optional<std::int64_t> parse_hundredths(std::string_view text);

// Digits, optionally a point and digits, optionally an exponent. Never infinite or not a number; a number too large for a double, or too
// near to zero to be told from it, gives nullopt.
[[nodiscard]] std::optional<double> parse_decimal(std::string_view text);

// "4500" where the hundredths are zero, else two decimals: "18.50".
[[nodiscard]] std::string format_hundredths(std::int64_t hundredths);

// The shortest text that parse_decimal reads back as the same number. Pre: `number` is finite.
[[nodiscard]] std::string format_decimal(double number);

}  // namespace aril::text
