// Weights of terms: decimals as a person writes them, and the integers that sum to 65,535.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aril {

// A non-negative decimal, kept exactly: digits * 10^exponent.
struct DecimalWeight {
  std::uint64_t digits = 0;
  int exponent = 0;

  // "30", "0.1", "2.5e-3": at most 18 significant digits, exponents -30..30.
  [[nodiscard]] static std::optional<DecimalWeight> parse(std::string_view text) noexcept;
  [[nodiscard]] std::string text() const;
  bool operator==(const DecimalWeight&) const = default;
};

struct TermWeight {
  std::string term;
  DecimalWeight weight;
  bool operator==(const TermWeight&) const = default;
};

// By largest remainder, ties to the earlier entry.
// Errors: Error{invalid_option} when all are zero, or when the largest and the smallest lie more than 10^18 apart.
[[nodiscard]] std::vector<std::uint32_t> integer_weights(std::span<const TermWeight> weights);

}  // namespace aril
