// Employers in their tree: business district > building > employer.
#pragma once

#include <string>
#include <vector>

#include "aril/core/id_table.hpp"
#include "aril/core/ragged.hpp"
#include "aril/core/row.hpp"
#include "aril/market/concept_table.hpp"

namespace aril {

// Shapes: one entry an employer, in the order of ids.
struct Employers {
  IdTable ids;
  TitleColumns titles;
  std::vector<std::string> kinds;
  std::vector<EmployerRow> parents;  // none: a root
  std::vector<GridRow> grids;
  Ragged<ResidentRow> blocked_residents;

  [[nodiscard]] std::size_t size() const noexcept { return ids.size(); }
};

}  // namespace aril
