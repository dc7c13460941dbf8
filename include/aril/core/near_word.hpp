// What a misspelt name was most likely meant for, where there are many names and most are far.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aril {

// As nearest_word in error.hpp, but empty where the nearest differs in more than half of its letters: then it is a guess that helps nobody.
[[nodiscard]] std::string near_word(std::string_view word, const std::vector<std::string>& known);

}  // namespace aril
