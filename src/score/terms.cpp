#include "aril/score/terms.hpp"

#include <algorithm>
#include <map>

#include "aril/core/error.hpp"
#include "aril/market/concept_table.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/score/curves.hpp"
#include "compiled_terms.hpp"

namespace aril {
namespace {

// A table of week values larger than this is not kept: rows are then made for each resident.
constexpr std::size_t most_week_values = std::size_t{1} << 25;
constexpr std::size_t most_pay_values = std::size_t{1} << 22;

// The distinct masks, and each row's number among them; rows that state none get the number after the last.
void number_masks(std::span<const WeekMask> rows, std::span<const std::uint8_t> stated, std::vector<WeekMask>& masks,
                  std::vector<std::uint32_t>& of_row) {
  std::map<WeekMask, std::uint32_t> known;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    if (stated[row] == 0) {
      of_row.push_back(0xffffffffU);
      continue;
    }
    const auto [place, is_new] = known.emplace(rows[row], static_cast<std::uint32_t>(masks.size()));
    if (is_new) masks.push_back(rows[row]);
    of_row.push_back(place->second);
  }
  std::replace(of_row.begin(), of_row.end(), 0xffffffffU, static_cast<std::uint32_t>(masks.size()));
}

}  // namespace

Terms::Compiled::Compiled(const Market& m, std::span<const PostingRow> order, Date as_of, const Closeness& c, TermInputs i)
    : market(m), inputs(std::move(i)), closeness(c), cover(m, c) {
  const Postings& postings = market.postings();
  for (const Date posted : postings.posted) {
    freshness_of_posting.push_back(posted.is_none() ? usual_neutral : freshness(std::int64_t{as_of.days()} - posted.days()));
  }
  compile_weeks();
  compile_pays();
  compile_occupations();
  compile_places();
  compile_columns(order);
  compile_bounds(order);
  if (inputs.embedding.is_given()) dense = DenseColumns(inputs.embedding, order);
}

void WeekTable::fill_row(const WeekMask& resident, std::span<TermValue> row) const {
  for (std::size_t mask = 0; mask < masks.size(); ++mask) {
    const auto hours = static_cast<std::uint32_t>(masks[mask].hours());
    const auto common = static_cast<std::uint32_t>(resident.common_hours(masks[mask]));
    row[mask] = static_cast<TermValue>(hours == 0 ? full_value : full_value * common / hours);
  }
  row[masks.size()] = usual_neutral;
}

void PayTable::fill_row(Money floor, std::span<TermValue> row) const {
  for (std::size_t i = 0; i < pays.size(); ++i) row[i] = pay_value(pays[i], floor);
}

namespace {

std::vector<Money> distinct(std::vector<Money> amounts, std::vector<std::uint32_t>& of_row) {
  const std::vector<Money> rows = amounts;
  std::sort(amounts.begin(), amounts.end());
  amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
  for (const Money amount : rows) {
    of_row.push_back(static_cast<std::uint32_t>(std::lower_bound(amounts.begin(), amounts.end(), amount) - amounts.begin()));
  }
  return amounts;
}

}  // namespace

void Terms::Compiled::compile_pays() {
  pays.pays = distinct(market.postings().monthly_pay, pays.of_posting);
  pays.floors = distinct(market.residents().pay_floors, pays.of_resident);
  const std::size_t width = pays.pays.size();
  if (pays.floors.size() * width > most_pay_values) return;
  pays.values.resize(pays.floors.size() * width);
  for (std::size_t row = 0; row < pays.floors.size(); ++row) {
    pays.fill_row(pays.floors[row], std::span(pays.values).subspan(row * width, width));
  }
}

void Terms::Compiled::compile_weeks() {
  number_masks(market.postings().weeks, market.postings().weeks_stated, weeks.masks, weeks.of_posting);
  number_masks(market.residents().weeks, market.residents().weeks_stated, weeks.resident_masks, weeks.of_resident);
  const std::size_t width = weeks.columns();
  if (weeks.resident_masks.size() * width > most_week_values) return;
  // The last row is that of residents who state no mask.
  weeks.values.assign((weeks.resident_masks.size() + 1) * width, usual_neutral);
  for (std::size_t row = 0; row < weeks.resident_masks.size(); ++row) {
    weeks.fill_row(weeks.resident_masks[row], std::span(weeks.values).subspan(row * width, width));
  }
}

void Terms::Compiled::compile_places() {
  const Postings& postings = market.postings();
  const auto grids = static_cast<std::uint32_t>(market.places().grid_ids.size());
  for (std::size_t p = 0; p < postings.size(); ++p) {
    const GridRow place = postings.measured_grids[p];
    place_of_posting.push_back(postings.travels[p] == 0 ? grids + 1 : (place.is_none() ? grids : place.value));
    liking_of_posting.push_back(static_cast<std::uint8_t>(workplace_count * static_cast<std::size_t>(postings.kinds[p]) +
                                                          static_cast<std::size_t>(postings.workplaces[p])));
  }
}

void Terms::Compiled::compile_columns(std::span<const PostingRow> order) {
  constexpr std::size_t most = 1 << 16;
  columns.order.assign(order.begin(), order.end());
  columns.fits =
      occupation_count < most && pays.pays.size() <= most && market.places().grid_ids.size() + 2 <= most && weeks.columns() <= most;
  if (!columns.fits) return;
  std::vector<std::vector<std::uint32_t>> of_employer(market.employers().size());
  const Postings& postings = market.postings();
  for (std::uint32_t position = 0; position < order.size(); ++position) {
    const std::size_t p = order[position].index();
    const bool is_training = postings.kinds[p] == Kind::training_slot;
    const auto asked = cover.requirements(p);
    columns.occupation_pay.push_back(occupation_of_posting[p] | pays.of_posting[p] << 16);
    columns.place_week.push_back(place_of_posting[p] | weeks.of_posting[p] << 16);
    const bool has_more = !is_training && asked.size() > packed::requirement_words;
    columns.freshness_liking.push_back(freshness_of_posting[p] | std::uint32_t{liking_of_posting[p]} << 16 |
                                       (is_training ? packed::training_flag : 0) | (has_more ? packed::more_flag : 0));
    const std::size_t first = columns.requirements.size();
    columns.requirements.resize(first + packed::requirement_words, 0);
    of_employer[postings.employers[p].index()].push_back(position);
    if (is_training) continue;
    // Nothing asked: the neutral value, by a key of its own that everybody covers by 128.
    if (asked.empty())
      columns.requirements[first] = static_cast<std::uint32_t>(usual_neutral / 128U) << packed::key_bits | cover.neutral_key();
    for (std::size_t i = 0; i < std::min(asked.size(), packed::requirement_words); ++i) {
      columns.requirements[first + i] = asked[i].share << packed::key_bits | asked[i].key;
    }
  }
  for (const auto& list : of_employer) columns.positions_of_employer.push_back(list);
}

void Terms::Compiled::compile_occupations() {
  const ConceptTable& occupations = market.taxonomy().occupations();
  const Postings& postings = market.postings();
  constexpr std::uint32_t not_named = 0xffffffffU;
  std::vector<std::uint32_t> number(occupations.size(), not_named);
  for (const OccupationRow occupation : postings.occupations) {
    if (!occupation.is_none()) number[occupation.index()] = 0;
  }
  for (std::uint32_t& named : number) {  // in the order of rows, as the plan orders postings
    if (named != not_named) named = static_cast<std::uint32_t>(occupation_count++);
  }
  for (const OccupationRow occupation : postings.occupations) {
    occupation_of_posting.push_back(occupation.is_none() ? static_cast<std::uint32_t>(occupation_count) : number[occupation.index()]);
  }
  std::vector<std::uint8_t> is_named(occupations.size(), 0);
  for (const OccupationRow occupation : market.residents().wanted_occupations.values()) is_named[occupation.index()] = 1;
  for (const OccupationRow occupation : market.residents().held_occupations.values()) is_named[occupation.index()] = 1;
  std::vector<CloseConcept> list;
  for (std::uint32_t occupation = 0; occupation < occupations.size(); ++occupation) {
    list.clear();
    if (is_named[occupation] != 0) {
      for (const CloseConcept& near : close_occupations(occupations, closeness.occupation, occupation)) {
        if (number[near.row] != not_named) list.push_back({number[near.row], near.close});
      }
    }
    near_occupations.push_back(list);
  }
}

bool Terms::Compiled::wants_what_asks(ResidentRow resident) const {
  const auto wanted = market.residents().wanted_occupations[resident.index()];
  return std::any_of(wanted.begin(), wanted.end(), [&](OccupationRow occupation) { return !market.taxonomy().asks(occupation).empty(); });
}

void Terms::ScratchDeleter::operator()(Scratch* scratch) const noexcept { delete scratch; }

Terms::Terms(const Market& market, std::span<const PostingRow> order, Date as_of, const Closeness& closeness, TermInputs inputs)
    : compiled_(std::make_unique<Compiled>(market, order, as_of, closeness, std::move(inputs))) {
  std::vector<std::string> seen = names();
  std::sort(seen.begin(), seen.end());
  const auto repeated = std::adjacent_find(seen.begin(), seen.end());
  if (repeated != seen.end()) throw Error(ErrorCode::contradiction, {"", 0, 0, "terms"}, "each name once", "'" + *repeated + "' twice");
}
Terms::~Terms() = default;
Terms::Terms(Terms&&) noexcept = default;
Terms& Terms::operator=(Terms&&) noexcept = default;

std::size_t Terms::size() const noexcept { return standard_term_count + compiled_->inputs.sparse.size() + compiled_->inputs.own.size(); }

std::string_view Terms::name(std::size_t term) const {
  if (term < standard_term_count) return term_names[term];
  term -= standard_term_count;
  if (term < compiled_->inputs.sparse.size()) return compiled_->inputs.sparse[term].name();
  return compiled_->inputs.own[term - compiled_->inputs.sparse.size()].name();
}

bool Terms::only_adds(std::size_t term) const noexcept {
  return term >= standard_term_count && term - standard_term_count < compiled_->inputs.sparse.size();
}

const TermInputs& Terms::inputs() const noexcept { return compiled_->inputs; }

std::vector<std::string> Terms::names() const {
  std::vector<std::string> all;
  for (std::size_t term = 0; term < size(); ++term) all.emplace_back(name(term));
  return all;
}

Terms::ScratchHandle Terms::make_scratch() const {
  ScratchHandle scratch(new Scratch);
  scratch->cover.assign((compiled_->cover.key_count() + 8) / 8 * 8, 0);
  scratch->covered.assign(compiled_->cover.key_count() + 1, 0);
  scratch->occupations.assign(compiled_->occupation_count + 1, 0);
  scratch->cells.assign(compiled_->market.places().grid_ids.size(), 0);
  scratch->commute.assign(compiled_->market.places().grid_ids.size() + 2, 0);
  scratch->own_week.assign(compiled_->weeks.columns(), usual_neutral);
  scratch->own_pay.assign(compiled_->pays.pays.size(), 0);
  scratch->vector.assign(compiled_->dense.dimension, 0);
  scratch->number_of.assign(compiled_->columns.order.size(), 0);
  scratch->flagged.assign(compiled_->columns.order.size(), 0);
  scratch->rows.resize(term_block);
  scratch->values.resize(term_block);
  scratch->bounds = BoundScratch(compiled_->bounds);
  return scratch;
}

namespace {

void prepare_commute(const Market& market, Terms::Scratch& scratch) {
  const GridRow home = market.residents().homes[scratch.resident.index()];
  const ModeRow mode = market.residents().modes[scratch.resident.index()];
  if (scratch.commute_is_made && scratch.home == home && scratch.mode == mode) return;
  scratch.home = home;
  scratch.mode = mode;
  scratch.commute_is_made = true;
  const std::size_t grids = market.places().grid_ids.size();
  std::fill(scratch.commute.begin(), scratch.commute.end(), usual_neutral);
  scratch.commute[grids + 1] = full_value;
  if (home.is_none() || mode.is_none()) return;
  market.places().travel[mode.index()].copy_row(home, scratch.cells);
  const TermValue* curve = commute_curve().data();
  for (std::size_t grid = 0; grid < grids; ++grid) scratch.commute[grid] = curve[scratch.cells[grid]];
}

}  // namespace

void Terms::expect(std::size_t neighbours, Scratch& scratch) const noexcept { scratch.neighbours = neighbours; }

void Terms::prefetch_row(ResidentRow resident) const noexcept {
  const Residents& residents = compiled_->market.residents();
  const std::size_t r = resident.index();
  __builtin_prefetch(&residents.wanted_occupations.offsets()[r]);
  __builtin_prefetch(&residents.held_occupations.offsets()[r]);
  __builtin_prefetch(&residents.liked_employers.offsets()[r]);
  __builtin_prefetch(&residents.liked_kinds[r]);
  __builtin_prefetch(&residents.liked_workplaces[r]);
  __builtin_prefetch(&compiled_->weeks.of_resident[r]);
  __builtin_prefetch(&compiled_->pays.of_resident[r]);
}

void Terms::prefetch(ResidentRow resident) const noexcept {
  const Residents& residents = compiled_->market.residents();
  for (const HeldSkill& held : residents.skills[resident.index()]) compiled_->cover.prefetch(held);
  for (const auto* column : {&residents.wanted_occupations, &residents.held_occupations}) {
    for (const OccupationRow occupation : (*column)[resident.index()]) {
      const auto near = compiled_->near_occupations[occupation.index()];
      if (!near.empty()) __builtin_prefetch(near.data());
    }
  }
}

void Terms::prepare(ResidentRow resident, Scratch& scratch) const {
  const Compiled& c = *compiled_;
  const Residents& residents = c.market.residents();
  const std::size_t r = resident.index();
  scratch.resident = resident;
  scratch.bounds.has_skills = false;
  std::fill(scratch.cover.begin(), scratch.cover.end(), std::uint8_t{0});
  c.cover.raise_cover(residents.skills[r], scratch.cover.data());
  scratch.cover[c.cover.neutral_key()] = 128;
  prepare_commute(c.market, scratch);

  const bool names_occupations = residents.wanted_occupations.stated(r) || residents.held_occupations.stated(r);
  std::fill(scratch.occupations.begin(), scratch.occupations.end(), names_occupations ? TermValue{0} : usual_neutral);
  scratch.occupations[c.occupation_count] = usual_neutral;
  const auto raise = [&](const CloseConcept& near, unsigned close) {
    scratch.occupations[near.row] = std::max(scratch.occupations[near.row], static_cast<TermValue>(257 * close));
  };
  for (const OccupationRow wanted : residents.wanted_occupations[r]) {
    for (const CloseConcept& near : c.near_occupations[wanted.index()]) raise(near, near.close);
  }
  for (const OccupationRow held : residents.held_occupations[r]) {
    for (const CloseConcept& near : c.near_occupations[held.index()]) raise(near, c.closeness.held_occupation * unsigned{near.close} / 255);
  }

  if (!c.weeks.values.empty()) {
    scratch.week = c.weeks.values.data() + c.weeks.of_resident[r] * c.weeks.columns();
  } else {
    if (c.weeks.of_resident[r] == c.weeks.resident_masks.size()) {
      std::fill(scratch.own_week.begin(), scratch.own_week.end(), usual_neutral);
    } else {
      c.weeks.fill_row(residents.weeks[r], scratch.own_week);
    }
    scratch.week = scratch.own_week.data();
  }
  if (!c.pays.values.empty()) {
    scratch.pay = c.pays.values.data() + c.pays.of_resident[r] * c.pays.pays.size();
  } else {
    c.pays.fill_row(residents.pay_floors[r], scratch.own_pay);
    scratch.pay = scratch.own_pay.data();
  }

  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    for (std::size_t place = 0; place < workplace_count; ++place) {
      const int sum = residents.liked_kinds[r][kind] + residents.liked_workplaces[r][place];
      scratch.likings[workplace_count * kind + place] = preference_value(sum);
    }
  }
}

}  // namespace aril
