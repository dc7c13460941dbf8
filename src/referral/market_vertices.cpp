#include "aril/referral/market_vertices.hpp"

#include "aril/market/employers.hpp"
#include "aril/market/residents.hpp"

namespace aril {
namespace {

// Both tables are in the order of ids, so one walk over both finds all that are in both.
template <class MarketRow>
void match(const IdTable& market_ids, const ReferralGraph& graph, bool employers, std::vector<VertexRow>& vertices,
           std::vector<MarketRow>& rows) {
  vertices.assign(market_ids.size(), VertexRow::none());
  rows.assign(graph.vertex_count(), MarketRow::none());
  std::size_t vertex = 0;
  for (std::size_t row = 0; row < market_ids.size(); ++row) {
    while (vertex < graph.vertex_count() && graph.id(VertexRow(vertex)) < market_ids[row]) ++vertex;
    if (vertex == graph.vertex_count()) return;
    if (graph.id(VertexRow(vertex)) != market_ids[row] || graph.is_employer(VertexRow(vertex)) != employers) continue;
    vertices[row] = VertexRow(vertex);
    rows[vertex] = MarketRow(row);
  }
}

}  // namespace

MarketVertices::MarketVertices(const Market& market, const ReferralGraph& graph) {
  match(market.residents().ids, graph, false, of_residents, residents);
  match(market.employers().ids, graph, true, of_employers, employers);
}

}  // namespace aril
