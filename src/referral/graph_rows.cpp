#include "aril/referral/graph_rows.hpp"

#include <algorithm>

namespace aril {

CompressedRows rows_of(const ReferralGraph& graph) {
  const ReferralGraph::Content& content = graph.content();
  std::vector<std::uint64_t> offsets = content.out_offsets;
  if (offsets.empty()) offsets.push_back(0);
  std::vector<std::uint32_t> columns(content.targets.size());
  std::ranges::transform(content.targets, columns.begin(), &VertexRow::value);
  return {std::move(offsets), std::move(columns)};
}

CompressedRows contacts_of(const ReferralGraph& graph) { return symmetrized(rows_of(graph)); }

std::vector<Strength> strengths_of(const ReferralGraph& graph, RowsView rows) {
  const ReferralGraph::Content& content = graph.content();
  std::vector<Strength> strengths(rows.columns.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::uint64_t link = content.out_offsets[row];
    for (std::uint64_t at = rows.offsets[row]; at < rows.offsets[row + 1]; ++at) {  // both lists rise
      while (link < content.out_offsets[row + 1] && content.targets[link].value < rows.columns[at]) ++link;
      for (std::uint64_t parallel = link; parallel < content.out_offsets[row + 1] && content.targets[parallel].value == rows.columns[at];
           ++parallel)
        strengths[at] = std::max(strengths[at], content.strengths[parallel]);
    }
  }
  return strengths;
}

}  // namespace aril
