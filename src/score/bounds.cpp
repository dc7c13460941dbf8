// Bounds of scores: compiled once for the postings, prepared for a resident, asked for rows of positions.
#include <algorithm>
#include <bit>
#include <cstring>

#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "compiled_terms.hpp"

namespace aril {
namespace {

constexpr std::size_t in_whole_chunks(std::size_t count) noexcept { return (count + 511) / 512 * 512; }  // as bitmaps are

// Classes of so many numbers as equal shares of their order.
std::vector<std::uint8_t> classes_of(std::size_t count) {
  std::vector<std::uint8_t> classes(count);
  for (std::size_t i = 0; i < count; ++i) classes[i] = static_cast<std::uint8_t>(i * std::min(count, wide::bound_classes) / count);
  return classes;
}

constexpr std::uint16_t weighed(std::uint32_t weight, std::uint32_t value) noexcept {
  return static_cast<std::uint16_t>(weight * value >> 16);
}

// The largest weighed value of each class.
std::uint16_t weigh_classes(std::span<const std::uint8_t> class_of, const TermValue* values, std::uint32_t weight,
                            std::array<std::uint16_t, wide::bound_classes>& bounds) {
  bounds.fill(0);
  for (std::size_t i = 0; i < class_of.size(); ++i) bounds[class_of[i]] = std::max(bounds[class_of[i]], values[i]);
  for (std::uint16_t& bound : bounds) bound = weighed(weight, bound);
  return *std::max_element(bounds.begin(), bounds.end());
}

// What a course can add to each wanted occupation at most: as if nothing were held.
void compile_gains(const CoverIndex& cover, std::span<const PostingRow> order, PostingBounds& bounds) {
  for (std::size_t number = 0; number < cover.wanted_count(); ++number) {
    for (std::size_t i = 0; i < bounds.training_count; ++i) {
      std::uint32_t sum = 0;
      for (const Gain& gain : cover.gains(number, cover.slot(order[bounds.first_training + i].index()))) {
        sum += std::uint32_t{gain.share} * gain.cover;
      }
      bounds.most_gained.push_back(static_cast<std::uint16_t>(sum));
    }
  }
}

}  // namespace

void Terms::Compiled::compile_bounds(std::span<const PostingRow> order) {
  if (!columns.fits || order.size() > PostingBounds::most_positions) return;
  const Postings& postings = market.postings();
  PostingBounds& b = bounds;
  b.size = in_whole_chunks(order.size());
  for (auto* column : {&b.pay_class, &b.week_class, &b.liking}) column->assign(b.size, 0);
  for (auto* column : {&b.freshness, &b.skills}) column->assign(b.size, 0);
  b.occupations.resize(b.size / 64);
  b.class_of_pay = classes_of(pays.pays.size());
  b.class_of_week = classes_of(weeks.columns());
  std::vector<std::vector<std::uint32_t>> askers(cover.key_count());
  for (std::uint32_t position = 0; position < order.size(); ++position) {
    const std::size_t p = order[position].index();
    b.pay_class[position] = b.class_of_pay[pays.of_posting[p]];
    b.week_class[position] = b.class_of_week[weeks.of_posting[p]];
    b.liking[position] = liking_of_posting[p];
    b.freshness[position] = freshness_of_posting[p];
    OccupationRange& range = b.occupations[position / 64];
    range.first = std::min(range.first, static_cast<std::uint16_t>(occupation_of_posting[p]));
    range.last = std::max(range.last, static_cast<std::uint16_t>(occupation_of_posting[p]));
    if (postings.kinds[p] == Kind::training_slot) {
      if (b.training_count == 0) b.first_training = position;
      if (b.first_training + b.training_count == position) {
        ++b.training_count;
      } else {
        b.skills[position] = full_value;
      }
      continue;
    }
    const auto asked = cover.requirements(p);
    if (asked.empty()) b.skills[position] = usual_neutral;
    for (const KeyShare& entry : asked) askers[entry.key].push_back(position << PostingBounds::share_bits | entry.share);
  }
  for (const auto& list : askers) b.askers.push_back(list);
  compile_gains(cover, order, b);
}

namespace {

constexpr std::size_t few_neighbours = 4;  // up to so many residents of a home, the way is made only where they look

void measure_way(const Terms::Compiled& c, Terms::Scratch& scratch) {
  BoundScratch& b = scratch.bounds;
  if (b.home != scratch.home || b.mode != scratch.mode) b.way_is_made = b.is_weighed = false;
  b.home = scratch.home;
  b.mode = scratch.mode;
  if (b.way_is_made || scratch.neighbours <= few_neighbours) return;
  b.way_is_made = true;
  const std::uint32_t* words = c.columns.place_week.data();
  for (std::size_t position = 0; position < c.columns.order.size(); ++position) b.way[position] = scratch.commute[words[position] & 0xffff];
}

std::size_t list_covered(std::size_t key_count, Terms::Scratch& scratch) {
  std::size_t count = 0;
  for (std::size_t first = 0; first < key_count; first += 8) {
    std::uint64_t eight;
    std::memcpy(&eight, &scratch.cover[first], sizeof eight);
    if (eight == 0) continue;
    for (std::size_t key = first; key < std::min(first + 8, key_count); ++key) {
      scratch.covered[count] = static_cast<std::uint32_t>(key);
      count += scratch.cover[key] != 0 ? 1U : 0U;
    }
  }
  return count;
}

// Exact but for training slots.
void sum_skills(const Terms::Compiled& c, Terms::Scratch& scratch) {
  const PostingBounds& bounds = c.bounds;
  std::vector<std::uint16_t>& values = scratch.bounds.skills;
  std::copy(bounds.skills.begin(), bounds.skills.end(), values.begin());
  const std::size_t covered = list_covered(c.cover.key_count(), scratch);
  for (std::size_t i = 0; i < covered; ++i) {
    if (i + 8 < covered) __builtin_prefetch(bounds.askers[scratch.covered[i + 8]].data());
    const std::uint32_t cover = scratch.cover[scratch.covered[i]];
    for (const std::uint32_t asker : bounds.askers[scratch.covered[i]]) {
      std::uint16_t& value = values[asker >> PostingBounds::share_bits];
      value = static_cast<std::uint16_t>(value + cover * (asker & ((1U << PostingBounds::share_bits) - 1)));
    }
  }
  std::uint16_t* training = values.data() + bounds.first_training;
  for (const OccupationRow wanted : c.market.residents().wanted_occupations[scratch.resident.index()]) {
    const std::uint16_t* most = bounds.most_gained.data() + c.cover.number_of_wanted(wanted) * bounds.training_count;
    for (std::size_t i = 0; i < bounds.training_count; ++i) training[i] = std::max(training[i], most[i]);
  }
}

// What is made for all positions at once where a home has many residents.
void weigh_positions_of(const Terms::Compiled& c, Terms::Scratch& scratch, std::size_t word, std::uint64_t bits) {
  BoundScratch& b = scratch.bounds;
  const std::uint32_t* place_week = c.columns.place_week.data() + word * 64;
  const std::uint16_t* freshness = c.bounds.freshness.data() + word * 64;
  std::uint16_t* by_position = b.by_position.data() + word * 64;
  for (; bits != 0; bits &= bits - 1) {
    const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
    by_position[bit] = static_cast<std::uint16_t>(weighed(b.way_weight, scratch.commute[place_week[bit] & 0xffff]) +
                                                  weighed(b.freshness_weight, freshness[bit]));
  }
}

std::uint16_t largest_occupation(const Terms::Scratch& scratch, OccupationRange range) {
  TermValue largest = 0;
  for (std::size_t number = range.first; number <= range.last; ++number) largest = std::max(largest, scratch.occupations[number]);
  return largest;
}

// The most that a term without a column of its own can give.
std::uint32_t most_of(const Terms::Compiled& c, const Terms::Scratch& scratch, std::size_t term) {
  if (term == static_cast<std::size_t>(TermCode::embedding)) {
    return c.inputs.embedding.resident_vector(scratch.resident).empty() ? embedding_neutral : full_value;
  }
  if (term < standard_term_count) return full_value;
  term -= standard_term_count;
  if (term < c.inputs.sparse.size()) return c.inputs.sparse[term].row(scratch.resident).columns.empty() ? usual_neutral : full_value;
  return c.inputs.own[term - c.inputs.sparse.size()].upper_bound().value_or(full_value);
}

}  // namespace

std::uint32_t Terms::late_bound(std::span<const WeightedTerm> weights, const Scratch& scratch) const noexcept {
  std::uint32_t bound = 0;
  for (const WeightedTerm& weighted_term : weights) {
    if (!scratch.is_early(compiled_->columns, weighted_term.term))
      bound += weighted_term.weight * most_of(*compiled_, scratch, weighted_term.term);
  }
  return bound;
}

bool Terms::has_bounds() const noexcept { return compiled_->bounds.size != 0; }

void Terms::prepare_bounds(std::span<const WeightedTerm> weights, Scratch& scratch, bool with_skills) const {
  const Compiled& c = *compiled_;
  BoundScratch& b = scratch.bounds;
  const bool states_skills = c.market.residents().skills.stated(scratch.resident.index());
  std::array<std::uint32_t, standard_term_count> weight{};
  std::uint32_t rest = static_cast<std::uint32_t>(weights.size());  // what rounding down took from each term
  for (const WeightedTerm& weighted_term : weights) {
    if (weighted_term.term < standard_term_count) weight[weighted_term.term] = weighted_term.weight;
    if (weighted_term.term >= standard_term_count || static_cast<TermCode>(weighted_term.term) == TermCode::embedding) {
      rest += weighed(weighted_term.weight, most_of(c, scratch, weighted_term.term));
    }
  }
  const auto weight_of = [&](TermCode code) { return static_cast<std::uint16_t>(weight[static_cast<std::size_t>(code)]); };
  b.occupation_weight = weight_of(TermCode::occupation);
  b.skills_weight = weight_of(TermCode::skills);
  b.has_skills = with_skills && states_skills && b.skills_weight != 0;
  if (b.has_skills) {
    sum_skills(c, scratch);
  } else {
    rest += weighed(b.skills_weight, states_skills ? full_value : usual_neutral);
  }
  b.rest = static_cast<std::uint16_t>(std::min<std::uint32_t>(rest, full_value));
  measure_way(c, scratch);
  if (!b.way_is_made) {
    b.way_weight = weight_of(TermCode::commute);
    b.freshness_weight = weight_of(TermCode::freshness);
  } else if (!b.is_weighed || b.way_weight != weight_of(TermCode::commute) || b.freshness_weight != weight_of(TermCode::freshness)) {
    b.way_weight = weight_of(TermCode::commute);
    b.freshness_weight = weight_of(TermCode::freshness);
    b.is_weighed = true;
    wide::weigh_positions(b.way.data(), b.way_weight, c.bounds.freshness.data(), b.freshness_weight, c.bounds.size, b.by_position.data());
  }
  std::uint32_t most = weigh_classes(c.bounds.class_of_pay, scratch.pay, weight_of(TermCode::pay), b.pay);
  most += weigh_classes(c.bounds.class_of_week, scratch.week, weight_of(TermCode::week), b.week);
  b.liking.fill(0);
  for (std::size_t i = 0; i < scratch.likings.size(); ++i) b.liking[i] = weighed(weight_of(TermCode::preference), scratch.likings[i]);
  most += *std::max_element(b.liking.begin(), b.liking.end());
  b.most_of_classes = static_cast<std::uint16_t>(std::min<std::uint32_t>(most, full_value));
}

std::size_t Terms::take_liked(std::span<const WeightedTerm> weights, const Scratch& scratch, Bitmap& eligible,
                              std::uint32_t* positions) const {
  const auto is_preference = [](const WeightedTerm& weighted_term) {
    return weighted_term.term == static_cast<std::size_t>(TermCode::preference) && weighted_term.weight != 0;
  };
  if (std::none_of(weights.begin(), weights.end(), is_preference)) return 0;
  std::size_t count = 0;
  for (const EmployerLike& like : compiled_->market.residents().liked_employers[scratch.resident.index()]) {
    if (like.value <= 0) continue;
    for (const std::uint32_t position : compiled_->columns.positions_of_employer[like.employer.index()]) {
      if (position >= eligible.size() || !eligible.test(position)) continue;
      eligible.reset(position);
      positions[count++] = position;
    }
  }
  return count;
}

std::uint16_t Terms::most_by_occupation(const Scratch& scratch, std::size_t first, std::size_t count) const {
  std::uint16_t largest = 0;
  for (std::size_t word = first; word < first + count; ++word) {
    largest = std::max(largest, largest_occupation(scratch, compiled_->bounds.occupations[word]));
  }
  return largest;
}

std::size_t Terms::list_reaching(Scratch& scratch, const std::uint64_t* words, std::size_t first, std::size_t count,
                                 std::uint32_t threshold, const std::uint16_t* thresholds, std::uint32_t* positions) const {
  const Compiled& c = *compiled_;
  BoundScratch& b = scratch.bounds;
  // With the best of everything but the occupation a word may stay below the threshold as a whole.
  const std::uint32_t most = std::uint32_t{b.most_of_classes} + b.way_weight + b.freshness_weight + (b.has_skills ? b.skills_weight : 0U);
  for (std::size_t i = 0; i < count; ++i) {
    b.left[first + i] = words[first + i];
    if (words[first + i] == 0) continue;
    const std::uint32_t rest =
        std::uint32_t{b.rest} + weighed(b.occupation_weight, largest_occupation(scratch, c.bounds.occupations[first + i]));
    b.rests[i] = static_cast<std::uint16_t>(std::min<std::uint32_t>(rest, full_value));
    if (thresholds == nullptr && rest + most < threshold >> 16) {
      b.left[first + i] = 0;
    } else if (!b.way_is_made) {
      weigh_positions_of(c, scratch, first + i, words[first + i]);
    }
  }
  return wide::list_reaching(c.bounds.columns(),
                             {b.by_position.data(), b.has_skills ? b.skills.data() : nullptr, b.skills_weight, b.most_of_classes,
                              b.pay.data(), b.week.data(), b.liking.data()},
                             b.left.data(), first, count, b.rests.data(), static_cast<std::uint16_t>(threshold >> 16), thresholds,
                             positions);
}

}  // namespace aril
