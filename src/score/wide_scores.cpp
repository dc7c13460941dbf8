#include "wide_scores.hpp"

#include "../core/wide.hpp"
#include "aril/core/cpu_level.hpp"

#define HWY_TARGET_INCLUDE "score/wide_scores.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#if ARIL_WIDE_TARGET
HWY_BEFORE_NAMESPACE();
namespace aril::wide::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Tag = hn::CappedTag<std::uint32_t, score_lanes>;
using SignedTag = hn::RebindToSigned<Tag>;
using Words = hn::Vec<Tag>;

HWY_INLINE Words gather_words(const std::uint32_t* words, Words index) {
  return hn::GatherIndex(Tag(), words, hn::BitCast(SignedTag(), index));
}

// table[index] * weight
HWY_INLINE Words weighted(const std::uint16_t* table, Words index, std::uint32_t weight) {
  const Tag d;
  const auto offsets = hn::BitCast(SignedTag(), hn::ShiftLeft<1>(index));
  const Words loaded = hn::GatherOffset(d, reinterpret_cast<const std::uint32_t*>(table), offsets);
  return hn::Mul(hn::And(loaded, hn::Set(d, 0xffff)), hn::Set(d, weight));
}

// A table of score_lanes values fits one register of the widest level.
HWY_INLINE Words weighted_from_few(const std::uint16_t* table, Words index, std::uint32_t weight) {
#if HWY_TARGET == HWY_AVX3
  const Tag d;
  const Words values = hn::PromoteTo(d, hn::LoadU(hn::Rebind<std::uint16_t, Tag>(), table));
  return hn::Mul(hn::TableLookupLanes(values, hn::IndicesFromVec(d, index)), hn::Set(d, weight));
#else
  return weighted(table, index, weight);
#endif
}

HWY_INLINE Words columns_at(const std::uint32_t* column, Words at, std::uint32_t first, bool side_by_side) {
  return side_by_side ? hn::LoadU(Tag(), column + first) : gather_words(column, at);
}

void score(const PostingWords& postings, const ResidentTables& tables, const ScoreWeights& weights, const std::uint32_t* positions,
           std::size_t count, std::uint32_t* scores) {
  const Tag d;
  const std::size_t lanes = hn::Lanes(d);
  const Words low = hn::Set(d, 0xffff);
  for (std::size_t i = 0; i < count; i += lanes) {
    const Words at = hn::LoadU(d, positions + i);
    const std::uint32_t first = positions[i];
    const bool side_by_side = positions[i + lanes - 1] - first == lanes - 1;
    Words sum = hn::Zero(d);
    if ((weights.occupation | weights.pay) != 0) {
      const Words word = columns_at(postings.occupation_pay, at, first, side_by_side);
      sum = weighted(tables.occupation, hn::And(word, low), weights.occupation);
      if (weights.pay != 0) sum = hn::Add(sum, weighted(tables.pay, hn::ShiftRight<16>(word), weights.pay));
    }
    if ((weights.place | weights.week) != 0) {
      const Words word = columns_at(postings.place_week, at, first, side_by_side);
      sum = hn::Add(sum, weighted(tables.place, hn::And(word, low), weights.place));
      sum = hn::Add(sum, weighted(tables.week, hn::ShiftRight<16>(word), weights.week));
    }
    if ((weights.freshness | weights.liking) != 0) {
      const Words word = columns_at(postings.freshness_liking, at, first, side_by_side);
      sum = hn::Add(sum, hn::Mul(hn::And(word, low), hn::Set(d, weights.freshness)));
      if (weights.liking != 0)
        sum = hn::Add(sum, weighted_from_few(tables.liking, hn::And(hn::ShiftRight<16>(word), hn::Set(d, 15)), weights.liking));
    }
    hn::StoreU(sum, d, scores + i);
  }
}

std::size_t add_skills(const PostingWords& postings, const std::uint8_t* cover, std::uint32_t weight, const std::uint32_t* positions,
                       std::size_t count, std::uint32_t* scores, std::uint32_t* flagged) {
  const Tag d;
  const Words flags = hn::Set(d, training_flag | more_flag);
  std::size_t flagged_count = 0;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Words at = hn::LoadU(d, positions + i);
    const auto is_flagged = hn::Ne(hn::And(gather_words(postings.freshness_liking, at), flags), hn::Zero(d));
    if (!hn::AllFalse(d, is_flagged)) {
      hn::StoreU(hn::Compress(hn::Iota(d, static_cast<std::uint32_t>(i)), is_flagged), d, flagged + flagged_count);
      flagged_count += hn::CountTrue(d, is_flagged);
    }
    const Words first = hn::ShiftLeft<3>(at);
    Words sum = hn::Zero(d);
    for (std::uint32_t j = 0; j < requirement_words; ++j) {
      const Words word = gather_words(postings.requirements, hn::Add(first, hn::Set(d, j)));
      if (hn::AllTrue(d, hn::Eq(word, hn::Zero(d)))) break;
      const Words key = hn::And(word, hn::Set(d, (std::uint32_t{1} << key_bits) - 1));
      const Words loaded = hn::GatherOffset(d, reinterpret_cast<const std::uint32_t*>(cover), hn::BitCast(SignedTag(), key));
      sum = hn::Add(sum, hn::Mul(hn::And(loaded, hn::Set(d, 0xff)), hn::ShiftRight<key_bits>(word)));
    }
    hn::StoreU(hn::Add(hn::LoadU(d, scores + i), hn::Mul(sum, hn::Set(d, weight))), d, scores + i);
  }
  return flagged_count;
}

}  // namespace aril::wide::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif

#if HWY_ONCE
namespace aril::wide {
namespace plain {

void score(const PostingWords& postings, const ResidentTables& tables, const ScoreWeights& weights, const std::uint32_t* positions,
           std::size_t count, std::uint32_t* scores) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = positions[i];
    const std::uint32_t occupation_pay = postings.occupation_pay[at];
    const std::uint32_t place_week = postings.place_week[at];
    const std::uint32_t freshness_liking = postings.freshness_liking[at];
    scores[i] = weights.occupation * tables.occupation[occupation_pay & 0xffff] + weights.pay * tables.pay[occupation_pay >> 16] +
                weights.place * tables.place[place_week & 0xffff] + weights.week * tables.week[place_week >> 16] +
                weights.freshness * (freshness_liking & 0xffff) + weights.liking * tables.liking[freshness_liking >> 16 & 15];
  }
}

std::size_t add_skills(const PostingWords& postings, const std::uint8_t* cover, std::uint32_t weight, const std::uint32_t* positions,
                       std::size_t count, std::uint32_t* scores, std::uint32_t* flagged) {
  std::size_t flagged_count = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = positions[i];
    if ((postings.freshness_liking[at] & (training_flag | more_flag)) != 0) flagged[flagged_count++] = static_cast<std::uint32_t>(i);
    std::uint32_t sum = 0;
    const std::uint32_t* words = postings.requirements + at * requirement_words;
    for (std::size_t j = 0; j < requirement_words && words[j] != 0; ++j) {
      sum += cover[words[j] & ((std::uint32_t{1} << key_bits) - 1)] * (words[j] >> key_bits);
    }
    scores[i] += weight * sum;
  }
  return flagged_count;
}

}  // namespace plain

void score(const PostingWords& postings, const ResidentTables& tables, const ScoreWeights& weights, const std::uint32_t* positions,
           std::size_t count, std::uint32_t* scores) {
  ARIL_WIDE_CALL(score, postings, tables, weights, positions, count, scores);
}
std::size_t add_skills(const PostingWords& postings, const std::uint8_t* cover, std::uint32_t weight, const std::uint32_t* positions,
                       std::size_t count, std::uint32_t* scores, std::uint32_t* flagged) {
  ARIL_WIDE_CALL(add_skills, postings, cover, weight, positions, count, scores, flagged);
}

}  // namespace aril::wide
#endif  // HWY_ONCE
