// How alike two titles are, in integers: the same on every machine. Owns the grams and their comparison; the caller folds first.
//
//   const auto nurse = aril::text::grams(aril::text::fold("Nurse"));
//   aril::text::similarity(nurse, nurse)  // 65535
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace aril::text {

// The grams of folded text, packed code points, so that different grams never look the same. A run of CJK characters (Han, kana,
// bopomofo, hangul) gives its pairs, or its character where it is one long; text between such runs gives its trigrams, trimmed and then
// padded with one space on both sides. Order: ascending, each as often as it occurs.
[[nodiscard]] std::vector<std::uint64_t> grams(std::string_view folded);

// The Dice coefficient of two multisets of grams: floor(65535 * 2 * common / (|a| + |b|)), 0 where both are empty. Pre: both ascending.
// Cost: linear.
[[nodiscard]] std::uint32_t similarity(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) noexcept;

}  // namespace aril::text
