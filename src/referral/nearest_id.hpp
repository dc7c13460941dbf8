// Which id a misspelt one was meant for.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/id_table.hpp"

namespace aril {

inline constexpr std::size_t ids_compared_a_file = 1'000'000;

// ", perhaps 'choir'", to stand behind what was expected; empty where the nearest of the known names differs in more than half of its letters.
[[nodiscard]] std::string nearest_name_hint(std::string_view name, const std::vector<std::string>& known);

// The same of ids, ", perhaps 'R000042'"; empty also where there are no ids, or more than `at_most`, from which those that were looked at are
// taken: a file full of wrong ids is not compared with all ids each time.
[[nodiscard]] std::string nearest_id_hint(std::string_view id, const IdTable& ids, std::size_t& at_most);

}  // namespace aril
