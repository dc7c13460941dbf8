// A ReferralGraph as a model of Boost.Graph's concepts: VertexListGraph, EdgeListGraph, BidirectionalGraph (and with it IncidenceGraph), with property maps of
// links; and a symmetric view for algorithms that ask for an undirected graph.
//
//   std::vector<std::size_t> component(graph.vertex_count());
//   const auto index = get(boost::vertex_index, graph);
//   boost::strong_components(graph, boost::make_iterator_property_map(component.begin(), index), boost::vertex_index_map(index));
//   boost::connected_components(aril::SymmetricView(graph), boost::make_iterator_property_map(component.begin(), index));
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <limits>
#include <utility>

#include "aril/core/row.hpp"
#include "aril/core/row_range.hpp"
#include "aril/referral/graph.hpp"

namespace aril {

using VertexIterator = RowIterator<VertexRow>;
using LinkIterator = RowIterator<LinkRow>;

struct ReferralTraversal : boost::vertex_list_graph_tag, boost::edge_list_graph_tag, boost::bidirectional_graph_tag {};

[[nodiscard]] inline std::pair<VertexIterator, VertexIterator> vertices(const ReferralGraph& graph) noexcept {
  return {VertexIterator(0), VertexIterator(graph.vertex_count())};
}
[[nodiscard]] inline std::size_t num_vertices(const ReferralGraph& graph) noexcept { return graph.vertex_count(); }
[[nodiscard]] inline std::pair<LinkIterator, LinkIterator> edges(const ReferralGraph& graph) noexcept {
  return {LinkIterator(0), LinkIterator(graph.link_count())};
}
[[nodiscard]] inline std::size_t num_edges(const ReferralGraph& graph) noexcept { return graph.link_count(); }
[[nodiscard]] inline VertexRow source(LinkRow link, const ReferralGraph& graph) noexcept { return graph.source(link); }
[[nodiscard]] inline VertexRow target(LinkRow link, const ReferralGraph& graph) noexcept { return graph.target(link); }
[[nodiscard]] inline std::pair<LinkIterator, LinkIterator> out_edges(VertexRow vertex, const ReferralGraph& graph) noexcept {
  const auto& offsets = graph.content().out_offsets;
  return {LinkIterator(offsets[vertex.index()]), LinkIterator(offsets[vertex.index() + 1])};
}
[[nodiscard]] inline std::size_t out_degree(VertexRow vertex, const ReferralGraph& graph) noexcept { return graph.targets(vertex).size(); }
[[nodiscard]] inline std::pair<const LinkRow*, const LinkRow*> in_edges(VertexRow vertex, const ReferralGraph& graph) noexcept {
  const auto links = graph.in_links(vertex);
  return {links.data(), links.data() + links.size()};
}
[[nodiscard]] inline std::size_t in_degree(VertexRow vertex, const ReferralGraph& graph) noexcept { return graph.in_links(vertex).size(); }
[[nodiscard]] inline std::size_t degree(VertexRow vertex, const ReferralGraph& graph) noexcept {
  return out_degree(vertex, graph) + in_degree(vertex, graph);
}

// Every link can be walked both ways. The graph outlives the view.
class SymmetricView {
 public:
  explicit SymmetricView(const ReferralGraph& graph) noexcept : graph_(&graph) {}
  [[nodiscard]] const ReferralGraph& graph() const noexcept { return *graph_; }

  struct Edge {
    LinkRow link;
    bool backwards = false;
    bool operator==(const Edge& other) const noexcept { return link == other.link; }
  };

  // The links that start at a vertex, then those that end there.
  class EdgeIterator {
   public:
    using iterator_category = std::forward_iterator_tag;
    using value_type = Edge;
    using difference_type = std::ptrdiff_t;
    using pointer = const Edge*;
    using reference = Edge;

    EdgeIterator() = default;
    EdgeIterator(const ReferralGraph& graph, VertexRow vertex, std::size_t at) noexcept : graph_(&graph), vertex_(vertex), at_(at) {}
    [[nodiscard]] Edge operator*() const noexcept {
      const std::size_t out = graph_->targets(vertex_).size();
      if (at_ < out) return {LinkRow(graph_->content().out_offsets[vertex_.index()] + at_), false};
      return {graph_->in_links(vertex_)[at_ - out], true};
    }
    EdgeIterator& operator++() noexcept {
      ++at_;
      return *this;
    }
    EdgeIterator operator++(int) noexcept {
      const EdgeIterator before = *this;
      ++at_;
      return before;
    }
    bool operator==(const EdgeIterator& other) const noexcept { return at_ == other.at_; }

   private:
    const ReferralGraph* graph_ = nullptr;
    VertexRow vertex_;
    std::size_t at_ = 0;
  };

 private:
  const ReferralGraph* graph_;
};

struct SymmetricTraversal : boost::vertex_list_graph_tag, boost::incidence_graph_tag {};

[[nodiscard]] inline std::pair<VertexIterator, VertexIterator> vertices(const SymmetricView& view) noexcept {
  return vertices(view.graph());
}
[[nodiscard]] inline std::size_t num_vertices(const SymmetricView& view) noexcept { return view.graph().vertex_count(); }
[[nodiscard]] inline std::size_t out_degree(VertexRow vertex, const SymmetricView& view) noexcept { return degree(vertex, view.graph()); }
[[nodiscard]] inline std::pair<SymmetricView::EdgeIterator, SymmetricView::EdgeIterator> out_edges(VertexRow vertex,
                                                                                                   const SymmetricView& view) noexcept {
  return {SymmetricView::EdgeIterator(view.graph(), vertex, 0),
          SymmetricView::EdgeIterator(view.graph(), vertex, out_degree(vertex, view))};
}
[[nodiscard]] inline VertexRow source(SymmetricView::Edge edge, const SymmetricView& view) noexcept {
  return edge.backwards ? view.graph().target(edge.link) : view.graph().source(edge.link);
}
[[nodiscard]] inline VertexRow target(SymmetricView::Edge edge, const SymmetricView& view) noexcept {
  return edge.backwards ? view.graph().source(edge.link) : view.graph().target(edge.link);
}

// Rows as the indices that algorithms keep their own arrays by.
template <class RowType>
struct RowIndexMap {
  using key_type = RowType;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  friend std::size_t get(const RowIndexMap&, RowType row) noexcept { return row.index(); }
  std::size_t operator[](RowType row) const noexcept { return row.index(); }
};

// A property of links. The graph outlives the map.
template <class Property, auto read>
struct LinkPropertyMap {
  using key_type = LinkRow;
  using value_type = Property;
  using reference = Property;
  using category = boost::readable_property_map_tag;
  const ReferralGraph* graph = nullptr;
  friend Property get(const LinkPropertyMap& map, LinkRow link) { return read(*map.graph, link); }
  friend Property get(const LinkPropertyMap& map, SymmetricView::Edge edge) { return read(*map.graph, edge.link); }
  Property operator[](LinkRow link) const { return read(*graph, link); }
};

namespace detail {
inline Strength strength_of(const ReferralGraph& graph, LinkRow link) noexcept { return graph.strength(link); }
inline LinkKind kind_of(const ReferralGraph& graph, LinkRow link) noexcept { return graph.kind(link); }
// Costs add where strengths multiply: -log2(strength / 65,536). Infinite for strength 0.
inline double cost_of(const ReferralGraph& graph, LinkRow link) {
  const Strength strength = graph.strength(link);
  return strength == 0 ? std::numeric_limits<double>::infinity() : 16.0 - std::log2(static_cast<double>(strength));
}
}  // namespace detail

using StrengthMap = LinkPropertyMap<Strength, detail::strength_of>;
using LinkKindMap = LinkPropertyMap<LinkKind, detail::kind_of>;
using CostMap = LinkPropertyMap<double, detail::cost_of>;

struct edge_strength_t {};
struct edge_kind_t {};
inline constexpr edge_strength_t edge_strength{};
inline constexpr edge_kind_t edge_kind{};

[[nodiscard]] inline RowIndexMap<VertexRow> get(boost::vertex_index_t, const ReferralGraph&) noexcept { return {}; }
[[nodiscard]] inline RowIndexMap<VertexRow> get(boost::vertex_index_t, const SymmetricView&) noexcept { return {}; }
[[nodiscard]] inline RowIndexMap<LinkRow> get(boost::edge_index_t, const ReferralGraph&) noexcept { return {}; }
[[nodiscard]] inline StrengthMap get(edge_strength_t, const ReferralGraph& graph) noexcept { return {&graph}; }
[[nodiscard]] inline LinkKindMap get(edge_kind_t, const ReferralGraph& graph) noexcept { return {&graph}; }
// What a shortest path minimises where a strong chain is wanted; without the rounding of chains, so for ties see introductions.hpp.
[[nodiscard]] inline CostMap get(boost::edge_weight_t, const ReferralGraph& graph) noexcept { return {&graph}; }
template <class Tag, class Key>
[[nodiscard]] auto get(Tag tag, const ReferralGraph& graph, Key key) {
  return get(get(tag, graph), key);
}

}  // namespace aril

namespace boost {

template <>
struct graph_traits<aril::ReferralGraph> {
  using vertex_descriptor = aril::VertexRow;
  using edge_descriptor = aril::LinkRow;
  using vertex_iterator = aril::VertexIterator;
  using edge_iterator = aril::LinkIterator;
  using out_edge_iterator = aril::LinkIterator;
  using in_edge_iterator = const aril::LinkRow*;
  using adjacency_iterator = void;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = aril::ReferralTraversal;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() noexcept { return aril::VertexRow::none(); }
};

template <>
struct graph_traits<aril::SymmetricView> {
  using vertex_descriptor = aril::VertexRow;
  using edge_descriptor = aril::SymmetricView::Edge;
  using vertex_iterator = aril::VertexIterator;
  using edge_iterator = void;
  using out_edge_iterator = aril::SymmetricView::EdgeIterator;
  using in_edge_iterator = void;
  using adjacency_iterator = void;
  using directed_category = undirected_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using traversal_category = aril::SymmetricTraversal;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  static vertex_descriptor null_vertex() noexcept { return aril::VertexRow::none(); }
};

template <>
struct property_map<aril::ReferralGraph, vertex_index_t> {
  using type = aril::RowIndexMap<aril::VertexRow>;
  using const_type = type;
};
template <>
struct property_map<aril::SymmetricView, vertex_index_t> {
  using type = aril::RowIndexMap<aril::VertexRow>;
  using const_type = type;
};
template <>
struct property_map<aril::ReferralGraph, edge_index_t> {
  using type = aril::RowIndexMap<aril::LinkRow>;
  using const_type = type;
};
template <>
struct property_map<aril::ReferralGraph, edge_weight_t> {
  using type = aril::CostMap;
  using const_type = type;
};
template <>
struct property_map<aril::ReferralGraph, aril::edge_strength_t> {
  using type = aril::StrengthMap;
  using const_type = type;
};
template <>
struct property_map<aril::ReferralGraph, aril::edge_kind_t> {
  using type = aril::LinkKindMap;
  using const_type = type;
};

}  // namespace boost
