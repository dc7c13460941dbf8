#include "aril/market/postings.hpp"

#include "columns.hpp"
#include "list_rows.hpp"

namespace aril {
namespace {

void append_requirements(std::vector<Requirement>& asked, const OptionalList<RequirementItem>& list, bool must,
                         const MarketBuilder::State& state) {
  if (!list) return;
  for (const RequirementItem& item : *list) {
    const std::uint32_t count = item.count.value_or(must ? 2 : 1);
    asked.push_back({SkillRow(state.skills.row(item.skill)), item.level, must, static_cast<std::uint16_t>(count), 0});
  }
}

void add_dates(Postings& postings, const PostingRecord& record) {
  postings.opens.push_back(record.opens.value_or(Date::none()));
  postings.closes.push_back(record.closes.value_or(Date::none()));
  postings.posted.push_back(record.posted.value_or(Date::none()));
  postings.latest_starts.push_back(record.latest_start.value_or(Date::none()));
  postings.starts.push_back(record.starts.value_or(Date::none()));
  postings.ends.push_back(record.ends.value_or(Date::none()));
  postings.due.push_back(record.due.value_or(Date::none()));
}

void add_place(Postings& postings, const PostingRecord& record, const MarketBuilder::State& state) {
  const Workplace workplace = record.workplace.value_or(Workplace::on_site);
  const GridRow grid = row_or_none<GridRow>(record.grid, state.grids);
  const GridRow pickup = row_or_none<GridRow>(record.pickup_grid, state.grids);
  const bool picks_up = record.kind == Kind::piecework_lot && !pickup.is_none();
  const bool travels = picks_up || workplace == Workplace::on_site;
  postings.workplaces.push_back(workplace);
  postings.workplaces_stated.push_back(record.workplace ? 1 : 0);
  postings.grids.push_back(grid);
  postings.pickup_grids.push_back(pickup);
  postings.travels.push_back(travels ? 1 : 0);
  postings.measured_grids.push_back(picks_up ? pickup : (travels ? grid : GridRow::none()));
}

void add_pay(Postings& postings, const PostingRecord& record, const MarketSettings& settings) {
  const Money lower = amount_in(record.pay_lower, record.currency, settings);
  const Money upper = amount_in(record.pay_upper, record.currency, settings);
  const PayPeriod period = record.pay_period.value_or(PayPeriod::month);
  const Money single_or_upper = upper != no_money ? upper : lower;
  postings.pay_lower.push_back(lower);
  postings.pay_upper.push_back(upper);
  postings.pay_periods.push_back(period);
  postings.monthly_pay.push_back(single_or_upper != no_money ? monthly_pay(single_or_upper, period) : no_money);
  postings.fees.push_back(amount_in(record.fee, record.currency, settings));
  postings.unit_pay.push_back(amount_in(record.unit_pay, record.currency, settings));
}

void add_offers(Postings& postings, const PostingRecord& record, const IdTable& needs) {
  std::vector<Offer> offers;
  for (const OfferItem& item : record.offers.value_or(std::vector<OfferItem>{}))
    offers.push_back({NeedRow(*needs.find(item.need)), item.offered});
  sort_unique(offers);
  postings.offers.push_back(offers, record.offers.has_value());
}

}  // namespace

Postings make_postings(const MarketBuilder::State& state, const Market::Content& content) {
  Postings postings;
  postings.ids = ids_of(state.postings);
  postings.titles = titles_of(state.postings);
  const auto credential_row = [&](const std::string& id) { return *content.credentials.find(id); };
  state.postings.for_each_kept([&](const PostingRecord& record) {
    postings.kinds.push_back(record.kind);
    postings.employers.push_back(EmployerRow(state.employers.row(record.employer)));
    postings.occupations.push_back(row_or_none<OccupationRow>(record.occupation, state.occupations));
    postings.seats.push_back(record.seats.value_or(1));
    add_dates(postings, record);
    add_place(postings, record, state);
    postings.weeks.push_back(record.week.value_or(WeekMask{}));
    postings.weeks_stated.push_back(record.week ? 1 : 0);
    postings.hours_asked.push_back(static_cast<std::int16_t>(record.hours_asked.value_or(-1)));
    add_pay(postings, record, state.settings);
    std::vector<Requirement> asked;
    append_requirements(asked, record.must_skills, true, state);
    append_requirements(asked, record.nice_skills, false, state);
    postings.requirements.push_back(canonical_requirements(std::move(asked)), record.must_skills || record.nice_skills);
    postings.credentials.push_back(rows_of<CredentialRow>(record.credentials, credential_row), record.credentials.has_value());
    postings.languages.push_back(language_rows(record.languages, content.languages), record.languages.has_value());
    add_offers(postings, record, content.needs);
    postings.asks_legal_age.push_back(!record.legal_age ? Claim::not_stated : (*record.legal_age ? Claim::yes : Claim::no));
    postings.blocked_residents.push_back(
        rows_of<ResidentRow>(record.blocked_residents, [&](const std::string& id) { return state.residents.row(id); }),
        record.blocked_residents.has_value());
    postings.grants.push_back(skill_rows(record.grants, state), record.grants.has_value());
    postings.prerequisite_skills.push_back(skill_rows(record.prerequisite_skills, state), record.prerequisite_skills.has_value());
    postings.prerequisite_credentials.push_back(rows_of<CredentialRow>(record.prerequisite_credentials, credential_row),
                                                record.prerequisite_credentials.has_value());
    postings.ordered_by.push_back(rows_of<EmployerRow>(record.ordered_by, [&](const std::string& id) { return state.employers.row(id); }),
                                  record.ordered_by.has_value());
    postings.units.push_back(record.units.value_or(-1));
    postings.least_daily_units.push_back(record.least_daily_units.value_or(-1));
    postings.most_daily_units.push_back(record.most_daily_units.value_or(-1));
  });
  return postings;
}

}  // namespace aril
