// A skill that is asked: of a posting (must or nice) or of an occupation (essential or optional).
#pragma once

#include <compare>
#include <cstdint>

#include "aril/core/row.hpp"
#include "aril/units/level.hpp"

namespace aril {

struct Requirement {
  SkillRow skill;
  Level level = level_not_stated;
  bool must = false;        // essential, for an occupation
  std::uint16_t count = 1;  // how much it counts among the requirements
  std::uint16_t share = 0;  // of 257, by largest remainder of the counts; all 0 when all counts are 0
  auto operator<=>(const Requirement&) const = default;
};

struct HeldSkill {
  SkillRow skill;
  Level level = level_not_stated;
  auto operator<=>(const HeldSkill&) const = default;
};

struct HeldLanguage {
  LanguageRow language;
  Level level = level_not_stated;
  auto operator<=>(const HeldLanguage&) const = default;
};

}  // namespace aril
