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

HWY_INLINE Words skills_of(const std::uint32_t* requirements, const std::uint8_t* cover, Words positions) {
  const Tag d;
  const Words first = hn::ShiftLeft<3>(positions);
  Words sum = hn::Zero(d);
  for (std::uint32_t i = 0; i < requirement_words; ++i) {
    const Words word = gather_words(requirements, hn::Add(first, hn::Set(d, i)));
    if (hn::AllTrue(d, hn::Eq(word, hn::Zero(d)))) break;
    const Words key = hn::And(word, hn::Set(d, (std::uint32_t{1} << key_bits) - 1));
    const Words loaded = hn::GatherOffset(d, reinterpret_cast<const std::uint32_t*>(cover), hn::BitCast(SignedTag(), key));
    sum = hn::Add(sum, hn::Mul(hn::And(loaded, hn::Set(d, 0xff)), hn::ShiftRight<key_bits>(word)));
  }
  return sum;
}

std::size_t score(const PostingWords& postings, const ResidentTables& tables, const ScoreWeights& weights, std::uint32_t constant,
           const std::uint32_t* positions, std::size_t count, std::uint32_t* scores, std::uint32_t* flagged) {
  const Tag d;
  const Words low = hn::Set(d, 0xffff);
  const Words flags = hn::Set(d, training_flag | more_flag);
  std::size_t flagged_count = 0;
  for (std::size_t i = 0; i < count; i += hn::Lanes(d)) {
    const Words at = hn::LoadU(d, positions + i);
    Words sum = hn::Set(d, constant);
    if ((weights.occupation | weights.pay) != 0) {
      const Words word = gather_words(postings.occupation_pay, at);
      sum = hn::Add(sum, weighted(tables.occupation, hn::And(word, low), weights.occupation));
      if (weights.pay != 0) sum = hn::Add(sum, weighted(tables.pay, hn::ShiftRight<16>(word), weights.pay));
    }
    if ((weights.place | weights.week) != 0) {
      const Words word = gather_words(postings.place_week, at);
      sum = hn::Add(sum, weighted(tables.place, hn::And(word, low), weights.place));
      sum = hn::Add(sum, weighted(tables.week, hn::ShiftRight<16>(word), weights.week));
    }
    const Words word = gather_words(postings.freshness_liking, at);
    sum = hn::Add(sum, hn::Mul(hn::And(word, low), hn::Set(d, weights.freshness)));
    if (weights.liking != 0)
      sum = hn::Add(sum, weighted(tables.liking, hn::And(hn::ShiftRight<16>(word), hn::Set(d, 0x3fff)), weights.liking));
    const auto is_flagged = hn::Ne(hn::And(word, flags), hn::Zero(d));
    if (!hn::AllFalse(d, is_flagged)) {
      hn::StoreU(hn::Compress(hn::Iota(d, static_cast<std::uint32_t>(i)), is_flagged), d, flagged + flagged_count);
      flagged_count += hn::CountTrue(d, is_flagged);
    }
    if (tables.cover != nullptr) {
      sum = hn::Add(sum, hn::Mul(skills_of(postings.requirements, tables.cover, at), hn::Set(d, weights.skills)));
    }
    hn::StoreU(sum, d, scores + i);
  }
  return flagged_count;
}

}  // namespace aril::wide::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif

#if HWY_ONCE
namespace aril::wide {
namespace plain {

std::size_t score(const PostingWords& postings, const ResidentTables& tables, const ScoreWeights& weights, std::uint32_t constant,
           const std::uint32_t* positions, std::size_t count, std::uint32_t* scores, std::uint32_t* flagged) {
  std::size_t flagged_count = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = positions[i];
    const std::uint32_t occupation_pay = postings.occupation_pay[at];
    const std::uint32_t place_week = postings.place_week[at];
    const std::uint32_t freshness_liking = postings.freshness_liking[at];
    if ((freshness_liking & (training_flag | more_flag)) != 0) flagged[flagged_count++] = static_cast<std::uint32_t>(i);
    std::uint32_t sum = constant + weights.occupation * tables.occupation[occupation_pay & 0xffff] +
                        weights.pay * tables.pay[occupation_pay >> 16] + weights.place * tables.place[place_week & 0xffff] +
                        weights.week * tables.week[place_week >> 16] + weights.freshness * (freshness_liking & 0xffff) +
                        weights.liking * tables.liking[freshness_liking >> 16 & 0x3fff];
    if (tables.cover != nullptr) {
      std::uint32_t skills = 0;
      const std::uint32_t* words = postings.requirements + at * requirement_words;
      for (std::size_t j = 0; j < requirement_words && words[j] != 0; ++j) {
        skills += tables.cover[words[j] & ((std::uint32_t{1} << key_bits) - 1)] * (words[j] >> key_bits);
      }
      sum += weights.skills * skills;
    }
    scores[i] = sum;
  }
  return flagged_count;
}

}  // namespace plain

std::size_t score(const PostingWords& postings, const ResidentTables& tables, const ScoreWeights& weights, std::uint32_t constant,
           const std::uint32_t* positions, std::size_t count, std::uint32_t* scores, std::uint32_t* flagged) {
  ARIL_WIDE_CALL(score, postings, tables, weights, constant, positions, count, scores, flagged);
}

}  // namespace aril::wide
#endif  // HWY_ONCE
