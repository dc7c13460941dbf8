// Which id a misspelt one was meant for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "aril/core/id_table.hpp"

namespace aril {

inline constexpr std::size_t ids_compared_a_file = 1'000'000;

// ", perhaps 'R000042'", to stand behind what was expected; empty where there are no ids, or more than `at_most`, from which those that were looked at are
// taken: a file full of wrong ids is not compared with all ids each time.
[[nodiscard]] std::string nearest_id_hint(std::string_view id, const IdTable& ids, std::size_t& at_most);

}  // namespace aril
