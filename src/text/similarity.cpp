#include "aril/text/similarity.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

#include "aril/text/utf8.hpp"

namespace aril::text {
namespace {

struct Range {
  char32_t first;
  char32_t last;
};

constexpr std::array cjk_ranges{
    Range{0x3005, 0x3007},                                                     // iteration mark, closing mark, zero
    Range{0x3041, 0x30FF}, Range{0x3100, 0x312F},   Range{0x3131, 0x318E},     // kana, bopomofo, hangul letters
    Range{0x31A0, 0x31BF}, Range{0x31F0, 0x31FF},   Range{0x3400, 0x4DBF},     // bopomofo and kana extended, Han A
    Range{0x4E00, 0x9FFF}, Range{0xAC00, 0xD7A3},   Range{0xF900, 0xFAFF},     // Han, hangul, compatibility Han
    Range{0xFF66, 0xFF9D}, Range{0x20000, 0x2FA1F}, Range{0x30000, 0x323AF}};  // half-width kana, Han B and later

bool is_cjk(char32_t point) noexcept {
  return point >= cjk_ranges.front().first &&
         std::any_of(cjk_ranges.begin(), cjk_ranges.end(), [point](Range range) { return point >= range.first && point <= range.last; });
}

// 21 bits hold any code point. Trigrams hold no CJK character and pairs hold nothing else, so their packed forms don't meet.
constexpr std::uint64_t pack(char32_t a, char32_t b, char32_t c) noexcept {
  return (std::uint64_t{a} << 42) | (std::uint64_t{b} << 21) | std::uint64_t{c};
}

void append_cjk(std::vector<std::uint64_t>& out, std::u32string_view run) {
  if (run.size() == 1) out.push_back(pack(0, 0, run.front()));
  for (std::size_t i = 0; i + 1 < run.size(); ++i) out.push_back(pack(0, run[i], run[i + 1]));
}

void append_trigrams(std::vector<std::uint64_t>& out, std::u32string_view words) {
  const std::size_t first = words.find_first_not_of(U' ');
  if (first == std::u32string_view::npos) return;
  words = words.substr(first, words.find_last_not_of(U' ') - first + 1);
  char32_t a = U' ';
  char32_t b = words.front();
  for (const char32_t c : words.substr(1)) {
    out.push_back(pack(a, b, c));
    a = b;
    b = c;
  }
  out.push_back(pack(a, b, U' '));
}

}  // namespace

std::vector<std::uint64_t> grams(std::string_view folded) {
  const std::u32string points = code_points(folded);
  std::vector<std::uint64_t> out;
  out.reserve(points.size());
  for (auto at = points.begin(); at != points.end();) {
    const auto cjk = std::find_if(at, points.end(), is_cjk);
    append_trigrams(out, std::u32string_view(at, cjk));
    at = std::find_if_not(cjk, points.end(), is_cjk);
    append_cjk(out, std::u32string_view(cjk, at));
  }
  std::sort(out.begin(), out.end());
  return out;
}

std::uint32_t similarity(std::span<const std::uint64_t> a, std::span<const std::uint64_t> b) noexcept {
  if (a.empty() && b.empty()) return 0;
  std::uint64_t common = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    common += a[i] == b[j] ? 1U : 0U;
    const bool a_moves = a[i] <= b[j];
    const bool b_moves = b[j] <= a[i];
    i += a_moves ? 1U : 0U;
    j += b_moves ? 1U : 0U;
  }
  return static_cast<std::uint32_t>(65535 * 2 * common / (a.size() + b.size()));
}

}  // namespace aril::text
