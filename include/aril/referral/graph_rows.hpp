// A referral graph as the compressed rows that the measures read: vertices by their rows, links of all kinds, whatever their consent.
//
//   const auto contacts = aril::contacts_of(graph);
//   const auto together = aril::embeddedness(contacts);
//   const auto report = aril::tie_report(contacts, aril::strengths_of(graph, contacts), cuts, placements);
#pragma once

#include <vector>

#include "aril/core/compressed_rows.hpp"
#include "aril/referral/graph.hpp"
#include "aril/units/strength.hpp"

namespace aril {

// Directed, parallel links repeated: what PageRank walks and strong components follow.
[[nodiscard]] CompressedRows rows_of(const ReferralGraph& graph);
// Who knows whom either way, each pair once in each direction, without loops: what proximity and ties read.
[[nodiscard]] CompressedRows contacts_of(const ReferralGraph& graph);
// Of every column of `rows` the strength of the strongest link that leads so; 0 where none does, as with a link that leads back only.
// Pre: the rows are of as many vertices as the graph.
[[nodiscard]] std::vector<Strength> strengths_of(const ReferralGraph& graph, RowsView rows);

}  // namespace aril
