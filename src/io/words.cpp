#include "words.hpp"

namespace aril::io {

std::string one_of(std::span<const std::string_view> known) {
  std::string text = "one of";
  for (const std::string_view word : known) text.append(text.size() > 6 ? ", " : " ").append(word);
  return text;
}

std::string nearest_of(std::string_view word, std::span<const std::string_view> known) {
  return nearest_word(word, {known.begin(), known.end()});
}

Fault unknown_word(std::string_view word, std::span<const std::string_view> known) {
  return {ErrorCode::unknown_word, one_of(known) + " (the nearest is " + nearest_of(word, known) + ")", quoted(word)};
}

}  // namespace aril::io
