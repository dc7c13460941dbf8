// The sum of weight x value of the standard terms for a list of postings: tables that a resident has, looked up by what postings have. Scalar on
// purpose: gathers of sixteen took longer on Zen 4, and longer or as long for skills.
#pragma once

#include <cstddef>
#include <cstdint>

namespace aril::packed {

inline constexpr std::size_t requirement_words = 8;  // a position; what a posting asks beyond them stands apart

// One posting in three words of 16-bit numbers: occupation | pay, place | week, freshness | liking and flags.
struct PostingWords {
  const std::uint32_t* occupation_pay = nullptr;
  const std::uint32_t* place_week = nullptr;
  const std::uint32_t* freshness_liking = nullptr;
  const std::uint32_t* requirements = nullptr;  // requirement_words a position, packed to the front: share << 23 | key; 0: no more
};
inline constexpr std::uint32_t key_bits = 23;
inline constexpr std::uint32_t training_flag = std::uint32_t{1} << 31;  // a training slot: its skills term is no sum of covers
inline constexpr std::uint32_t more_flag = std::uint32_t{1} << 30;      // asks more than requirement_words

// Values by number.
struct ResidentTables {
  const std::uint16_t* occupation = nullptr;
  const std::uint16_t* pay = nullptr;
  const std::uint16_t* place = nullptr;
  const std::uint16_t* week = nullptr;
  const std::uint16_t* liking = nullptr;
};

struct ScoreWeights {
  std::uint32_t occupation = 0;
  std::uint32_t place = 0;
  std::uint32_t week = 0;
  std::uint32_t pay = 0;
  std::uint32_t freshness = 0;
  std::uint32_t liking = 0;
};

// scores[i] = the weighted sum without skills for the posting at positions[i].
void score(const PostingWords& postings, const ResidentTables& tables, const ScoreWeights& weights, const std::uint32_t* positions,
           std::size_t count, std::uint32_t* scores);

// scores[i] += weight x the sum of share x cover.
// flagged: the numbers i of postings that have a flag, whose skills are the caller's to add; room for count. Returns how many there are.
std::size_t add_skills(const PostingWords& postings, const std::uint8_t* cover, std::uint32_t weight, const std::uint32_t* positions,
                       std::size_t count, std::uint32_t* scores, std::uint32_t* flagged);

}  // namespace aril::packed
