#include "class_keys.hpp"

#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"

namespace aril {
namespace {

constexpr auto add_row = [](ClassKey& key, const auto& row) { key.add(row.value); };
constexpr auto add_language = [](ClassKey& key, const HeldLanguage& held) { key.add(held.language.value).add(held.level); };
constexpr auto add_offer = [](ClassKey& key, const Offer& offer) { key.add(offer.need.value).add(offer.offered); };

}  // namespace

void write_resident_key(const StandardRules& rules, RuleCode code, std::size_t row, ClassKey& key) {
  const Residents& residents = rules.market().residents();
  switch (code) {
    case RuleCode::kind: key.add(residents.wanted_kinds[row]); break;
    case RuleCode::workplace: key.add(residents.wanted_workplaces[row]); break;
    case RuleCode::credential: key.add(residents.credentials.stated(row)).add_list(residents.credentials[row], add_row); break;
    case RuleCode::language: key.add(residents.languages.stated(row)).add_list(residents.languages[row], add_language); break;
    case RuleCode::week: key.add(residents.weeks_stated[row]).add(residents.weeks[row].words()); break;
    case RuleCode::pay: key.add(residents.pay_floors[row]); break;
    case RuleCode::need: key.add_list(residents.needs[row], add_row); break;
    case RuleCode::age: key.add(residents.of_legal_age[row]); break;
    case RuleCode::start: key.add(residents.available_from[row]); break;
    case RuleCode::fee: key.add(residents.budgets[row]); break;
    case RuleCode::daily_units: key.add(residents.daily_units[row]); break;
    case RuleCode::open:
    case RuleCode::seats:
    case RuleCode::must_skill:
    case RuleCode::travel:
    case RuleCode::blocked:
    case RuleCode::prerequisite: break;
  }
}

void write_posting_key(const StandardRules& rules, RuleCode code, std::size_t row, ClassKey& key) {
  const Postings& postings = rules.market().postings();
  const Kind kind = postings.kinds[row];
  switch (code) {
    case RuleCode::kind: key.add(kind); break;
    case RuleCode::workplace: key.add(postings.workplaces[row]); break;
    case RuleCode::credential: key.add_list(postings.credentials[row], add_row); break;
    case RuleCode::language: key.add_list(postings.languages[row], add_language); break;
    case RuleCode::week:
      key.add(rules.hours_asked(PostingRow(row))).add(postings.weeks_stated[row]).add(postings.weeks[row].words());
      break;
    case RuleCode::pay: key.add(kind == Kind::training_slot).add(kind == Kind::training_slot ? no_money : postings.monthly_pay[row]); break;
    case RuleCode::need: key.add_list(postings.offers[row], add_offer); break;
    case RuleCode::age: key.add(postings.asks_legal_age[row] == Claim::yes); break;
    case RuleCode::start: key.add(rules.latest_start(PostingRow(row))); break;
    case RuleCode::fee: key.add(kind == Kind::training_slot).add(kind == Kind::training_slot ? postings.fees[row] : no_money); break;
    case RuleCode::daily_units:
      key.add(kind == Kind::piecework_lot).add(kind == Kind::piecework_lot ? postings.least_daily_units[row] : -1);
      break;
    case RuleCode::open:
    case RuleCode::seats:
    case RuleCode::must_skill:
    case RuleCode::travel:
    case RuleCode::blocked:
    case RuleCode::prerequisite: break;
  }
}

}  // namespace aril
