// The languages in which the library speaks to people.
#pragma once

#include <cstdint>

namespace aril {

enum class Language : std::uint8_t { english, chinese };

}  // namespace aril
