// Cover at the speed of look-ups: the distinct (skill, level) that anything asks are keys; a resident's cover of every key is filled once.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/ragged.hpp"
#include "aril/market/market.hpp"
#include "aril/market/requirement.hpp"
#include "aril/score/closeness.hpp"

namespace aril {

struct KeyShare {
  std::uint32_t key = 0;
  std::uint32_t share = 0;
};

// What one course adds to one occupation's asked skill: cover by the granted skills alone.
struct Gain {
  std::uint32_t key = 0;
  std::uint16_t share = 0;
  std::uint8_t cover = 0;
};

class CoverIndex {
 public:
  CoverIndex(const Market& market, const Closeness& closeness);

  [[nodiscard]] std::size_t key_count() const noexcept { return keys_.size(); }
  // One past the keys: stands for "nothing asked".
  [[nodiscard]] std::uint32_t neutral_key() const noexcept { return static_cast<std::uint32_t>(keys_.size()); }
  [[nodiscard]] std::span<const KeyShare> requirements(std::size_t posting) const noexcept { return requirements_[posting]; }
  // Occupations that somebody wants are numbered.
  [[nodiscard]] std::size_t wanted_count() const noexcept { return wanted_count_; }
  // Pre: somebody wants it.
  [[nodiscard]] std::size_t number_of_wanted(OccupationRow occupation) const noexcept { return number_of_wanted_[occupation.index()]; }
  // What a training slot adds to what a wanted occupation asks.
  [[nodiscard]] std::span<const Gain> gains(std::size_t number_of_wanted, std::size_t slot) const noexcept {
    return gains_[number_of_wanted * slot_count_ + slot];
  }
  // A training slot's number among slots.
  [[nodiscard]] std::uint32_t slot(std::size_t posting) const noexcept { return slots_[posting]; }
  [[nodiscard]] std::size_t slot_count() const noexcept { return slot_count_; }

  // Calls visit(key, cover) for everything that asks for a skill near the one held.
  template <class Visit>
  void for_each_near(const HeldSkill& held, Visit&& visit) const {
    const auto& cover_of = cover_of_[held.level];
    for (const std::uint32_t near : near_[held.skill.index()]) visit(near >> 8, cover_of[near & 255]);
  }
  // cover[key] = the largest cover by any of these skills. Pre: all 0. Shape: key_count().
  void raise_cover(std::span<const HeldSkill> held, std::uint8_t* cover) const {
    for (const HeldSkill& skill : held) {
      for_each_near(skill, [&](std::uint32_t key, std::uint8_t value) { cover[key] = std::max(cover[key], value); });
    }
  }
  // The lists of a district lie far from the cache.
  void prefetch(const HeldSkill& held) const noexcept {
    const auto near = near_[held.skill.index()];
    for (std::size_t i = 0; i < near.size(); i += 64 / sizeof near[0]) __builtin_prefetch(&near[i]);
  }

 private:
  static constexpr std::size_t most_keys = (std::size_t{1} << 23) - 1;  // so that a key and a share, or a key and a code, fit four bytes
  [[nodiscard]] std::uint32_t key_number(const HeldSkill& asked) const;
  void make_keys(const Market& market, const std::vector<std::uint8_t>& wanted);
  void make_neighbours(const Market& market);
  void make_gains(const Market& market, const std::vector<std::uint8_t>& wanted);

  Closeness closeness_;
  std::vector<HeldSkill> keys_;
  std::vector<std::uint64_t> first_key_of_skill_;
  Ragged<KeyShare> requirements_;
  // By skill; empty for a skill that nobody holds or grants: key << 8 | code, where a code stands for a closeness and the level asked.
  Ragged<std::uint32_t, std::uint32_t> near_;
  std::array<std::array<std::uint8_t, 256>, max_skill_level + 1> cover_of_{};  // by level held and code
  std::vector<std::uint32_t> number_of_wanted_;                                // by occupation
  Ragged<Gain> gains_;                                                         // by number of wanted x slot
  std::vector<std::uint32_t> slots_;
  std::size_t slot_count_ = 0;
  std::size_t wanted_count_ = 0;
};

}  // namespace aril
