#include "aril/market/employers.hpp"

#include "columns.hpp"

namespace aril {

Employers make_employers(const MarketBuilder::State& state) {
  Employers employers;
  employers.ids = ids_of(state.employers);
  employers.titles = titles_of(state.employers);
  state.employers.for_each_kept([&](const EmployerRecord& record) {
    employers.kinds.push_back(record.kind);
    employers.parents.push_back(row_or_none<EmployerRow>(record.parent, state.employers));
    employers.grids.push_back(row_or_none<GridRow>(record.grid, state.grids));
    employers.blocked_residents.push_back(
        rows_of<ResidentRow>(record.blocked_residents, [&](const std::string& id) { return state.residents.row(id); }),
        record.blocked_residents.has_value());
  });
  return employers;
}

}  // namespace aril
