// Cover at the speed of look-ups: the distinct (skill, level) that anything asks are keys; a resident's cover of every key is filled once.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/ragged.hpp"
#include "aril/market/market.hpp"
#include "aril/score/closeness.hpp"

namespace aril {

struct KeyShare {
  std::uint32_t key = 0;
  std::uint32_t share = 0;
};

// What one course adds to one occupation's asked skill: cover by the granted skills alone.
struct Gain {
  std::uint32_t slot = 0;
  std::uint32_t key = 0;
  std::uint16_t share = 0;
  std::uint8_t cover = 0;
};

class CoverIndex {
 public:
  CoverIndex(const Market& market, const Closeness& closeness);

  [[nodiscard]] std::size_t key_count() const noexcept { return keys_.size(); }
  [[nodiscard]] std::span<const KeyShare> requirements(std::size_t posting) const noexcept { return requirements_[posting]; }
  // By occupation; in the order of slots. Empty for an occupation that nobody wants.
  [[nodiscard]] std::span<const Gain> gains(std::size_t occupation) const noexcept { return gains_[occupation]; }
  // A training slot's number among slots.
  [[nodiscard]] std::uint32_t slot(std::size_t posting) const noexcept { return slots_[posting]; }
  [[nodiscard]] std::size_t slot_count() const noexcept { return slot_count_; }

  // Calls visit(key, cover) for everything that asks for a skill near the one held.
  template <class Visit>
  void for_each_near(const HeldSkill& held, Visit&& visit) const {
    std::array<std::uint32_t, max_skill_level + 1> fit{};
    for (Level asked = 0; asked <= max_skill_level; ++asked) fit[asked] = level_fit(closeness_, held.level, asked);
    for (const NearKey& near : near_[held.skill.index()]) visit(near.key, static_cast<std::uint8_t>(near.close * fit[near.level] / 255));
  }
  // cover[key] = the largest cover by any of these skills. Shape: key_count().
  void fill_cover(std::span<const HeldSkill> held, std::span<std::uint8_t> cover) const {
    std::fill(cover.begin(), cover.end(), std::uint8_t{0});
    for (const HeldSkill& skill : held) {
      for_each_near(skill, [&](std::uint32_t key, std::uint8_t value) { cover[key] = std::max(cover[key], value); });
    }
  }

 private:
  struct NearKey {
    std::uint32_t key = 0;
    std::uint8_t close = 0;
    Level level = 0;
  };
  [[nodiscard]] std::uint32_t key_number(const HeldSkill& asked) const;
  void make_keys(const Market& market, const std::vector<std::uint8_t>& wanted);
  void make_neighbours(const Market& market);
  void make_gains(const Market& market, const std::vector<std::uint8_t>& wanted);

  Closeness closeness_;
  std::vector<HeldSkill> keys_;
  std::vector<std::uint64_t> first_key_of_skill_;
  Ragged<KeyShare> requirements_;
  Ragged<NearKey> near_;  // by skill; empty for a skill that nobody holds or grants
  Ragged<Gain> gains_;
  std::vector<std::uint32_t> slots_;
  std::size_t slot_count_ = 0;
};

}  // namespace aril
