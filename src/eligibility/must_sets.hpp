// Must-haves compiled: the distinct (skill, level) asked are keys, postings that ask the same keys form a set, and a resident meets whole sets.
#pragma once

#include <cstdint>
#include <vector>

#include "aril/core/ragged.hpp"
#include "aril/eligibility/standard_rules.hpp"
#include "aril/market/postings.hpp"

namespace aril {

struct MustSets {
  std::vector<HeldSkill> keys;  // of must-haves and of prerequisites
  // By skill held: number << 4 | level of the keys that it counts for; empty for a skill that nobody holds.
  Ragged<std::uint32_t, std::uint32_t> keys_near;
  std::vector<std::uint32_t> set_of;  // by posting; training slots have sets of their own
  Ragged<std::uint32_t> keys_of_set;
  // A set is looked at when the key that it is listed under is met: that of its keys which the fewest sets ask for.
  Ragged<std::uint32_t> sets_under_key;
  std::vector<std::uint32_t> sets_without_keys;

  explicit MustSets(const StandardRules& rules);
  // Pre: the key is one of `keys`.
  [[nodiscard]] std::uint32_t number_of(const HeldSkill& key) const;

 private:
  void make_keys(const Postings& postings);
  void make_sets(const Postings& postings);
  void make_neighbours(const StandardRules& rules);
};

}  // namespace aril
