// Checks the vertices of a graph and numbers them by id.
#pragma once

#include <cstddef>
#include <vector>

#include "aril/core/function_view.hpp"
#include "aril/referral/graph.hpp"

namespace aril {

// Fills ids, titles and kinds. Returns the row of every record; none where it was left out. Problems: invalid_id, invalid_utf8, duplicate_id.
// `place_of(i)` says where record i stood, its field left empty.
[[nodiscard]] std::vector<VertexRow> number_vertices(std::vector<VertexRecord>& records, FunctionView<Place(std::size_t)> place_of,
                                                     ReferralGraph::Content& content, std::vector<Problem>& problems);

}  // namespace aril
