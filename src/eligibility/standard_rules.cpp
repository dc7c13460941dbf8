#include "aril/eligibility/standard_rules.hpp"

#include <algorithm>

#include "aril/market/concept_table.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"

namespace aril {
namespace {

constexpr Answer pass_if(bool holds) noexcept { return holds ? Answer::pass : Answer::fail; }

template <class RowType>
bool holds(std::span<const RowType> sorted, RowType row) noexcept {
  return std::binary_search(sorted.begin(), sorted.end(), row);
}

// Among several holders of one thing pass beats unknown beats fail. Held or asked levels may be 0: not stated.
constexpr Answer at_level(Level held, Level asked) noexcept {
  if (asked == level_not_stated || held >= asked) return Answer::pass;
  return held == level_not_stated ? Answer::unknown : Answer::fail;
}

Ragged<SkillRow> skills_counted_for(const ConceptTable& skills) {
  Ragged<SkillRow> column;
  std::vector<SkillRow> list;
  for (std::size_t held = 0; held < skills.size(); ++held) {
    list.assign(1, SkillRow(held));
    for (const std::uint32_t parent : skills.broader[held]) {
      list.push_back(SkillRow(parent));
      for (const std::uint32_t grandparent : skills.broader[parent]) list.push_back(SkillRow(grandparent));
    }
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
    column.push_back(list);
  }
  return column;
}

}  // namespace

StandardRules::StandardRules(Market market, Date as_of)
    : market_(std::move(market)), as_of_(as_of), counts_for_(skills_counted_for(market_.taxonomy().skills())) {}

Answer StandardRules::answer(RuleCode code, ResidentRow resident, PostingRow posting) const noexcept {
  const Residents& residents = market_.residents();
  const Postings& postings = market_.postings();
  const std::size_t r = resident.index();
  const std::size_t p = posting.index();
  switch (code) {
    case RuleCode::open: return open(posting);
    case RuleCode::seats: return pass_if(postings.seats[p] >= 1);
    case RuleCode::kind: return pass_if(residents.wanted_kinds[r] == 0 || (residents.wanted_kinds[r] & bit_of(postings.kinds[p])) != 0);
    case RuleCode::workplace:
      return pass_if(residents.wanted_workplaces[r] == 0 || (residents.wanted_workplaces[r] & bit_of(postings.workplaces[p])) != 0);
    case RuleCode::must_skill: return must_skill(resident, posting);
    case RuleCode::credential: return credentials(resident, postings.credentials[p]);
    case RuleCode::language: return language(resident, posting);
    case RuleCode::week: return week(resident, posting);
    case RuleCode::travel: return travel(resident, posting);
    case RuleCode::pay: return pay(resident, posting);
    case RuleCode::need: return need(resident, posting);
    case RuleCode::age: return age(resident, posting);
    case RuleCode::start: return start(resident, posting);
    case RuleCode::blocked: return blocked(resident, posting);
    case RuleCode::prerequisite: return prerequisite(resident, posting);
    case RuleCode::fee: return fee(resident, posting);
    case RuleCode::daily_units: return daily_units(resident, posting);
  }
  return Answer::pass;
}

Answer StandardRules::open(PostingRow posting) const noexcept {
  const Date opens = market_.postings().opens[posting.index()];
  const Date closes = market_.postings().closes[posting.index()];
  return pass_if((opens.is_none() || opens <= as_of_) && (closes.is_none() || as_of_ <= closes));
}

Answer StandardRules::answer_skill(ResidentRow resident, HeldSkill asked) const noexcept {
  const Residents& residents = market_.residents();
  if (!residents.skills.stated(resident.index())) return Answer::unknown;
  Answer best = Answer::fail;
  for (const HeldSkill& held : residents.skills[resident.index()]) {
    if (holds(counts_for_[held.skill.index()], asked.skill)) best = std::min(best, at_level(held.level, asked.level));
  }
  return best;
}

Answer StandardRules::must_skill(ResidentRow resident, PostingRow posting) const noexcept {
  Answer worst = Answer::pass;
  for (const Requirement& asked : market_.postings().requirements[posting.index()]) {
    if (asked.must) worst = std::max(worst, answer_skill(resident, {asked.skill, asked.level}));
  }
  return worst;
}

Answer StandardRules::credentials(ResidentRow resident, std::span<const CredentialRow> asked) const noexcept {
  const auto& held = market_.residents().credentials;
  if (asked.empty()) return Answer::pass;
  if (!held.stated(resident.index())) return Answer::unknown;
  return pass_if(std::all_of(asked.begin(), asked.end(), [&](CredentialRow row) { return holds(held[resident.index()], row); }));
}

Answer StandardRules::answer_language(ResidentRow resident, HeldLanguage asked) const noexcept {
  const auto& languages = market_.residents().languages;
  if (!languages.stated(resident.index())) return Answer::unknown;
  Answer best = Answer::fail;
  for (const HeldLanguage& held : languages[resident.index()]) {
    if (held.language == asked.language) best = std::min(best, at_level(held.level, asked.level));
  }
  return best;
}

Answer StandardRules::language(ResidentRow resident, PostingRow posting) const noexcept {
  Answer worst = Answer::pass;
  for (const HeldLanguage& asked : market_.postings().languages[posting.index()]) worst = std::max(worst, answer_language(resident, asked));
  return worst;
}

int StandardRules::hours_asked(PostingRow posting) const noexcept {
  const Postings& postings = market_.postings();
  const std::size_t p = posting.index();
  if (postings.hours_asked[p] >= 0) return postings.hours_asked[p];
  return postings.weeks_stated[p] != 0 ? postings.weeks[p].hours() : -1;
}

Answer StandardRules::week(ResidentRow resident, PostingRow posting) const noexcept {
  const Residents& residents = market_.residents();
  const Postings& postings = market_.postings();
  const int asked = hours_asked(posting);
  if (asked == 0) return Answer::pass;
  if (residents.weeks_stated[resident.index()] == 0 || postings.weeks_stated[posting.index()] == 0) return Answer::unknown;
  return pass_if(residents.weeks[resident.index()].common_hours(postings.weeks[posting.index()]) >= asked);
}

TravelCell StandardRules::minutes(ResidentRow resident, PostingRow posting) const noexcept {
  const GridRow home = market_.residents().homes[resident.index()];
  const ModeRow mode = market_.residents().modes[resident.index()];
  const GridRow place = market_.postings().measured_grids[posting.index()];
  if (home.is_none() || mode.is_none() || place.is_none()) return minutes_unknown;
  return market_.places().minutes(mode, home, place);
}

Answer StandardRules::travel(ResidentRow resident, PostingRow posting) const noexcept {
  if (market_.postings().travels[posting.index()] == 0) return Answer::pass;
  const TravelCell cell = minutes(resident, posting);
  if (cell == minutes_unknown) return Answer::unknown;
  if (cell == out_of_reach) return Answer::fail;
  const std::int32_t limit = market_.residents().travel_limits[resident.index()];
  if (limit < 0) return Answer::unknown;
  return pass_if(cell <= limit);
}

Answer StandardRules::pay(ResidentRow resident, PostingRow posting) const noexcept {
  const Postings& postings = market_.postings();
  if (postings.kinds[posting.index()] == Kind::training_slot) return Answer::pass;
  const Money floor = market_.residents().pay_floors[resident.index()];
  if (floor == 0) return Answer::pass;
  const Money upper = postings.monthly_pay[posting.index()];
  if (floor == no_money || upper == no_money) return Answer::unknown;
  return pass_if(upper >= floor);
}

Answer StandardRules::need(ResidentRow resident, PostingRow posting) const noexcept {
  const auto offers = market_.postings().offers[posting.index()];
  Answer worst = Answer::pass;
  for (const NeedRow need : market_.residents().needs[resident.index()]) {
    const auto said = std::find_if(offers.begin(), offers.end(), [&](const Offer& offer) { return offer.need == need; });
    worst = std::max(worst, said == offers.end() ? Answer::unknown : pass_if(said->offered));
  }
  return worst;
}

Answer StandardRules::age(ResidentRow resident, PostingRow posting) const noexcept {
  if (market_.postings().asks_legal_age[posting.index()] != Claim::yes) return Answer::pass;
  const Claim claim = market_.residents().of_legal_age[resident.index()];
  return claim == Claim::not_stated ? Answer::unknown : pass_if(claim == Claim::yes);
}

Date StandardRules::latest_start(PostingRow posting) const noexcept {
  const Postings& postings = market_.postings();
  const std::size_t p = posting.index();
  return postings.kinds[p] == Kind::training_slot ? postings.starts[p] : postings.latest_starts[p];
}

Answer StandardRules::start(ResidentRow resident, PostingRow posting) const noexcept {
  const Date from = market_.residents().available_from[resident.index()];
  const Date latest = latest_start(posting);
  if (from.is_none() || latest.is_none()) return Answer::unknown;
  return pass_if(from <= latest);
}

Answer StandardRules::blocked(ResidentRow resident, PostingRow posting) const noexcept {
  const Residents& residents = market_.residents();
  const Postings& postings = market_.postings();
  const EmployerRow employer = postings.employers[posting.index()];
  const bool is_blocked = holds(residents.blocked_postings[resident.index()], posting) ||
                          holds(residents.blocked_employers[resident.index()], employer) ||
                          holds(postings.blocked_residents[posting.index()], resident) ||
                          holds(market_.employers().blocked_residents[employer.index()], resident);
  return pass_if(!is_blocked);
}

Answer StandardRules::prerequisite(ResidentRow resident, PostingRow posting) const noexcept {
  const Postings& postings = market_.postings();
  if (postings.kinds[posting.index()] != Kind::training_slot) return Answer::pass;
  Answer worst = credentials(resident, postings.prerequisite_credentials[posting.index()]);
  for (const HeldSkill& asked : postings.prerequisite_skills[posting.index()]) worst = std::max(worst, answer_skill(resident, asked));
  return worst;
}

Answer StandardRules::fee(ResidentRow resident, PostingRow posting) const noexcept {
  const Postings& postings = market_.postings();
  if (postings.kinds[posting.index()] != Kind::training_slot) return Answer::pass;
  const Money fee = postings.fees[posting.index()];
  if (fee == 0) return Answer::pass;
  const Money budget = market_.residents().budgets[resident.index()];
  if (fee == no_money || budget == no_money) return Answer::unknown;
  return pass_if(fee <= budget);
}

Answer StandardRules::daily_units(ResidentRow resident, PostingRow posting) const noexcept {
  const Postings& postings = market_.postings();
  if (postings.kinds[posting.index()] != Kind::piecework_lot) return Answer::pass;
  const std::int64_t least = postings.least_daily_units[posting.index()];
  if (least == 0) return Answer::pass;
  const std::int64_t can_do = market_.residents().daily_units[resident.index()];
  if (least < 0 || can_do < 0) return Answer::unknown;
  return pass_if(can_do >= least);
}

}  // namespace aril
