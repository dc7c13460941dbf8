#include "packed_scores.hpp"

namespace aril::packed {

namespace {

constexpr std::size_t least_to_prefetch = 256;  // fewer are mostly near already

template <bool prefetch>
void score_each(const PostingWords& postings, const ResidentTables& tables, const ScoreWeights& weights, const std::uint32_t* positions,
                std::size_t count, std::uint32_t* scores) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = positions[i];
    if constexpr (prefetch) __builtin_prefetch(postings.requirements + at * requirement_words);
    const std::uint32_t occupation_pay = postings.occupation_pay[at];
    const std::uint32_t place_week = postings.place_week[at];
    const std::uint32_t freshness_liking = postings.freshness_liking[at];
    scores[i] = weights.occupation * tables.occupation[occupation_pay & 0xffff] + weights.pay * tables.pay[occupation_pay >> 16] +
                weights.place * tables.place[place_week & 0xffff] + weights.week * tables.week[place_week >> 16] +
                weights.freshness * (freshness_liking & 0xffff) + weights.liking * tables.liking[freshness_liking >> 16 & 15];
  }
}

}  // namespace

void score(const PostingWords& postings, const ResidentTables& tables, const ScoreWeights& weights, const std::uint32_t* positions,
           std::size_t count, std::uint32_t* scores) {
  if (count >= least_to_prefetch) return score_each<true>(postings, tables, weights, positions, count, scores);
  score_each<false>(postings, tables, weights, positions, count, scores);
}

std::size_t add_skills(const PostingWords& postings, const std::uint8_t* cover, std::uint32_t weight, const std::uint32_t* positions,
                       std::size_t count, std::uint32_t* scores, std::uint32_t* flagged) {
  std::size_t flagged_count = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = positions[i];
    if ((postings.freshness_liking[at] & (training_flag | more_flag)) != 0) flagged[flagged_count++] = static_cast<std::uint32_t>(i);
    std::uint32_t sum = 0;
    const std::uint32_t* words = postings.requirements + at * requirement_words;
    for (std::size_t j = 0; j < requirement_words; ++j) {  // words past the last are 0: cheaper than a branch that is guessed wrong
      sum += cover[words[j] & ((std::uint32_t{1} << key_bits) - 1)] * (words[j] >> key_bits);
    }
    scores[i] += weight * sum;
  }
  return flagged_count;
}

}  // namespace aril::packed
