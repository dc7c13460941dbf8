// How close one skill, or one occupation, is to another: 0..255 from the taxonomy's links. Meaning: docs/definitions.md, "Closeness".
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "aril/units/level.hpp"

namespace aril {

struct ConceptTable;

struct SkillCloseness {
  std::uint8_t same = 255;
  std::array<std::uint8_t, 2> narrower{240, 225};  // `have` is narrower than `asked` by one step, by two
  std::array<std::uint8_t, 2> broader{150, 90};
  std::uint8_t sibling = 110;
  std::uint8_t related = 130;
  std::uint32_t sibling_limit = 64;  // siblings only under a broader concept with at most so many direct narrower ones
  bool operator==(const SkillCloseness&) const = default;
};
struct OccupationCloseness {
  std::uint8_t same = 255;
  std::uint8_t related = 150;
  std::array<std::uint8_t, 3> shared_broader{180, 100, 40};  // a concept that is no root at most one, two, three steps up from each
  bool operator==(const OccupationCloseness&) const = default;
};
// The numbers of a policy.
struct Closeness {
  SkillCloseness skill;
  OccupationCloseness occupation;
  std::uint8_t held_occupation = 200;                        // of 255: how much a held occupation counts beside a wanted one
  std::array<std::uint8_t, 4> level_fit{255, 190, 120, 60};  // by missing levels, then 0
  bool operator==(const Closeness&) const = default;
};

struct CloseConcept {
  std::uint32_t row = 0;
  std::uint8_t close = 0;
  bool operator==(const CloseConcept&) const = default;
};

// All concepts with a closeness above 0, rising rows, for one `have` (skills) or one side (occupations, where closeness is symmetric).
// Cost: the size of the neighbourhood.
[[nodiscard]] std::vector<CloseConcept> close_skills(const ConceptTable& skills, const SkillCloseness& closeness, std::uint32_t have);
[[nodiscard]] std::vector<CloseConcept> close_occupations(const ConceptTable& occupations, const OccupationCloseness& closeness,
                                                          std::uint32_t one);

// Asked and held levels may be 0: not stated.
[[nodiscard]] constexpr std::uint8_t level_fit(const Closeness& closeness, Level held, Level asked) noexcept {
  if (asked == level_not_stated) return closeness.level_fit[0];
  const int missing = held == level_not_stated ? 1 : (asked > held ? asked - held : 0);
  return missing < 4 ? closeness.level_fit[static_cast<std::size_t>(missing)] : std::uint8_t{0};
}

}  // namespace aril
