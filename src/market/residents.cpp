#include "aril/market/residents.hpp"

#include "columns.hpp"
#include "list_rows.hpp"

namespace aril {
namespace {

void add_wishes(Residents& residents, const ResidentRecord& record) {
  KindSet kinds = 0;
  for (const Kind kind : record.wanted_kinds.value_or(std::vector<Kind>{})) kinds = static_cast<KindSet>(kinds | bit_of(kind));
  residents.wanted_kinds.push_back(kinds);
  residents.wanted_kinds_stated.push_back(record.wanted_kinds ? 1 : 0);
  WorkplaceSet workplaces = 0;
  for (const Workplace workplace : record.wanted_workplaces.value_or(std::vector<Workplace>{})) {
    workplaces = static_cast<WorkplaceSet>(workplaces | bit_of(workplace));
  }
  residents.wanted_workplaces.push_back(workplaces);
  residents.wanted_workplaces_stated.push_back(record.wanted_workplaces ? 1 : 0);
}

void add_likes(Residents& residents, const ResidentRecord& record, const MarketBuilder::State& state) {
  std::vector<EmployerLike> employers;
  for (const LikeItem& item : record.liked_employers.value_or(std::vector<LikeItem>{})) {
    employers.push_back({EmployerRow(state.employers.row(item.name)), static_cast<std::int8_t>(item.value)});
  }
  sort_unique(employers);
  residents.liked_employers.push_back(employers, record.liked_employers.has_value());
  std::array<std::int8_t, kind_count> kinds{};
  for (const KindLike& item : record.liked_kinds.value_or(std::vector<KindLike>{}))
    kinds[static_cast<std::size_t>(item.kind)] = static_cast<std::int8_t>(item.value);
  residents.liked_kinds.push_back(kinds);
  residents.liked_kinds_stated.push_back(record.liked_kinds ? 1 : 0);
  std::array<std::int8_t, workplace_count> workplaces{};
  for (const WorkplaceLike& item : record.liked_workplaces.value_or(std::vector<WorkplaceLike>{})) {
    workplaces[static_cast<std::size_t>(item.workplace)] = static_cast<std::int8_t>(item.value);
  }
  residents.liked_workplaces.push_back(workplaces);
  residents.liked_workplaces_stated.push_back(record.liked_workplaces ? 1 : 0);
}

}  // namespace

Residents make_residents(const MarketBuilder::State& state, const Market::Content& content) {
  Residents residents;
  residents.ids = ids_of(state.residents);
  const auto occupation_row = [&](const std::string& id) { return state.occupations.row(id); };
  state.residents.for_each_kept([&](const ResidentRecord& record) {
    residents.homes.push_back(row_or_none<GridRow>(record.home, state.grids));
    residents.modes.push_back(row_or_none<ModeRow>(record.mode, state.modes));
    residents.travel_limits.push_back(static_cast<std::int32_t>(record.travel_limit.value_or(-1)));
    add_wishes(residents, record);
    residents.skills.push_back(skill_rows(record.skills, state), record.skills.has_value());
    residents.credentials.push_back(
        rows_of<CredentialRow>(record.credentials, [&](const std::string& id) { return *content.credentials.find(id); }),
        record.credentials.has_value());
    residents.languages.push_back(language_rows(record.languages, content.languages), record.languages.has_value());
    residents.weeks.push_back(record.week.value_or(WeekMask{}));
    residents.weeks_stated.push_back(record.week ? 1 : 0);
    residents.pay_floors.push_back(amount_in(record.pay_floor, record.currency, state.settings));
    residents.needs.push_back(rows_of<NeedRow>(record.needs, [&](const std::string& id) { return *content.needs.find(id); }),
                              record.needs.has_value());
    residents.of_legal_age.push_back(!record.of_legal_age ? Claim::not_stated : (*record.of_legal_age ? Claim::yes : Claim::no));
    residents.available_from.push_back(record.available_from.value_or(Date::none()));
    residents.budgets.push_back(amount_in(record.budget, record.currency, state.settings));
    residents.daily_units.push_back(record.daily_units.value_or(-1));
    residents.wanted_occupations.push_back(rows_of<OccupationRow>(record.wanted_occupations, occupation_row),
                                           record.wanted_occupations.has_value());
    residents.held_occupations.push_back(rows_of<OccupationRow>(record.held_occupations, occupation_row),
                                         record.held_occupations.has_value());
    add_likes(residents, record, state);
    residents.blocked_postings.push_back(
        rows_of<PostingRow>(record.blocked_postings, [&](const std::string& id) { return state.postings.row(id); }),
        record.blocked_postings.has_value());
    residents.blocked_employers.push_back(
        rows_of<EmployerRow>(record.blocked_employers, [&](const std::string& id) { return state.employers.row(id); }),
        record.blocked_employers.has_value());
  });
  return residents;
}

}  // namespace aril
