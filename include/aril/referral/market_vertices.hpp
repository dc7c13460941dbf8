// Where the people and employers of a market stand in a graph, and the other way round. People of the graph need not be in the market, nor the market's in
// the graph.
#pragma once

#include <vector>

#include "aril/core/row.hpp"
#include "aril/market/market.hpp"
#include "aril/referral/graph.hpp"

namespace aril {

// By equal ids; a resident is never an employer's vertex. none() where there is no counterpart.
struct MarketVertices {
  std::vector<VertexRow> of_residents;  // one a resident
  std::vector<VertexRow>
      of_employers;  // one an employer; buildings and business districts stand among them, and have a vertex where the graph has one
  std::vector<ResidentRow> residents;  // one a vertex
  std::vector<EmployerRow> employers;  // one a vertex

  // Cost: linear in both numbers of ids.
  MarketVertices(const Market& market, const ReferralGraph& graph);

  [[nodiscard]] VertexRow of(ResidentRow row) const noexcept { return of_residents[row.index()]; }
  [[nodiscard]] VertexRow of(EmployerRow row) const noexcept { return of_employers[row.index()]; }
};

}  // namespace aril
