#include "aril/units/strength.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace aril {
namespace {

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

// Long multiplication of 0.d1d2d3... by 65,535 with the digits taken from the last to the first: what is carried out of the first digit is the whole
// part, and the fraction is at least a half when its own first digit is 5 or more.
Strength scaled(std::string_view fraction) noexcept {
  std::uint32_t carry = 0;
  std::uint32_t first_digit = 0;  // of the product's fraction
  for (std::size_t i = fraction.size(); i-- > 0;) {
    const std::uint32_t product = static_cast<std::uint32_t>(fraction[i] - '0') * full_strength + carry;
    first_digit = product % 10;
    carry = product / 10;
  }
  return static_cast<Strength>(carry + (first_digit >= 5 ? 1 : 0));
}

}  // namespace

std::optional<Strength> parse_strength(std::string_view text) noexcept {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view{} : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return std::nullopt;
  for (const char c : fraction) {
    if (!is_digit(c)) return std::nullopt;
  }
  for (const char c : whole) {
    if (!is_digit(c)) return std::nullopt;
  }
  const std::size_t first = whole.find_first_not_of('0');
  if (first == std::string_view::npos) return scaled(fraction);
  const bool is_one = whole.substr(first) == "1" && fraction.find_first_not_of('0') == std::string_view::npos;
  return is_one ? std::optional<Strength>(full_strength) : std::nullopt;
}

std::optional<Strength> strength_of(double number) {
  if (!(number >= 0 && number <= 1)) return std::nullopt;
  if (number == 0) return Strength{0};  // also a zero that bears a minus
  std::array<char, 400> buffer{};       // the smallest double has 324 zeros before its digits
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number, std::chars_format::fixed);
  if (error != std::errc{}) return std::nullopt;
  return parse_strength(std::string_view(buffer.data(), static_cast<std::size_t>(end - buffer.data())));
}

std::string format_strength(Strength strength) {
  if (strength == 0) return "0";
  if (strength == full_strength) return "1";
  // Of so many decimals the nearest to the strength: where any of them reads as it, this one does. Five always do, for strengths lie 1/65,535 apart and five
  // decimals 1/100,000.
  std::string text;
  std::uint64_t scale = 1;
  for (std::size_t places = 1; places <= 5; ++places) {
    scale *= 10;
    const std::string digits = std::to_string((2 * strength * scale + full_strength) / (2 * std::uint64_t{full_strength}));
    if (digits.size() > places) continue;  // it rounds to 1
    text = "0." + std::string(places - digits.size(), '0') + digits;
    if (parse_strength(text) == strength) break;
  }
  return text;
}

}  // namespace aril
