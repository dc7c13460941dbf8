#include "encoding.hpp"

#include <cstddef>

namespace aril::text {
namespace {

constexpr std::size_t least_pairs = 2;  // one may be a slip

unsigned byte_at(std::string_view text, std::size_t at) noexcept { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; }

bool is_continuation(unsigned byte) noexcept { return (byte & 0xC0U) == 0x80; }

// Of three-byte sequences, as Chinese is written in UTF-8, at least as many as other bytes above ASCII.
bool is_mostly_utf8(std::string_view text) noexcept {
  std::size_t sequences = 0;
  std::size_t others = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (byte_at(text, at) < 0x80) continue;
    const bool starts =
        (byte_at(text, at) & 0xF0U) == 0xE0 && is_continuation(byte_at(text, at + 1)) && is_continuation(byte_at(text, at + 2));
    ++(starts ? sequences : others);
    if (starts) at += 2;
  }
  return sequences >= others;
}

}  // namespace

bool looks_like_utf16(std::string_view text) noexcept {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
  if (text.size() < 4) return false;
  const bool little = text[0] != 0 && text[1] == 0 && text[2] != 0 && text[3] == 0;
  const bool big = text[0] == 0 && text[1] != 0 && text[2] == 0 && text[3] != 0;
  return little || big;
}

bool looks_like_gbk(std::string_view text) noexcept {
  std::size_t pairs = 0;
  std::size_t common = 0;  // in the block of Chinese characters that GB 2312 has
  for (std::size_t at = 0; at < text.size(); ++at) {
    const unsigned lead = byte_at(text, at);
    if (lead < 0x80) continue;
    const unsigned trail = byte_at(text, at + 1);
    if (lead == 0x80 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF) return false;
    ++pairs;
    if (lead >= 0xB0 && lead <= 0xF7 && trail >= 0xA1) ++common;
    ++at;
  }
  return pairs >= least_pairs && 2 * common >= pairs && !is_mostly_utf8(text);
}

}  // namespace aril::text
