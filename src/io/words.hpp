// Closed lists of words, and the enums that they stand for.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/market/kind.hpp"
#include "aril/units/money.hpp"
#include "fault.hpp"

namespace aril::io {

template <class Enum>
inline constexpr std::array<std::string_view, 0> words{};
template <>
inline constexpr auto words<Kind> = kind_names;
template <>
inline constexpr auto words<Workplace> = workplace_names;
template <>
inline constexpr std::array<std::string_view, 5> words<PayPeriod>{"hour", "day", "week", "month", "year"};
template <>
inline constexpr std::array<std::string_view, 2> words<bool>{"no", "yes"};

template <class Enum>
[[nodiscard]] constexpr std::string_view word_of(Enum value) noexcept {
  return words<Enum>[static_cast<std::size_t>(value)];
}

template <class Enum>
[[nodiscard]] std::optional<Enum> find_word(std::string_view word) noexcept {
  const auto found = std::find(words<Enum>.begin(), words<Enum>.end(), word);
  if (found == words<Enum>.end()) return std::nullopt;
  return static_cast<Enum>(found - words<Enum>.begin());
}

// "one of hour, day, week, month, year"
[[nodiscard]] std::string one_of(std::span<const std::string_view> known);
// The known word nearest to `word`; empty when there is none.
[[nodiscard]] std::string nearest_of(std::string_view word, std::span<const std::string_view> known);
[[nodiscard]] Fault unknown_word(std::string_view word, std::span<const std::string_view> known);

template <class Enum>
[[nodiscard]] Verdict read_word(std::string_view word, Enum& value) {
  const std::optional<Enum> found = find_word<Enum>(word);
  if (!found) return unknown_word(word, words<Enum>);
  value = *found;
  return {};
}

}  // namespace aril::io
