#include "aril/score/terms.hpp"

#include <algorithm>
#include <map>

#include "aril/core/error.hpp"
#include "aril/score/curves.hpp"
#include "compiled_terms.hpp"

namespace aril {
namespace {

WeekClasses classify_weeks(const Postings& postings) {
  WeekClasses classes;
  std::map<WeekMask, std::uint32_t> known;
  for (std::size_t posting = 0; posting < postings.size(); ++posting) {
    if (postings.weeks_stated[posting] == 0) {
      classes.of_posting.push_back(no_class);
      continue;
    }
    const auto [place, is_new] = known.emplace(postings.weeks[posting], static_cast<std::uint32_t>(classes.masks.size()));
    if (is_new) classes.masks.push_back(postings.weeks[posting]);
    classes.of_posting.push_back(place->second);
  }
  return classes;
}

}  // namespace

Terms::Compiled::Compiled(const Market& m, Date as_of, const Closeness& c, TermInputs i)
    : market(m), inputs(std::move(i)), closeness(c), cover(m, c) {
  const Postings& postings = market.postings();
  for (const Date posted : postings.posted) {
    freshness_of_posting.push_back(posted.is_none() ? usual_neutral : freshness(std::int64_t{as_of.days()} - posted.days()));
  }
  weeks = classify_weeks(postings);
  compile_occupations();
}

void Terms::Compiled::compile_occupations() {
  const ConceptTable& occupations = market.taxonomy().occupations();
  const Postings& postings = market.postings();
  std::vector<std::uint32_t> number(occupations.size(), no_class);
  for (const OccupationRow occupation : postings.occupations) {
    if (occupation.is_none()) {
      occupation_of_posting.push_back(no_class);
      continue;
    }
    std::uint32_t& assigned = number[occupation.index()];
    if (assigned == no_class) assigned = static_cast<std::uint32_t>(occupation_count++);
    occupation_of_posting.push_back(assigned);
  }
  std::vector<std::uint8_t> is_named(occupations.size(), 0);
  for (const OccupationRow occupation : market.residents().wanted_occupations.values()) is_named[occupation.index()] = 1;
  for (const OccupationRow occupation : market.residents().held_occupations.values()) is_named[occupation.index()] = 1;
  std::vector<CloseConcept> list;
  for (std::uint32_t occupation = 0; occupation < occupations.size(); ++occupation) {
    list.clear();
    if (is_named[occupation] != 0) {
      for (const CloseConcept& near : close_occupations(occupations, closeness.occupation, occupation)) {
        if (number[near.row] != no_class) list.push_back({number[near.row], near.close});
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

Terms::Terms(const Market& market, Date as_of, const Closeness& closeness, TermInputs inputs)
    : compiled_(std::make_unique<Compiled>(market, as_of, closeness, std::move(inputs))) {
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

std::vector<std::string> Terms::names() const {
  std::vector<std::string> all;
  for (std::size_t term = 0; term < size(); ++term) all.emplace_back(name(term));
  return all;
}

Terms::ScratchHandle Terms::make_scratch() const {
  ScratchHandle scratch(new Scratch);
  scratch->cover.assign(compiled_->cover.key_count(), 0);
  scratch->gains.assign(compiled_->cover.slot_count(), 0);
  scratch->occupations.assign(compiled_->occupation_count, 0);
  scratch->week_values.assign(compiled_->weeks.masks.size(), 0);
  return scratch;
}

void Terms::prepare(ResidentRow resident, Scratch& scratch) const {
  const Compiled& c = *compiled_;
  const Residents& residents = c.market.residents();
  const std::size_t r = resident.index();
  scratch.resident = resident;

  for (const std::uint32_t key : scratch.touched_keys) scratch.cover[key] = 0;
  scratch.touched_keys.clear();
  for (const HeldSkill& held : residents.skills[r]) c.cover.raise(held, scratch.cover, scratch.touched_keys);

  for (const std::uint32_t slot : scratch.touched_slots) scratch.gains[slot] = 0;
  scratch.touched_slots.clear();
  if (residents.skills.stated(r)) {
    for (const OccupationRow occupation : residents.wanted_occupations[r]) {
      const auto gains = c.cover.gains(occupation.index());
      for (std::size_t i = 0; i < gains.size();) {
        const std::uint32_t slot = gains[i].slot;
        std::uint32_t sum = 0;
        for (; i < gains.size() && gains[i].slot == slot; ++i) {
          const std::uint8_t before = scratch.cover[gains[i].key];
          if (gains[i].cover > before) sum += gains[i].share * std::uint32_t{static_cast<std::uint8_t>(gains[i].cover - before)};
        }
        if (sum > scratch.gains[slot]) {
          scratch.gains[slot] = static_cast<TermValue>(sum);
          scratch.touched_slots.push_back(slot);
        }
      }
    }
  }

  for (const std::uint32_t occupation : scratch.touched_occupations) scratch.occupations[occupation] = 0;
  scratch.touched_occupations.clear();
  const auto raise_occupation = [&](const CloseConcept& near, unsigned close) {
    if (close <= scratch.occupations[near.row]) return;
    scratch.occupations[near.row] = static_cast<std::uint8_t>(close);
    scratch.touched_occupations.push_back(near.row);
  };
  for (const OccupationRow wanted : residents.wanted_occupations[r]) {
    for (const CloseConcept& near : c.near_occupations[wanted.index()]) raise_occupation(near, near.close);
  }
  for (const OccupationRow held : residents.held_occupations[r]) {
    for (const CloseConcept& near : c.near_occupations[held.index()])
      raise_occupation(near, c.closeness.held_occupation * unsigned{near.close} / 255);
  }

  if (residents.weeks_stated[r] != 0 && !(scratch.week_is_set && scratch.week == residents.weeks[r])) {
    scratch.week = residents.weeks[r];
    scratch.week_is_set = true;
    for (std::size_t mask = 0; mask < c.weeks.masks.size(); ++mask) {
      const int hours = c.weeks.masks[mask].hours();
      const int common = scratch.week.common_hours(c.weeks.masks[mask]);
      scratch.week_values[mask] = static_cast<TermValue>(
          hours == 0 ? full_value : full_value * static_cast<std::uint32_t>(common) / static_cast<std::uint32_t>(hours));
    }
  }
}

}  // namespace aril
