// Pieces of a name, put end to end. Inside src/sample only.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace aril::sample::names {

inline std::string joined(std::initializer_list<std::string_view> pieces) {
  std::string text;
  for (const std::string_view piece : pieces) text += piece;
  return text;
}

}  // namespace aril::sample::names
