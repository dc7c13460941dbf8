// Openings of all four kinds, as columns under one numbering.
#pragma once

#include <cstdint>
#include <vector>

#include "aril/core/id_table.hpp"
#include "aril/core/ragged.hpp"
#include "aril/core/row.hpp"
#include "aril/market/concept_table.hpp"
#include "aril/market/kind.hpp"
#include "aril/market/requirement.hpp"
#include "aril/units/date.hpp"
#include "aril/units/money.hpp"
#include "aril/units/week_mask.hpp"

namespace aril {

struct Offer {
  NeedRow need;
  bool offered = true;
  auto operator<=>(const Offer&) const = default;
};

// Shapes: one entry a posting, in the order of ids; lists in the order of rows. Not stated: none(), no_money, -1, or an unstated list.
struct Postings {
  IdTable ids;
  std::vector<Kind> kinds;
  TitleColumns titles;
  std::vector<EmployerRow> employers;
  std::vector<OccupationRow> occupations;
  std::vector<std::int64_t> seats;  // not stated: 1
  std::vector<Date> opens;
  std::vector<Date> closes;
  std::vector<Date> posted;
  std::vector<Workplace> workplaces;  // not stated: on_site
  std::vector<std::uint8_t> workplaces_stated;
  std::vector<GridRow> grids;
  std::vector<GridRow> pickup_grids;
  std::vector<GridRow> measured_grids;  // where travel is measured to: docs/definitions.md, "Travel"; none also where there is no travel
  std::vector<std::uint8_t> travels;    // 0: remote or at home with nothing to pick up, so travel is no question
  std::vector<WeekMask> weeks;
  std::vector<std::uint8_t> weeks_stated;
  std::vector<std::int16_t> hours_asked;  // as stated
  std::vector<Money> pay_lower;           // as stated, in its period
  std::vector<Money> pay_upper;
  std::vector<PayPeriod> pay_periods;
  std::vector<Money> monthly_pay;    // the upper pay as a month's
  Ragged<Requirement> requirements;  // must and nice together, each skill once, in the order of skill rows; stated when either list is
  Ragged<CredentialRow> credentials;
  Ragged<HeldLanguage> languages;  // asked, with the level asked
  Ragged<Offer> offers;
  std::vector<Claim> asks_legal_age;
  std::vector<Date> latest_starts;
  std::vector<Date> starts;
  std::vector<Date> ends;
  Ragged<ResidentRow> blocked_residents;
  Ragged<HeldSkill> grants;
  Ragged<HeldSkill> prerequisite_skills;
  Ragged<CredentialRow> prerequisite_credentials;
  std::vector<Money> fees;
  Ragged<EmployerRow> ordered_by;
  std::vector<std::int64_t> units;
  std::vector<Money> unit_pay;
  std::vector<Date> due;
  std::vector<std::int64_t> least_daily_units;
  std::vector<std::int64_t> most_daily_units;

  [[nodiscard]] std::size_t size() const noexcept { return ids.size(); }
};

}  // namespace aril
