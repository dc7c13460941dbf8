// What becomes of rows that cannot be taken.
#pragma once

#include <cstdint>

namespace aril {

enum class Strictness : std::uint8_t {
  strict,   // any problem: one Error with all of them
  lenient,  // bad rows are left out with what depends on them, and reported
};

}  // namespace aril
