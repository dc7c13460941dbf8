#include "aril/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <optional>

namespace aril::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

struct Decoded {
  char32_t point = replacement;
  std::size_t bytes = 0;  // 0: no valid sequence starts here
};

constexpr std::size_t sequence_length(unsigned char lead) noexcept {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;  // a continuation byte, or the lead of an overlong pair
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

Decoded decode(std::string_view text, std::size_t at) noexcept {
  constexpr std::array<char32_t, 5> least{0, 0, 0x80, 0x800, 0x10000};
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = sequence_length(lead);
  if (length == 1) return {lead, 1};
  if (length == 0 || text.size() - at < length) return {};
  char32_t point = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const auto next = static_cast<unsigned char>(text[at + i]);
    if ((next & 0xC0U) != 0x80) return {};
    point = (point << 6) | (next & 0x3FU);
  }
  const bool is_surrogate = point >= 0xD800 && point <= 0xDFFF;
  if (point < least[length] || point > 0x10FFFF || is_surrogate) return {};
  return {point, length};
}

// As decode(), but always moves on.
Decoded decode_or_replace(std::string_view text, std::size_t at) noexcept {
  const Decoded decoded = decode(text, at);
  return decoded.bytes == 0 ? Decoded{replacement, 1} : decoded;
}

void append(std::string& out, char32_t point) {
  const auto continuation = [point](unsigned shift) { return static_cast<char>(0x80U | ((point >> shift) & 0x3FU)); };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0U | (point >> 6));
    out += continuation(0);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0U | (point >> 12));
    out += continuation(6);
    out += continuation(0);
  } else {
    out += static_cast<char>(0xF0U | (point >> 18));
    out += continuation(12);
    out += continuation(6);
    out += continuation(0);
  }
}

constexpr bool is_white_space(char32_t point) noexcept {
  return point == ' ' || (point >= 0x09 && point <= 0x0D) || point == 0x85 || point == 0xA0 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 || point == 0x202F || point == 0x205F ||
         point == 0x3000;
}

constexpr char32_t lower_latin_extended_a(char32_t point) noexcept {
  if (point == 0x130) return 'i';
  if (point == 0x178) return 0xFF;
  if (point == 0x17F) return 's';
  // In these two stretches the capital letters are the odd ones.
  const bool capitals_are_odd = (point >= 0x139 && point <= 0x148) || (point >= 0x179 && point <= 0x17E);
  if (capitals_are_odd) return point + (point & 1U);
  if (point == 0x138 || point == 0x149) return point;  // small letters without a capital of their own
  return point | 1U;
}

constexpr char32_t lower(char32_t point) noexcept {
  if (point >= 'A' && point <= 'Z') return point + 0x20;
  if (point < 0xC0) return point;
  if (point <= 0xDE) return point == 0xD7 ? point : point + 0x20;
  return point >= 0x100 && point <= 0x17F ? lower_latin_extended_a(point) : point;
}

constexpr char32_t narrow(char32_t point) noexcept { return point >= 0xFF01 && point <= 0xFF5E ? point - 0xFEE0 : point; }

// What Windows-1252 shows for the bytes 0x80 to 0x9F. It leaves five bytes undefined, which decoders pass through as control characters.
constexpr std::array<char32_t, 32> windows_1252{0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

std::optional<char> windows_1252_byte(char32_t point) noexcept {
  if (point >= 0xA0 && point <= 0xFF) return static_cast<char>(point);
  const auto found = std::find(windows_1252.begin(), windows_1252.end(), point);
  if (found == windows_1252.end()) return std::nullopt;
  return static_cast<char>(0x80 + (found - windows_1252.begin()));
}

// The bytes that a run of non-ASCII characters stood for, where that is valid UTF-8; else the run itself.
std::string repair_run(std::string_view run) {
  std::string bytes;
  for (std::size_t at = 0; at < run.size();) {
    const Decoded decoded = decode(run, at);
    const std::optional<char> byte = windows_1252_byte(decoded.point);
    if (!byte) return std::string(run);
    bytes += *byte;
    at += decoded.bytes;
  }
  return is_valid_utf8(bytes) ? bytes : std::string(run);
}

bool is_ascii(char c) noexcept { return static_cast<unsigned char>(c) < 0x80; }

}  // namespace

bool is_valid_utf8(std::string_view text) noexcept {
  for (std::size_t at = 0; at < text.size();) {
    if (text.size() - at >= sizeof(std::uint64_t)) {
      std::uint64_t eight = 0;
      std::memcpy(&eight, text.data() + at, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        at += sizeof eight;
        continue;
      }
    }
    const std::size_t bytes = decode(text, at).bytes;
    if (bytes == 0) return false;
    at += bytes;
  }
  return true;
}

std::u32string code_points(std::string_view text) {
  std::u32string points;
  points.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_or_replace(text, at);
    points += decoded.point;
    at += decoded.bytes;
  }
  return points;
}

std::string fold(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool space_is_due = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_or_replace(text, at);
    at += decoded.bytes;
    if (is_white_space(decoded.point)) {
      space_is_due = !folded.empty();
      continue;
    }
    if (space_is_due) folded += ' ';
    space_is_due = false;
    append(folded, lower(narrow(decoded.point)));
  }
  return folded;
}

std::string repair_double_encoding(std::string_view text) {
  if (!is_valid_utf8(text)) return std::string(text);
  std::string repaired;
  repaired.reserve(text.size());
  for (auto at = text.begin(); at != text.end();) {
    const auto run = std::find_if_not(at, text.end(), is_ascii);
    repaired.append(at, run);
    at = std::find_if(run, text.end(), is_ascii);
    repaired += repair_run(std::string_view(run, at));
  }
  return repaired;
}

}  // namespace aril::text
