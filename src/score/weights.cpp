#include "aril/score/weights.hpp"

#include <algorithm>

#include "aril/core/error.hpp"
#include "aril/core/shares.hpp"
#include "aril/score/term.hpp"

namespace aril {
namespace {

constexpr int most_digits = 18;

// Zeros at the end move into the exponent, so that "30" and "3e1" are the same value.
DecimalWeight normalised(DecimalWeight weight) noexcept {
  if (weight.digits == 0) return {};
  while (weight.digits % 10 == 0) {
    weight.digits /= 10;
    ++weight.exponent;
  }
  return weight;
}

}  // namespace

std::optional<DecimalWeight> DecimalWeight::parse(std::string_view text) noexcept {
  DecimalWeight weight;
  int significant = 0;
  bool any_digit = false;
  bool after_point = false;
  std::size_t i = 0;
  int zeros = 0;  // not yet known to be significant
  for (; i < text.size() && text[i] != 'e' && text[i] != 'E'; ++i) {
    if (text[i] == '.') {
      if (after_point) return std::nullopt;
      after_point = true;
      continue;
    }
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    any_digit = true;
    if (after_point) --weight.exponent;
    if (text[i] == '0') {
      if (weight.digits != 0) ++zeros;
      if (zeros > 64 || weight.exponent < -64) return std::nullopt;
      continue;
    }
    significant += zeros + 1;
    if (significant > most_digits) return std::nullopt;
    for (; zeros > 0; --zeros) weight.digits *= 10;
    weight.digits = weight.digits * 10 + static_cast<std::uint64_t>(text[i] - '0');
  }
  if (!any_digit) return std::nullopt;
  weight.exponent += zeros;
  if (i < text.size()) {
    ++i;
    const bool negative = i < text.size() && text[i] == '-';
    if (i < text.size() && (text[i] == '-' || text[i] == '+')) ++i;
    if (i == text.size() || text.size() - i > 3) return std::nullopt;
    int exponent = 0;
    for (; i < text.size(); ++i) {
      if (text[i] < '0' || text[i] > '9') return std::nullopt;
      exponent = exponent * 10 + (text[i] - '0');
    }
    weight.exponent += negative ? -exponent : exponent;
  }
  weight = normalised(weight);
  if (weight.exponent < -30 || weight.exponent > 30) return std::nullopt;
  return weight;
}

std::string DecimalWeight::text() const {
  std::string text = std::to_string(digits);
  if (exponent >= 0) return text.append(static_cast<std::size_t>(exponent), '0');
  const auto decimals = static_cast<std::size_t>(-exponent);
  if (text.size() <= decimals) text.insert(0, decimals + 1 - text.size(), '0');
  return text.insert(text.size() - decimals, ".");
}

std::vector<std::uint32_t> integer_weights(std::span<const TermWeight> weights) {
  int least = 1000;
  for (const TermWeight& entry : weights) {
    if (entry.weight.digits != 0) least = std::min(least, entry.weight.exponent);
  }
  std::vector<WideCount> counts;
  WideCount sum = 0;
  for (const TermWeight& entry : weights) {
    WideCount count = entry.weight.digits;
    for (int power = least; count != 0 && power < entry.weight.exponent; ++power) {
      count *= 10;
      if (count > (WideCount{1} << 100)) {
        throw Error(ErrorCode::invalid_option, {"", 0, 0, entry.term}, "weights that lie at most 10^18 apart", entry.weight.text());
      }
    }
    counts.push_back(count);
    sum += count;
  }
  if (sum == 0) throw Error(ErrorCode::invalid_option, {"", 0, 0, "weights"}, "a weight above zero", "none");
  return shares_by_largest_remainder(full_value, counts);
}

}  // namespace aril
