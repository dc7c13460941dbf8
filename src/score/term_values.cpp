// The values of every term for a block of postings, and whether a value is neutral for want of an input.
#include <algorithm>
#include <string>

#include "aril/core/error.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/score/curves.hpp"
#include "compiled_terms.hpp"

namespace aril {
namespace {

using Values = std::span<TermValue>;
using Rows = std::span<const PostingRow>;

// The largest gain over the occupations that the resident wants; 0, the neutral value, where anything is missing.
TermValue gain_of(const Terms::Compiled& c, const Terms::Scratch& scratch, std::size_t posting) {
  const Residents& residents = c.market.residents();
  const std::size_t r = scratch.resident.index();
  if (!residents.skills.stated(r)) return gain_neutral;
  std::uint32_t best = 0;
  for (const OccupationRow occupation : residents.wanted_occupations[r]) {
    std::uint32_t sum = 0;
    for (const Gain& gain : c.cover.gains(c.cover.number_of_wanted(occupation), c.cover.slot(posting))) {
      const std::uint8_t before = scratch.cover[gain.key];
      sum += gain.share * std::uint32_t{static_cast<std::uint8_t>(std::max(gain.cover, before) - before)};
    }
    best = std::max(best, sum);
  }
  return static_cast<TermValue>(best);
}

void fill_skills(const Terms::Compiled& c, const Terms::Scratch& scratch, Rows postings, Values values) {
  const bool skills_stated = c.market.residents().skills.stated(scratch.resident.index());
  const std::vector<Kind>& kinds = c.market.postings().kinds;
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::size_t p = postings[i].index();
    if (kinds[p] == Kind::training_slot) {
      values[i] = gain_of(c, scratch, p);
      continue;
    }
    const auto asked = c.cover.requirements(p);
    if (!skills_stated || asked.empty()) {
      values[i] = usual_neutral;
      continue;
    }
    std::uint32_t sum = 0;
    for (const KeyShare& entry : asked) sum += entry.share * scratch.cover[entry.key];
    values[i] = static_cast<TermValue>(sum);
  }
}

void fill_preference(const Terms::Compiled& c, const Terms::Scratch& scratch, Rows postings, Values values) {
  const Residents& residents = c.market.residents();
  const Postings& columns = c.market.postings();
  const std::size_t r = scratch.resident.index();
  for (std::size_t i = 0; i < postings.size(); ++i) values[i] = scratch.likings[c.liking_of_posting[postings[i].index()]];
  const auto employers = residents.liked_employers[r];
  if (employers.empty()) return;
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::size_t p = postings[i].index();
    for (const EmployerLike& like : employers) {
      if (like.employer != columns.employers[p]) continue;
      const int others = residents.liked_kinds[r][static_cast<std::size_t>(columns.kinds[p])] +
                         residents.liked_workplaces[r][static_cast<std::size_t>(columns.workplaces[p])];
      values[i] = preference_value(others + like.value);
    }
  }
}

void fill_sparse(const SparseTerm& term, const Market& market, ResidentRow resident, Rows postings, Values values) {
  const SparseRow row = term.row(resident);
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::uint32_t column =
        term.columns() == SparseColumns::postings ? postings[i].value : market.postings().employers[postings[i].index()].value;
    const std::uint16_t* const strength = row.find(column);
    values[i] = strength != nullptr ? SparseTerm::value_of(*strength) : usual_neutral;
  }
}

void fill_own(const AnyTerm& term, ResidentRow resident, Rows postings, Values values) {
  term.fill(resident, postings, values);
  const auto bound = term.upper_bound();
  if (!bound || values.empty()) return;
  const TermValue largest = *std::max_element(values.begin(), values.end());
  if (largest > *bound) {
    throw Error(ErrorCode::above_declared_bound, {"", 0, 0, std::string(term.name())}, "at most " + std::to_string(*bound),
                std::to_string(largest));
  }
}

// What the wide score leaves to its caller: gains of training slots, and what postings ask beyond the first eight.
void add_flagged_skills(const Terms::Compiled& c, const Terms::Scratch& scratch, std::uint32_t weight, const std::uint32_t* positions,
                        std::span<const std::uint32_t> flagged, std::uint32_t* scores) {
  for (const std::uint32_t i : flagged) {
    const std::size_t p = c.columns.order[positions[i]].index();
    if ((c.columns.freshness_liking[positions[i]] & packed::training_flag) != 0) {
      scores[i] += weight * gain_of(c, scratch, p);
    } else {
      for (const KeyShare& entry : c.cover.requirements(p).subspan(packed::requirement_words)) {
        scores[i] += weight * entry.share * scratch.cover[entry.key];
      }
    }
  }
}

// Skills that prepare_bounds() has summed up; of training slots those are only bounds.
void add_summed_skills(const Terms::Compiled& c, const Terms::Scratch& scratch, std::uint32_t weight, const std::uint32_t* positions,
                       std::size_t count, std::uint32_t* scores) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint32_t position = positions[i];
    const bool is_training = (c.columns.freshness_liking[position] & packed::training_flag) != 0;
    scores[i] += weight * (is_training ? gain_of(c, scratch, c.columns.order[position].index()) : scratch.bounds.skills[position]);
  }
}

void add_skills(const Terms::Compiled& c, Terms::Scratch& scratch, std::uint32_t weight, const std::uint32_t* positions, std::size_t count,
                std::uint32_t* scores) {
  if (c.market.residents().skills.stated(scratch.resident.index())) {
    const std::size_t flagged =
        packed::add_skills(c.columns.words(), scratch.cover.data(), weight, positions, count, scores, scratch.flagged.data());
    add_flagged_skills(c, scratch, weight, positions, std::span(scratch.flagged).first(flagged), scores);
    return;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const bool is_training = (c.columns.freshness_liking[positions[i]] & packed::training_flag) != 0;
    scores[i] += weight * (is_training ? gain_neutral : usual_neutral);
  }
}

void add_embedding(const Terms::Compiled& c, Terms::Scratch& scratch, std::uint32_t weight, const std::uint32_t* positions,
                   std::size_t count, std::uint32_t* scores) {
  const auto vector = c.inputs.embedding.resident_vector(scratch.resident);
  if (vector.empty()) {
    for (std::size_t i = 0; i < count; ++i) scores[i] += weight * embedding_neutral;
    return;
  }
  std::copy(vector.begin(), vector.end(), scratch.vector.begin());
  scratch.dots.resize(count);
  const DenseColumns& dense = c.dense;
  wide::dots(scratch.vector.data(), dense.vectors.data(), dense.sums.data(), dense.dimension, positions, count, scratch.dots.data());
  for (std::size_t i = 0; i < count; ++i) {
    scores[i] += weight * (dense.given[positions[i]] != 0 ? c.inputs.embedding.value_of(scratch.dots[i]) : embedding_neutral);
  }
}

// Few residents like or dislike an employer, and few postings are that employer's: set right afterwards.
void add_liked_employers(const Terms::Compiled& c, Terms::Scratch& scratch, std::uint32_t weight, const std::uint32_t* positions,
                         std::size_t count, std::uint32_t* scores) {
  const Residents& residents = c.market.residents();
  const std::size_t r = scratch.resident.index();
  if (residents.liked_employers[r].empty()) return;
  // What other residents left behind is seen by its position.
  for (std::uint32_t i = 0; i < count; ++i) scratch.number_of[positions[i]] = i;
  for (const EmployerLike& like : residents.liked_employers[r]) {
    for (const std::uint32_t position : c.columns.positions_of_employer[like.employer.index()]) {
      const std::uint32_t number = scratch.number_of[position];
      if (number >= count || positions[number] != position) continue;
      const std::size_t p = c.columns.order[position].index();
      const int others = residents.liked_kinds[r][static_cast<std::size_t>(c.market.postings().kinds[p])] +
                         residents.liked_workplaces[r][static_cast<std::size_t>(c.market.postings().workplaces[p])];
      scores[number] += weight * (std::uint32_t{preference_value(others + like.value)} - preference_value(others));
    }
  }
}

}  // namespace

TermValue pay_value(Money upper, Money floor) noexcept {
  if (upper == no_money || floor == no_money) return usual_neutral;
  if (floor == 0 || upper >= 2 * floor) return full_value;
  if (upper <= floor) return 0;
  return static_cast<TermValue>(std::int64_t{full_value} * (upper - floor) / floor);
}

void Terms::score_early(std::span<const WeightedTerm> weights, Scratch& scratch, const std::uint32_t* positions, std::size_t count,
                        std::uint32_t* scores) const {
  const Compiled& c = *compiled_;
  if (!c.columns.fits) return static_cast<void>(std::fill(scores, scores + count, 0U));
  std::array<std::uint32_t, standard_term_count> weight{};
  for (const WeightedTerm& weighted : weights) {
    if (scratch.is_early(c.columns, weighted.term)) weight[weighted.term] = weighted.weight;
  }
  const auto weight_of = [&](TermCode code) { return weight[static_cast<std::size_t>(code)]; };
  const std::uint32_t liking = weight_of(TermCode::preference);
  packed::score(c.columns.words(), {scratch.occupations.data(), scratch.pay, scratch.commute.data(), scratch.week, scratch.likings.data()},
                {weight_of(TermCode::occupation), weight_of(TermCode::commute), weight_of(TermCode::week), weight_of(TermCode::pay),
                 weight_of(TermCode::freshness), liking},
                positions, count, scores);
  if (liking != 0) add_liked_employers(c, scratch, liking, positions, count, scores);
  if (scratch.bounds.has_skills) add_summed_skills(c, scratch, weight_of(TermCode::skills), positions, count, scores);
}

void Terms::add_late(std::span<const WeightedTerm> weights, Scratch& scratch, const std::uint32_t* positions, std::size_t count,
                     std::uint32_t* scores) const {
  const Compiled& c = *compiled_;
  for (const WeightedTerm& weighted : weights) {
    if (weighted.weight == 0 || scratch.is_early(c.columns, weighted.term)) continue;
    if (c.columns.fits && weighted.term == static_cast<std::size_t>(TermCode::skills)) {
      add_skills(c, scratch, weighted.weight, positions, count, scores);
      continue;
    }
    if (weighted.term == static_cast<std::size_t>(TermCode::embedding)) {
      add_embedding(c, scratch, weighted.weight, positions, count, scores);
      continue;
    }
    for (std::size_t begin = 0; begin < count; begin += term_block) {
      const std::size_t size = std::min(term_block, count - begin);
      for (std::size_t i = 0; i < size; ++i) scratch.rows[i] = c.columns.order[positions[begin + i]];
      fill(weighted.term, scratch, Rows(scratch.rows).first(size), Values(scratch.values).first(size));
      for (std::size_t i = 0; i < size; ++i) scores[begin + i] += weighted.weight * scratch.values[i];
    }
  }
}

void Terms::fill(std::size_t term, const Scratch& scratch, std::span<const PostingRow> postings, std::span<TermValue> values) const {
  const Compiled& c = *compiled_;
  const ResidentRow resident = scratch.resident;
  if (term >= standard_term_count) {
    term -= standard_term_count;
    if (term < c.inputs.sparse.size()) return fill_sparse(c.inputs.sparse[term], c.market, resident, postings, values);
    return fill_own(c.inputs.own[term - c.inputs.sparse.size()], resident, postings, values);
  }
  const auto each = [&](auto value_of) {
    for (std::size_t i = 0; i < postings.size(); ++i) values[i] = value_of(postings[i].index());
  };
  switch (static_cast<TermCode>(term)) {
    case TermCode::skills: return fill_skills(c, scratch, postings, values);
    case TermCode::occupation: return each([&](std::size_t p) { return scratch.occupations[c.occupation_of_posting[p]]; });
    case TermCode::commute: return each([&](std::size_t p) { return scratch.commute[c.place_of_posting[p]]; });
    case TermCode::week: return each([&](std::size_t p) { return scratch.week[c.weeks.of_posting[p]]; });
    case TermCode::pay: return each([&](std::size_t p) { return scratch.pay[c.pays.of_posting[p]]; });
    case TermCode::freshness: return each([&](std::size_t p) { return c.freshness_of_posting[p]; });
    case TermCode::preference: return fill_preference(c, scratch, postings, values);
    case TermCode::embedding: return each([&](std::size_t p) { return c.inputs.embedding.value(resident, PostingRow(p)); });
  }
}

bool Terms::is_neutral(std::size_t term, ResidentRow resident, PostingRow posting) const {
  const Compiled& c = *compiled_;
  const Residents& residents = c.market.residents();
  const Postings& postings = c.market.postings();
  const std::size_t r = resident.index();
  const std::size_t p = posting.index();
  if (term >= standard_term_count) {
    term -= standard_term_count;
    TermValue value = 0;
    if (term < c.inputs.sparse.size()) {
      const std::uint32_t column = c.inputs.sparse[term].columns() == SparseColumns::postings ? posting.value : postings.employers[p].value;
      return c.inputs.sparse[term].row(resident).find(column) == nullptr;
    }
    const AnyTerm& own = c.inputs.own[term - c.inputs.sparse.size()];
    own.fill(resident, {&posting, 1}, {&value, 1});
    return value == own.neutral();
  }
  switch (static_cast<TermCode>(term)) {
    case TermCode::skills:
      if (postings.kinds[p] == Kind::training_slot)
        return !residents.skills.stated(r) || !postings.grants.stated(p) || !c.wants_what_asks(resident);
      return !residents.skills.stated(r) || c.cover.requirements(p).empty();
    case TermCode::occupation:
      return postings.occupations[p].is_none() || (!residents.wanted_occupations.stated(r) && !residents.held_occupations.stated(r));
    case TermCode::commute: {
      if (postings.travels[p] == 0) return false;
      const GridRow place = postings.measured_grids[p];
      if (residents.homes[r].is_none() || residents.modes[r].is_none() || place.is_none()) return true;
      return c.market.places().minutes(residents.modes[r], residents.homes[r], place) == minutes_unknown;
    }
    case TermCode::week: return residents.weeks_stated[r] == 0 || postings.weeks_stated[p] == 0;
    case TermCode::pay: return residents.pay_floors[r] == no_money || postings.monthly_pay[p] == no_money;
    case TermCode::freshness: return postings.posted[p].is_none();
    case TermCode::preference:
      return !residents.liked_employers.stated(r) && residents.liked_kinds_stated[r] == 0 && residents.liked_workplaces_stated[r] == 0;
    case TermCode::embedding: return !c.inputs.embedding.has_vectors(resident, posting);
  }
  return false;
}

}  // namespace aril
