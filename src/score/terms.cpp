#include "aril/score/terms.hpp"

#include <algorithm>
#include <map>

#include "aril/core/error.hpp"
#include "aril/score/curves.hpp"
#include "cover_index.hpp"

namespace aril {
namespace {

constexpr std::uint32_t no_class = 0xffffffffU;

// The distinct week masks of postings, and each posting's among them.
struct WeekClasses {
  std::vector<WeekMask> masks;
  std::vector<std::uint32_t> of_posting;  // no_class: not stated
};

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

TermValue pay_value(Money upper, Money floor) noexcept {
  if (upper == no_money || floor == no_money) return usual_neutral;
  if (floor == 0 || upper >= 2 * floor) return full_value;
  if (upper <= floor) return 0;
  return static_cast<TermValue>(std::int64_t{full_value} * (upper - floor) / floor);
}

}  // namespace

struct Terms::Compiled {
  Market market;
  TermInputs inputs;
  Closeness closeness;
  CoverIndex cover;
  std::vector<TermValue> freshness_of_posting;
  WeekClasses weeks;
  std::vector<std::uint32_t> occupation_of_posting;  // among those that postings have
  std::size_t occupation_count = 0;
  Ragged<CloseConcept> near_occupations;  // by occupation that residents name; rows are numbers among the postings' occupations

  Compiled(const Market& m, Date as_of, const Closeness& c, TermInputs i) : market(m), inputs(std::move(i)), closeness(c), cover(m, c) {
    const Postings& postings = market.postings();
    for (const Date posted : postings.posted) {
      freshness_of_posting.push_back(posted.is_none() ? usual_neutral : freshness(std::int64_t{as_of.days()} - posted.days()));
    }
    weeks = classify_weeks(postings);
    compile_occupations();
  }

  void compile_occupations() {
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

  [[nodiscard]] bool wants_what_asks(ResidentRow resident) const {
    const auto wanted = market.residents().wanted_occupations[resident.index()];
    return std::any_of(wanted.begin(), wanted.end(), [&](OccupationRow occupation) { return !market.taxonomy().asks(occupation).empty(); });
  }
};

struct Terms::Scratch {
  ResidentRow resident = ResidentRow::none();
  std::vector<std::uint8_t> cover;  // by key
  std::vector<std::uint32_t> touched_keys;
  std::vector<TermValue> gains;  // by training slot
  std::vector<std::uint32_t> touched_slots;
  std::vector<std::uint8_t> occupations;  // largest closeness by the postings' occupation
  std::vector<std::uint32_t> touched_occupations;
  std::vector<TermValue> week_values;  // by class of masks
  WeekMask week;
  bool week_is_set = false;
};

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
    for (const CloseConcept& near : c.near_occupations[held.index()]) raise_occupation(near, c.closeness.held_occupation * unsigned{near.close} / 255);
  }

  if (residents.weeks_stated[r] != 0 && !(scratch.week_is_set && scratch.week == residents.weeks[r])) {
    scratch.week = residents.weeks[r];
    scratch.week_is_set = true;
    for (std::size_t mask = 0; mask < c.weeks.masks.size(); ++mask) {
      const int hours = c.weeks.masks[mask].hours();
      const int common = scratch.week.common_hours(c.weeks.masks[mask]);
      scratch.week_values[mask] = static_cast<TermValue>(hours == 0 ? full_value : full_value * static_cast<std::uint32_t>(common) / static_cast<std::uint32_t>(hours));
    }
  }
}

namespace {

using Values = std::span<TermValue>;
using Rows = std::span<const PostingRow>;

void fill_skills(const Market& market, const CoverIndex& cover, ResidentRow resident, const std::vector<std::uint8_t>& covered,
                 const std::vector<TermValue>& gains, Rows postings, Values values) {
  const bool skills_stated = market.residents().skills.stated(resident.index());
  const std::vector<Kind>& kinds = market.postings().kinds;
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::size_t p = postings[i].index();
    if (kinds[p] == Kind::training_slot) {
      values[i] = gains[cover.slot(p)];  // 0, the neutral value, where anything is missing
      continue;
    }
    const auto asked = cover.requirements(p);
    if (!skills_stated || asked.empty()) {
      values[i] = usual_neutral;
      continue;
    }
    std::uint32_t sum = 0;
    for (const KeyShare& entry : asked) sum += entry.share * covered[entry.key];
    values[i] = static_cast<TermValue>(sum);
  }
}

void fill_commute(const Market& market, ResidentRow resident, Rows postings, Values values) {
  const Postings& columns = market.postings();
  const GridRow home = market.residents().homes[resident.index()];
  const ModeRow mode = market.residents().modes[resident.index()];
  const bool is_known = !home.is_none() && !mode.is_none();
  const auto cells = is_known ? market.places().travel_from(mode, home) : std::span<const TravelCell>{};
  const auto& curve = commute_curve();
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::size_t p = postings[i].index();
    const GridRow place = columns.measured_grids[p];
    values[i] = columns.travels[p] == 0 ? TermValue{full_value} : (is_known && !place.is_none() ? curve[cells[place.index()]] : usual_neutral);
  }
}

void fill_preference(const Market& market, ResidentRow resident, Rows postings, Values values) {
  const Residents& residents = market.residents();
  const Postings& columns = market.postings();
  const std::size_t r = resident.index();
  const auto employers = residents.liked_employers[r];
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::size_t p = postings[i].index();
    int sum = residents.liked_kinds[r][static_cast<std::size_t>(columns.kinds[p])] +
              residents.liked_workplaces[r][static_cast<std::size_t>(columns.workplaces[p])];
    for (const EmployerLike& like : employers) {
      if (like.employer == columns.employers[p]) sum += like.value;
    }
    values[i] = static_cast<TermValue>(std::clamp(preference_neutral + 8192 * std::clamp(sum, -4, 4), 0, 65'535));
  }
}

void fill_sparse(const SparseTerm& term, const Market& market, ResidentRow resident, Rows postings, Values values) {
  const auto row = term.row(resident);
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::uint32_t column = term.columns() == SparseColumns::postings ? postings[i].value : market.postings().employers[postings[i].index()].value;
    const auto place = std::lower_bound(row.begin(), row.end(), column, [](const SparseEntry& entry, std::uint32_t wanted) { return entry.column < wanted; });
    values[i] = place != row.end() && place->column == column ? SparseTerm::value_of(place->strength) : usual_neutral;
  }
}

void fill_own(const AnyTerm& term, ResidentRow resident, Rows postings, Values values) {
  term.fill(resident, postings, values);
  const auto bound = term.upper_bound();
  if (!bound || values.empty()) return;
  const TermValue largest = *std::max_element(values.begin(), values.end());
  if (largest > *bound) {
    throw Error(ErrorCode::above_declared_bound, {"", 0, 0, std::string(term.name())}, "at most " + std::to_string(*bound), std::to_string(largest));
  }
}

}  // namespace

void Terms::fill(std::size_t term, const Scratch& scratch, std::span<const PostingRow> postings, std::span<TermValue> values) const {
  const Compiled& c = *compiled_;
  const ResidentRow resident = scratch.resident;
  const Residents& residents = c.market.residents();
  const std::size_t r = resident.index();
  if (term >= standard_term_count) {
    term -= standard_term_count;
    if (term < c.inputs.sparse.size()) return fill_sparse(c.inputs.sparse[term], c.market, resident, postings, values);
    return fill_own(c.inputs.own[term - c.inputs.sparse.size()], resident, postings, values);
  }
  const auto each = [&](auto value_of) {
    for (std::size_t i = 0; i < postings.size(); ++i) values[i] = value_of(postings[i].index());
  };
  switch (static_cast<TermCode>(term)) {
    case TermCode::skills: return fill_skills(c.market, c.cover, resident, scratch.cover, scratch.gains, postings, values);
    case TermCode::occupation: {
      const bool is_stated = residents.wanted_occupations.stated(r) || residents.held_occupations.stated(r);
      return each([&](std::size_t p) {
        const std::uint32_t occupation = c.occupation_of_posting[p];
        return is_stated && occupation != no_class ? static_cast<TermValue>(257 * scratch.occupations[occupation]) : usual_neutral;
      });
    }
    case TermCode::commute: return fill_commute(c.market, resident, postings, values);
    case TermCode::week: {
      const bool is_stated = residents.weeks_stated[r] != 0;
      return each([&](std::size_t p) { return is_stated && c.weeks.of_posting[p] != no_class ? scratch.week_values[c.weeks.of_posting[p]] : usual_neutral; });
    }
    case TermCode::pay: return each([&](std::size_t p) { return pay_value(c.market.postings().monthly_pay[p], residents.pay_floors[r]); });
    case TermCode::freshness: return each([&](std::size_t p) { return c.freshness_of_posting[p]; });
    case TermCode::preference: return fill_preference(c.market, resident, postings, values);
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
      const auto row = c.inputs.sparse[term].row(resident);
      const std::uint32_t column = c.inputs.sparse[term].columns() == SparseColumns::postings ? posting.value : postings.employers[p].value;
      return std::none_of(row.begin(), row.end(), [&](const SparseEntry& entry) { return entry.column == column; });
    }
    const AnyTerm& own = c.inputs.own[term - c.inputs.sparse.size()];
    own.fill(resident, {&posting, 1}, {&value, 1});
    return value == own.neutral();
  }
  switch (static_cast<TermCode>(term)) {
    case TermCode::skills:
      if (postings.kinds[p] == Kind::training_slot) return !residents.skills.stated(r) || !postings.grants.stated(p) || !c.wants_what_asks(resident);
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
