// Which columns each rule reads, on either side: rows with equal columns get equal answers.
#pragma once

#include <cstddef>

#include "aril/eligibility/standard_rules.hpp"
#include "classes.hpp"

namespace aril {

// Pre: the rule is one that `is_classed`.
void write_resident_key(const StandardRules& rules, RuleCode code, std::size_t row, ClassKey& key);
void write_posting_key(const StandardRules& rules, RuleCode code, std::size_t row, ClassKey& key);

// Open, seats: the resident does not matter. Must-haves, travel, blocks and prerequisites are answered in ways of their own.
[[nodiscard]] constexpr bool is_classed(RuleCode code) noexcept {
  return code != RuleCode::open && code != RuleCode::seats && code != RuleCode::must_skill && code != RuleCode::travel &&
         code != RuleCode::blocked && code != RuleCode::prerequisite;
}

}  // namespace aril
