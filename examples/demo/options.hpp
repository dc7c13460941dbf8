// What `./dev demo` can be told.
#pragma once

#include <cstdint>
#include <string>

#include "aril/sample/district.hpp"

namespace demo {

struct Options {
  aril::sample::Size size = aril::sample::Size::community;
  std::uint64_t seed = 7;
  std::size_t threads = 0;  // 0: all that the machine has
  std::size_t k = 20;
  std::string out = "build/demo";
  std::string real_data;  // folder; empty: not asked for
  bool shape = false;
  bool help = false;
};

// Throws std::invalid_argument with a sentence for whoever typed it.
Options parse(int count, char** words);
extern const char* const usage;

}  // namespace demo
