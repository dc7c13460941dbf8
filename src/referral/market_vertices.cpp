#include "aril/referral/market_vertices.hpp"

#include "aril/market/employers.hpp"
#include "aril/market/residents.hpp"

namespace aril {
namespace {

template <class MarketRow>
void match(const IdTable& market_ids, const ReferralGraph& graph, bool employers, std::vector<VertexRow>& vertices,
           std::vector<MarketRow>& rows) {
  vertices = matching_rows<VertexRow>(market_ids, graph.content().ids);
  rows.assign(graph.vertex_count(), MarketRow::none());
  for (std::size_t row = 0; row < vertices.size(); ++row) {
    if (vertices[row].is_none()) continue;
    if (graph.is_employer(vertices[row]) == employers) {
      rows[vertices[row].index()] = MarketRow(row);
    } else {
      vertices[row] = VertexRow::none();
    }
  }
}

}  // namespace

MarketVertices::MarketVertices(const Market& market, const ReferralGraph& graph) {
  match(market.residents().ids, graph, false, of_residents, residents);
  match(market.employers().ids, graph, true, of_employers, employers);
}

}  // namespace aril
