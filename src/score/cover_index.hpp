// Cover at the speed of look-ups: the distinct (skill, level) that anything asks are keys; a resident's cover of every key is filled once.
#pragma once

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

  // Raises cover[key] for everything near the skill held; touched gets the keys that were 0.
  void raise(const HeldSkill& held, std::span<std::uint8_t> cover, std::vector<std::uint32_t>& touched) const;

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
