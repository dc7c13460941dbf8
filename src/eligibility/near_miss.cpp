#include "aril/eligibility/near_miss.hpp"

#include <algorithm>

#include "aril/eligibility/standard_rules.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"

namespace aril {
namespace {

using Items = std::vector<FixItem>;

Items skills_to_learn(const StandardRules& rules, ResidentRow resident, std::span<const HeldSkill> asked_skills) {
  const Residents& residents = rules.market().residents();
  Items items;
  for (const HeldSkill& asked : asked_skills) {
    if (rules.answer_skill(resident, asked) != Answer::fail) continue;
    int least = 0;
    for (const HeldSkill& held : residents.skills[resident.index()]) {
      const auto counts = rules.counts_for(held.skill);
      if (!std::binary_search(counts.begin(), counts.end(), asked.skill)) continue;
      const int missing = asked.level - held.level;
      if (least == 0 || missing < least) least = missing;
    }
    const std::string name(rules.market().taxonomy().skills().ids[asked.skill.index()]);
    items.push_back(least > 0 ? FixItem{FixUnit::levels, least, name} : FixItem{FixUnit::skill, asked.level, name});
  }
  return items;
}

void append_credentials(Items& items, const StandardRules& rules, ResidentRow resident, std::span<const CredentialRow> asked) {
  const auto& column = rules.market().residents().credentials;
  if (!column.stated(resident.index())) return;
  const auto held = column[resident.index()];
  for (const CredentialRow row : asked) {
    if (!std::binary_search(held.begin(), held.end(), row))
      items.push_back({FixUnit::credential, 0, std::string(rules.market().credentials()[row.index()])});
  }
}

Items must_skill_fix(const StandardRules& rules, ResidentRow resident, PostingRow posting) {
  std::vector<HeldSkill> asked;
  for (const Requirement& requirement : rules.market().postings().requirements[posting.index()]) {
    if (requirement.must) asked.push_back({requirement.skill, requirement.level});
  }
  return skills_to_learn(rules, resident, asked);
}

Items prerequisite_fix(const StandardRules& rules, ResidentRow resident, PostingRow posting) {
  const Postings& postings = rules.market().postings();
  Items items = skills_to_learn(rules, resident, postings.prerequisite_skills[posting.index()]);
  append_credentials(items, rules, resident, postings.prerequisite_credentials[posting.index()]);
  return items;
}

Items language_fix(const StandardRules& rules, ResidentRow resident, PostingRow posting) {
  const Residents& residents = rules.market().residents();
  Items items;
  for (const HeldLanguage& asked : rules.market().postings().languages[posting.index()]) {
    if (rules.answer_language(resident, asked) != Answer::fail) continue;
    int best = -1;
    for (const HeldLanguage& held : residents.languages[resident.index()]) {
      if (held.language == asked.language) best = std::max(best, static_cast<int>(held.level));
    }
    const std::string name(rules.market().languages()[asked.language.index()]);
    items.push_back(best >= 0 ? FixItem{FixUnit::levels, asked.level - best, name} : FixItem{FixUnit::language, asked.level, name});
  }
  return items;
}

Items need_fix(const StandardRules& rules, ResidentRow resident, PostingRow posting) {
  const auto offers = rules.market().postings().offers[posting.index()];
  Items items;
  for (const NeedRow need : rules.market().residents().needs[resident.index()]) {
    const bool refused =
        std::any_of(offers.begin(), offers.end(), [&](const Offer& offer) { return offer.need == need && !offer.offered; });
    if (refused) items.push_back({FixUnit::need, 0, std::string(rules.market().needs()[need.index()])});
  }
  return items;
}

Items open_fix(const StandardRules& rules, PostingRow posting) {
  const Date opens = rules.market().postings().opens[posting.index()];
  const Date closes = rules.market().postings().closes[posting.index()];
  const Date as_of = rules.as_of();
  if (!opens.is_none() && as_of < opens) return {{FixUnit::days, opens.days() - as_of.days(), ""}};
  return {{FixUnit::days, as_of.days() - closes.days(), ""}};
}

Items travel_fix(const StandardRules& rules, ResidentRow resident, PostingRow posting) {
  const TravelCell cell = rules.minutes(resident, posting);
  if (cell == out_of_reach) return {};
  return {{FixUnit::minutes, cell - rules.market().residents().travel_limits[resident.index()], ""}};
}

}  // namespace

std::vector<FixItem> nearest_fix(const StandardRules& rules, RuleCode code, ResidentRow resident, PostingRow posting) {
  const Market& market = rules.market();
  const Residents& residents = market.residents();
  const Postings& postings = market.postings();
  const std::size_t r = resident.index();
  const std::size_t p = posting.index();
  switch (code) {
    case RuleCode::open: return open_fix(rules, posting);
    case RuleCode::seats: return {{FixUnit::seats, 1 - postings.seats[p], ""}};
    case RuleCode::kind: return {{FixUnit::kind, 0, std::string(name_of(postings.kinds[p]))}};
    case RuleCode::workplace: return {{FixUnit::workplace, 0, std::string(name_of(postings.workplaces[p]))}};
    case RuleCode::must_skill: return must_skill_fix(rules, resident, posting);
    case RuleCode::credential: {
      Items items;
      append_credentials(items, rules, resident, postings.credentials[p]);
      return items;
    }
    case RuleCode::language: return language_fix(rules, resident, posting);
    case RuleCode::week: return {{FixUnit::hours, rules.hours_asked(posting) - residents.weeks[r].common_hours(postings.weeks[p]), ""}};
    case RuleCode::travel: return travel_fix(rules, resident, posting);
    case RuleCode::pay: return {{FixUnit::money, residents.pay_floors[r] - postings.monthly_pay[p], ""}};
    case RuleCode::need: return need_fix(rules, resident, posting);
    case RuleCode::start: return {{FixUnit::days, residents.available_from[r].days() - rules.latest_start(posting).days(), ""}};
    case RuleCode::prerequisite: return prerequisite_fix(rules, resident, posting);
    case RuleCode::fee: return {{FixUnit::money, postings.fees[p] - residents.budgets[r], ""}};
    case RuleCode::daily_units: return {{FixUnit::units, postings.least_daily_units[p] - residents.daily_units[r], ""}};
    case RuleCode::age:
    case RuleCode::blocked: return {};
  }
  return {};
}

}  // namespace aril
