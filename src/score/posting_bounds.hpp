// What bounds need to know of postings, by position in the order of scoring, and what a worker keeps of a resident.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/ragged.hpp"
#include "aril/core/row.hpp"
#include "aril/score/term.hpp"
#include "wide_bounds.hpp"

namespace aril {

// Occupations of 64 positions: all numbers from first to last. Numbers rise with positions, so mostly it is one.
struct OccupationRange {
  std::uint16_t first = 0xffff;
  std::uint16_t last = 0;
};

struct PostingBounds {
  std::size_t size = 0;  // positions, rounded up to 512; 0: no bounds
  std::vector<std::uint8_t> pay_class;
  std::vector<std::uint8_t> week_class;
  std::vector<std::uint8_t> liking;
  std::vector<std::uint16_t> freshness;
  std::vector<OccupationRange> occupations;  // by word
  std::vector<std::uint8_t> class_of_pay;    // by pay
  std::vector<std::uint8_t> class_of_week;   // by column of the week table
  std::vector<std::uint16_t> skills;         // what is so for all who state skills: neutral where nothing is asked, else 0
  Ragged<std::uint32_t> askers;              // by key: position << share_bits | share
  std::size_t first_training = 0;            // training slots that stand side by side
  std::size_t training_count = 0;
  std::vector<std::uint16_t> most_gained;  // CoverIndex's number of the wanted occupation x training_count: by the course alone

  static constexpr std::uint32_t share_bits = 9;
  static constexpr std::size_t most_positions = std::size_t{1} << (32 - share_bits);
  [[nodiscard]] wide::BoundColumns columns() const noexcept { return {pay_class.data(), week_class.data(), liking.data()}; }
};

struct BoundScratch {
  std::vector<std::uint16_t> way;  // by position, once it is made for all; for this home and mode
  GridRow home = GridRow::none();
  ModeRow mode = ModeRow::none();
  bool way_is_made = false;
  std::vector<std::uint16_t> by_position;  // way and freshness, weighed so; made for all at once, or only where list_reaching looks
  std::uint16_t way_weight = 0;
  std::uint16_t freshness_weight = 0;
  bool is_weighed = false;
  std::vector<std::uint16_t> skills;  // values by position; of training slots a bound
  bool has_skills = false;            // for the resident prepared
  std::array<std::uint16_t, wide::bound_classes> pay{};
  std::array<std::uint16_t, wide::bound_classes> week{};
  std::array<std::uint16_t, wide::bound_classes> liking{};
  std::uint16_t most_of_classes = 0;
  std::uint16_t occupation_weight = 0;
  std::uint16_t skills_weight = 0;
  std::uint16_t rest = 0;  // what else a score may have
  std::vector<std::uint16_t> rests;
  std::vector<std::uint64_t> left;  // words of eligible positions, less those that cannot reach the threshold

  BoundScratch() = default;
  explicit BoundScratch(const PostingBounds& bounds)
      : way(bounds.size), by_position(bounds.size), skills(bounds.size), rests(bounds.size / 64), left(bounds.size / 64) {}
};

}  // namespace aril
