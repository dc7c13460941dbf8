#include "aril/text/number.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <system_error>

namespace aril::text {
namespace {

template <class Number>
std::optional<Number> parse_whole(std::string_view text) {
  Number number{};
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc{} || rest != end) return std::nullopt;
  return number;
}

bool skip_one_of(std::string_view& text, std::string_view characters) {
  if (text.empty() || characters.find(text.front()) == std::string_view::npos) return false;
  text.remove_prefix(1);
  return true;
}

bool skip_digits(std::string_view& text) {
  const std::size_t count = std::min(text.find_first_not_of("0123456789"), text.size());
  text.remove_prefix(count);
  return count > 0;
}

// std::from_chars also takes "inf", "nan", ".5" and "5.".
bool is_plain_decimal(std::string_view text) {
  skip_one_of(text, "-");
  if (!skip_digits(text)) return false;
  if (skip_one_of(text, ".") && !skip_digits(text)) return false;
  if (skip_one_of(text, "eE")) {
    skip_one_of(text, "+-");
    if (!skip_digits(text)) return false;
  }
  return text.empty();
}

}  // namespace

std::optional<std::int64_t> parse_integer(std::string_view text) { return parse_whole<std::int64_t>(text); }

std::optional<std::int64_t> parse_hundredths(std::string_view text) {
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string_view decimals;
  if (point != std::string_view::npos) {
    decimals = text.substr(point + 1);
    if (decimals.empty() || decimals.size() > 2) return std::nullopt;
  }
  // "-.5" must not become the integer "-50".
  if (whole.empty() || whole == "-") return std::nullopt;
  std::string digits(whole);
  digits += decimals;
  digits.append(2 - decimals.size(), '0');
  return parse_integer(digits);
}

std::optional<double> parse_decimal(std::string_view text) {
  if (!is_plain_decimal(text)) return std::nullopt;
  return parse_whole<double>(text);
}

std::string format_hundredths(std::int64_t hundredths) {
  // Parted before any sign is turned, so that the least integer is no special case.
  const std::int64_t whole = hundredths / 100;
  const std::int64_t rest = hundredths < 0 ? -(hundredths % 100) : hundredths % 100;
  std::string text = hundredths < 0 && whole == 0 ? "-0" : std::to_string(whole);
  if (rest == 0) return text;
  text += '.';
  text += static_cast<char>('0' + rest / 10);
  text += static_cast<char>('0' + rest % 10);
  return text;
}

std::string format_decimal(double number) {
  std::array<char, 32> buffer{};  // the longest shortest form of a double has 24 characters
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), number);
  return error == std::errc{} ? std::string(buffer.data(), end) : std::string{};
}

}  // namespace aril::text
