// How close people stand: neighbours in common, triangles through a link, clustering, components. Integers where counts are asked for.
//
//   const auto rows = aril::symmetrized(links);
//   const auto together = aril::embeddedness(rows);   // one number a link, in the order of rows.view().columns
//
// `simple`: undirected links, each both ways, without loops and repeats, as symmetrized() makes them. docs/definitions.md, section Reach.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/compressed_rows.hpp"
#include "aril/core/watch.hpp"

namespace aril {

struct ProximityOptions {
  std::size_t threads = 0;  // 0: all that the machine has
  Watch watch = {};         // progress counts vertices, or pairs where pairs are given
};

// The vertices that both ends of a pair are linked with, rising.
// Errors: Error{out_of_range} for an end that is no vertex.
[[nodiscard]] std::vector<std::uint32_t> common_neighbours(RowsView simple, RowPair pair);
// How many they are, for each pair. Errors, Threads: as embeddedness.
[[nodiscard]] std::vector<std::uint32_t> common_neighbour_counts(RowsView simple, std::span<const RowPair> pairs,
                                                                 const ProximityOptions& options = {});
// Adamic-Adar: the sum of 1 / ln(number of links) over the common neighbours, added in rising order; one that has no other links than one
// (a pair of a vertex with itself) adds 0. For each pair.
[[nodiscard]] std::vector<double> adamic_adar(RowsView simple, std::span<const RowPair> pairs, const ProximityOptions& options = {});
// The same of the ends of every link. Shapes: one a column of `simple`; a link's two directions have the same.
[[nodiscard]] std::vector<double> adamic_adar_of_links(RowsView simple, const ProximityOptions& options = {});

// How many neighbours the ends of each link have in common: the triangles through it.
// Shapes: one a column of `simple`; a link's two directions have the same. Cost: links x the links of the end that has fewer, and
// a byte a vertex and worker where some vertex has more than 64 links.
// Threads: the same for any number. Errors: Error{out_of_range} for an end that is no vertex, {cancelled}. Pre: `simple` is.
[[nodiscard]] std::vector<std::uint32_t> embeddedness(RowsView simple, const ProximityOptions& options = {});

// From embeddedness: the triangles through every vertex; all of them, each once.
[[nodiscard]] std::vector<std::uint64_t> triangles_of_vertices(RowsView simple, std::span<const std::uint32_t> embeddedness);
[[nodiscard]] std::uint64_t triangle_count(std::span<const std::uint32_t> embeddedness);

// Clustering: of the pairs of a vertex's neighbours, the share that is linked; 0 with fewer than two neighbours.
struct Clustering {
  std::vector<double> coefficients;  // one a vertex
  double average = 0;                // over all vertices; 0 without any
};
[[nodiscard]] Clustering clustering(RowsView simple, std::span<const std::uint32_t> embeddedness);

// Components, numbered in the order of their lowest vertex.
struct Components {
  std::vector<std::uint32_t> of;                         // one a vertex: the number of its component
  std::vector<std::uint32_t> sizes;                      // one a component
  [[nodiscard]] std::uint32_t largest() const noexcept;  // the size of the largest; 0 without vertices
};
// Of any links, taken both ways.
[[nodiscard]] Components weak_components(RowsView links);
// Vertices that reach each other along the links. Source: Tarjan, Depth-first search and linear graph algorithms, 1972, without recursion.
[[nodiscard]] Components strong_components(RowsView links);

}  // namespace aril
