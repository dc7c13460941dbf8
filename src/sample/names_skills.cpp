// Fields, skill groups and skills: the tables, as spans.
#include "names_skill_table.hpp"

namespace aril::sample::names {

std::span<const Field> fields() noexcept { return table::fields; }
std::span<const SkillGroup> skill_groups() noexcept { return table::skill_groups; }
std::span<const Skill> skills() noexcept { return table::skills; }

}  // namespace aril::sample::names
