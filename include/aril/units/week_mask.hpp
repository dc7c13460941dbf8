// The hours of a week: 168 bits, bit 24 * weekday + hour, Monday 0.
#pragma once

#include <array>
#include <bit>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace aril {

class WeekMask {
 public:
  constexpr WeekMask() = default;
  // Adds hours [from, to) of one day. Pre: weekday < 7, from < to <= 24.
  constexpr void add(std::size_t weekday, std::size_t from, std::size_t to) noexcept {
    for (std::size_t bit = 24 * weekday + from; bit < 24 * weekday + to; ++bit) words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
  }
  [[nodiscard]] constexpr bool test(std::size_t bit) const noexcept { return (words_[bit / 64] >> (bit % 64) & 1) != 0; }
  [[nodiscard]] constexpr int hours() const noexcept {
    return std::popcount(words_[0]) + std::popcount(words_[1]) + std::popcount(words_[2]);
  }
  [[nodiscard]] constexpr int common_hours(const WeekMask& other) const noexcept {
    return std::popcount(words_[0] & other.words_[0]) + std::popcount(words_[1] & other.words_[1]) +
           std::popcount(words_[2] & other.words_[2]);
  }
  // "mon-fri 9-18|sat 10-14", "-" for no hour at all.
  [[nodiscard]] static std::optional<WeekMask> parse(std::string_view text) noexcept;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] constexpr const std::array<std::uint64_t, 3>& words() const noexcept { return words_; }
  [[nodiscard]] static constexpr WeekMask from_words(const std::array<std::uint64_t, 3>& words) noexcept {
    WeekMask mask;
    mask.words_ = words;
    mask.words_[2] &= (std::uint64_t{1} << 40) - 1;
    return mask;
  }
  constexpr auto operator<=>(const WeekMask&) const = default;

 private:
  std::array<std::uint64_t, 3> words_{};
};

}  // namespace aril
