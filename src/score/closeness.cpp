#include "aril/score/closeness.hpp"

#include <algorithm>

#include "aril/core/ragged.hpp"
#include "aril/market/concept_table.hpp"

namespace aril {
namespace {

// Candidates may name a row several times: the largest closeness counts, zeros are left out.
std::vector<CloseConcept> largest_of_each(std::vector<CloseConcept> candidates) {
  std::sort(candidates.begin(), candidates.end(),
            [](const CloseConcept& a, const CloseConcept& b) { return a.row != b.row ? a.row < b.row : a.close > b.close; });
  candidates.erase(
      std::unique(candidates.begin(), candidates.end(), [](const CloseConcept& a, const CloseConcept& b) { return a.row == b.row; }),
      candidates.end());
  std::erase_if(candidates, [](const CloseConcept& entry) { return entry.close == 0; });
  return candidates;
}

void append_two_steps(std::vector<CloseConcept>& out, const Ragged<std::uint32_t>& links, std::uint32_t from,
                      const std::array<std::uint8_t, 2>& closeness) {
  for (const std::uint32_t one : links[from]) {
    out.push_back({one, closeness[0]});
    for (const std::uint32_t two : links[one]) out.push_back({two, closeness[1]});
  }
}

// Every concept at most `steps` up, with the fewest steps it takes.
struct Ancestor {
  std::uint32_t row = 0;
  std::uint32_t steps = 0;
};
std::vector<Ancestor> ancestors(const ConceptTable& table, std::uint32_t from, std::uint32_t steps) {
  std::vector<Ancestor> found{{from, 0}};
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Ancestor current = found[i];  // steps only rise along the list, so the first visit is the shortest
    if (current.steps == steps) break;
    for (const std::uint32_t up : table.broader[current.row]) {
      const bool is_known = std::any_of(found.begin(), found.end(), [&](const Ancestor& a) { return a.row == up; });
      if (!is_known) found.push_back({up, current.steps + 1});
    }
  }
  return found;
}

// Everything at most `steps` down from a shared concept, breadth first.
void append_descendants(std::vector<CloseConcept>& out, const ConceptTable& table, std::uint32_t top, std::uint32_t steps_up,
                        const std::array<std::uint8_t, 3>& closeness) {
  std::vector<std::uint32_t> layer{top};
  for (std::uint32_t steps_down = 0; steps_down <= closeness.size(); ++steps_down) {
    const std::uint32_t most = std::max<std::uint32_t>({steps_up, steps_down, 1});
    // "At most so many steps" holds for all larger numbers too, so the largest of those entries counts.
    const std::uint8_t close = *std::max_element(closeness.begin() + (most - 1), closeness.end());
    std::vector<std::uint32_t> next;
    for (const std::uint32_t row : layer) {
      out.push_back({row, close});
      next.insert(next.end(), table.narrower[row].begin(), table.narrower[row].end());
    }
    std::sort(next.begin(), next.end());
    next.erase(std::unique(next.begin(), next.end()), next.end());
    layer = std::move(next);
  }
}

}  // namespace

std::vector<CloseConcept> close_skills(const ConceptTable& skills, const SkillCloseness& closeness, std::uint32_t have) {
  std::vector<CloseConcept> candidates{{have, closeness.same}};
  append_two_steps(candidates, skills.broader, have, closeness.narrower);
  append_two_steps(candidates, skills.narrower, have, closeness.broader);
  for (const std::uint32_t parent : skills.broader[have]) {
    const bool is_root = skills.broader[parent].empty();
    if (is_root || skills.narrower[parent].size() > closeness.sibling_limit) continue;
    for (const std::uint32_t sibling : skills.narrower[parent]) {
      if (sibling != have) candidates.push_back({sibling, closeness.sibling});
    }
  }
  for (const std::uint32_t other : skills.related[have]) candidates.push_back({other, closeness.related});
  return largest_of_each(std::move(candidates));
}

std::vector<CloseConcept> close_occupations(const ConceptTable& occupations, const OccupationCloseness& closeness, std::uint32_t one) {
  std::vector<CloseConcept> candidates;
  for (const Ancestor& shared : ancestors(occupations, one, static_cast<std::uint32_t>(closeness.shared_broader.size()))) {
    const bool is_root = occupations.broader[shared.row].empty();
    if (!is_root) append_descendants(candidates, occupations, shared.row, shared.steps, closeness.shared_broader);
  }
  // A concept's closeness to itself is "the same", whatever it shares with itself: the largest of all that apply.
  candidates.push_back({one, closeness.same});
  for (const std::uint32_t other : occupations.related[one]) candidates.push_back({other, closeness.related});
  return largest_of_each(std::move(candidates));
}

}  // namespace aril
