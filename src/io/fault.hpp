// What is wrong with one cell, before anyone says in which file and line it stands.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "aril/core/error.hpp"

namespace aril::io {

struct Fault {
  ErrorCode code{};
  std::string expected;
  std::string found;  // empty: the cell itself
};

// nullopt: nothing is wrong.
using Verdict = std::optional<Fault>;

// In quotes, at most 60 characters of it, on one line.
[[nodiscard]] std::string quoted(std::string_view text);

// U+0000..U+001F and U+007F, as MarketBuilder has it: what it takes as an id can be written and read again.
[[nodiscard]] bool has_control_character(std::string_view text) noexcept;

}  // namespace aril::io
