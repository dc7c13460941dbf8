// One thing said in both languages.
#pragma once

#include <string>
#include <string_view>

#include "aril/core/language.hpp"

namespace aril {

struct Words {
  std::string_view english;
  std::string_view chinese;
  [[nodiscard]] std::string in(Language language) const { return std::string(language == Language::english ? english : chinese); }
};

}  // namespace aril
