// The values of every term for a block of postings, and whether a value is neutral for want of an input.
#include <algorithm>
#include <string>

#include "aril/core/error.hpp"
#include "aril/score/curves.hpp"
#include "compiled_terms.hpp"

namespace aril {
namespace {

using Values = std::span<TermValue>;
using Rows = std::span<const PostingRow>;

TermValue pay_value(Money upper, Money floor) noexcept {
  if (upper == no_money || floor == no_money) return usual_neutral;
  if (floor == 0 || upper >= 2 * floor) return full_value;
  if (upper <= floor) return 0;
  return static_cast<TermValue>(std::int64_t{full_value} * (upper - floor) / floor);
}

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

void fill_pay(const std::vector<Money>& upper, Money floor, Rows postings, Values values) {
  if (floor == no_money) {
    std::fill(values.begin(), values.end(), usual_neutral);
    return;
  }
  for (std::size_t i = 0; i < postings.size(); ++i) values[i] = pay_value(upper[postings[i].index()], floor);
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
  const auto row = term.row(resident);
  for (std::size_t i = 0; i < postings.size(); ++i) {
    const std::uint32_t column =
        term.columns() == SparseColumns::postings ? postings[i].value : market.postings().employers[postings[i].index()].value;
    const auto place = std::lower_bound(row.begin(), row.end(), column,
                                        [](const SparseEntry& entry, std::uint32_t wanted) { return entry.column < wanted; });
    values[i] = place != row.end() && place->column == column ? SparseTerm::value_of(place->strength) : usual_neutral;
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
    case TermCode::occupation: return each([&](std::size_t p) { return scratch.occupations[c.occupation_of_posting[p]]; });
    case TermCode::commute: return each([&](std::size_t p) { return scratch.commute[c.place_of_posting[p]]; });
    case TermCode::week:
      if (scratch.week == nullptr) return each([](std::size_t) { return usual_neutral; });
      return each([&](std::size_t p) { return scratch.week[c.weeks.of_posting[p]]; });
    case TermCode::pay: return fill_pay(c.market.postings().monthly_pay, residents.pay_floors[r], postings, values);
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
