#include "fault.hpp"

#include <algorithm>
#include <cstddef>

namespace aril::io {
namespace {

constexpr std::size_t most_found_characters = 60;

bool is_continuation(char byte) noexcept { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }
bool is_control(char byte) noexcept { return static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F; }

}  // namespace

std::string quoted(std::string_view text) {
  std::string result = "\"";
  std::size_t characters = 0;
  for (const char byte : text) {
    if (!is_continuation(byte) && ++characters > most_found_characters) return result + "...\"";
    result += is_control(byte) ? ' ' : byte;
  }
  return result + '"';
}

bool has_control_character(std::string_view text) noexcept { return std::any_of(text.begin(), text.end(), is_control); }

}  // namespace aril::io
