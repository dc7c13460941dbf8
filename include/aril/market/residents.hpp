// People who look for work or training, as columns.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "aril/core/id_table.hpp"
#include "aril/core/ragged.hpp"
#include "aril/core/row.hpp"
#include "aril/market/kind.hpp"
#include "aril/market/requirement.hpp"
#include "aril/units/date.hpp"
#include "aril/units/money.hpp"
#include "aril/units/week_mask.hpp"

namespace aril {

struct EmployerLike {
  EmployerRow employer;
  std::int8_t value = 0;
  auto operator<=>(const EmployerLike&) const = default;
};

// Shapes: one entry a resident, in the order of ids; lists in the order of rows. Not stated: none(), no_money, -1, or an unstated list.
struct Residents {
  IdTable ids;
  std::vector<GridRow> homes;
  std::vector<ModeRow> modes;
  std::vector<std::int32_t> travel_limits;  // minutes
  std::vector<KindSet> wanted_kinds;        // 0: states none
  std::vector<std::uint8_t> wanted_kinds_stated;
  std::vector<WorkplaceSet> wanted_workplaces;
  std::vector<std::uint8_t> wanted_workplaces_stated;
  Ragged<HeldSkill> skills;
  Ragged<CredentialRow> credentials;
  Ragged<HeldLanguage> languages;
  std::vector<WeekMask> weeks;
  std::vector<std::uint8_t> weeks_stated;
  std::vector<Money> pay_floors;  // a month
  Ragged<NeedRow> needs;
  std::vector<Claim> of_legal_age;
  std::vector<Date> available_from;
  std::vector<Money> budgets;
  std::vector<std::int64_t> daily_units;
  Ragged<OccupationRow> wanted_occupations;
  Ragged<OccupationRow> held_occupations;
  Ragged<EmployerLike> liked_employers;
  std::vector<std::array<std::int8_t, kind_count>> liked_kinds;
  std::vector<std::uint8_t> liked_kinds_stated;
  std::vector<std::array<std::int8_t, workplace_count>> liked_workplaces;
  std::vector<std::uint8_t> liked_workplaces_stated;
  Ragged<PostingRow> blocked_postings;
  Ragged<EmployerRow> blocked_employers;

  [[nodiscard]] std::size_t size() const noexcept { return ids.size(); }
};

}  // namespace aril
