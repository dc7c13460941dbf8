// Why a pair is not eligible, and the smallest change that would turn each failed rule. Meaning: docs/definitions.md, "Nearest fix".
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/row.hpp"
#include "aril/eligibility/rule.hpp"

namespace aril {

class StandardRules;

enum class FixUnit : std::uint8_t { days, seats, kind, workplace, levels, skill, credential, language, hours, minutes, money, need, units };
inline constexpr std::array<std::string_view, 13> fix_unit_names{
    "days", "seats", "kind", "workplace", "levels", "skill", "credential", "language", "hours", "minutes", "money", "need", "units"};

// One thing to change. `name`: the skill, credential, language, need, kind or workplace meant; empty for plain amounts.
// `amount`: how many units, money in minor units; for a skill or language to be learnt the level asked (0: any); 0 where the name says all.
struct FixItem {
  FixUnit unit{};
  std::int64_t amount = 0;
  std::string name;
  auto operator<=>(const FixItem&) const = default;
};

// All that has to change for the rule to pass; empty where nothing helps (age, blocked, out of reach).
// Order: as the things are asked, in rows. Pre: the rule fails for this pair.
[[nodiscard]] std::vector<FixItem> nearest_fix(const StandardRules& rules, RuleCode code, ResidentRow resident, PostingRow posting);

}  // namespace aril
