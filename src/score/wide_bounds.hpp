// What no posting's score exceeds, in the upper 16 bits of a score, for all positions in a row: no look-ups in memory, so a posting costs a fraction
// of a nanosecond. Only those that pass are scored exactly.
#pragma once

#include <cstddef>
#include <cstdint>

namespace aril::wide {

inline constexpr std::size_t bound_classes = 32;  // of pays, of weeks, of likings: one register of 16-bit lanes

// Of all positions, a multiple of 64 of them.
struct BoundColumns {
  const std::uint8_t* pay = nullptr;  // classes
  const std::uint8_t* week = nullptr;
  const std::uint8_t* liking = nullptr;
};

// The upper halves of weight x value.
struct ResidentBounds {
  const std::uint16_t* by_position = nullptr;  // way and freshness
  const std::uint16_t* skills = nullptr;       // values by position, not weighed; nullptr: `rest` holds what they can be
  std::uint16_t skills_weight = 0;
  std::uint16_t most_of_classes = 0;   // the largest of pay, week and liking together, for levels that do not look them up
  const std::uint16_t* pay = nullptr;  // bound_classes of each
  const std::uint16_t* week = nullptr;
  const std::uint16_t* liking = nullptr;
};

// Does that for a row of words: of the bits in words[first] to words[first + count - 1], lists the positions that reach the threshold. rests[i] is for
// words[first + i]. Room at `positions` for all of them and 16 more. Returns how many there are.
std::size_t list_reaching(const BoundColumns& postings, const ResidentBounds& bounds, const std::uint64_t* words, std::size_t first,
                          std::size_t count, const std::uint16_t* rests, std::uint16_t threshold, const std::uint16_t* thresholds,
                          std::uint32_t* positions);

// by_position[i] = the upper half of way_weight x way[i] + that of freshness_weight x freshness[i]. Shapes: count is a multiple of 64.
void weigh_positions(const std::uint16_t* way, std::uint16_t way_weight, const std::uint16_t* freshness, std::uint16_t freshness_weight,
                     std::size_t count, std::uint16_t* by_position);

}  // namespace aril::wide
