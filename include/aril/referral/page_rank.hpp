// Personalised PageRank: how likely a walk that starts at a person, and starts again there now and then, is found at each vertex. Its
// stationary shares. Exactly, to a bound that is reported; quickly and roughly, with the bound reported too; and by a direct solve, to
// check both.
//
//   const auto ranks = aril::page_rank(rows, std::vector<std::uint32_t>{42, 7});
//   ranks.of(1)[42];          // what seed 7 gives to vertex 42
//   ranks.error_bounds[1];    // at most so far, in sum over all vertices, from the exact ranks
//
// The walk: with probability `damping` one of the links out of the vertex, each alike (a repeated link counts as often as it is repeated, a
// loop leads back); else, and always at a vertex without links, back to the seed. For several seeds at once, or everywhere: in the shares
// of `teleport`. So does NetworkX's pagerank(personalization=...) with dangling left at its default. docs/definitions.md, section Reach.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "aril/core/compressed_rows.hpp"
#include "aril/core/function_view.hpp"
#include "aril/core/watch.hpp"

namespace aril {

struct PageRankOptions {
  double damping = 0.85;    // 0..0.999
  double tolerance = 1e-8;  // 1e-12..1: the error bound to reach, in L1
  std::size_t threads = 0;  // 0: all that the machine has
  Watch watch = {};         // progress counts seeds

  // Errors: Error{invalid_option}.
  void validate() const;
};

// Shapes: ranks holds a row of vertex_count for each seed, in the order of the seeds. Every row is >= 0 and sums to 1.
struct PageRanks {
  std::size_t vertex_count = 0;
  std::vector<double> ranks;
  std::vector<double> error_bounds;  // one a seed: the L1 distance from the exact ranks is at most this (beside rounding in double)

  [[nodiscard]] std::span<const double> of(std::size_t seed_number) const noexcept {
    return {ranks.data() + seed_number * vertex_count, vertex_count};
  }
};

// The ranks of many seeds, 16 in one pass. A seed may repeat. Where links are the same both ways (found out by one pass over them) by
// Chebyshev's iteration, else by Richardson's (the power method), about 2.4 times the steps; in float, with the residual refined and
// measured in double.
// Cost: near 50 passes over the links for every 16 seeds; a result of 8 bytes a seed and vertex: for more than fits, visit_page_rank.
// Threads: the same bytes for any number of threads and every CPU level. Faster where numbers that are close are also linked.
// Errors: Error{out_of_range} for a seed that is no vertex, {invalid_option}, {cancelled}. Pre: links as RowsView says.
[[nodiscard]] PageRanks page_rank(RowsView links, std::span<const std::uint32_t> seeds, const PageRankOptions& options = {});

// The same, handed over seed by seed; the ranks are gone after the call. Order of calls: not promised. Threads: never two calls at once.
using RankVisitor = FunctionView<void(std::size_t seed_number, std::span<const double> ranks, double error_bound)>;
void visit_page_rank(RowsView links, std::span<const std::uint32_t> seeds, const PageRankOptions& options, RankVisitor visit);

// One result, as if from one seed, for a walk that starts again at vertex v with the share teleport[v] (not below 0, scaled to sum 1).
// Errors: Error{shape_mismatch} unless there is one share a vertex, {out_of_range} for shares that are negative, not finite or all 0.
[[nodiscard]] PageRanks page_rank_from(RowsView links, std::span<const double> teleport, const PageRankOptions& options = {});
// The same with all shares alike: the PageRank of the whole graph.
[[nodiscard]] PageRanks global_page_rank(RowsView links, const PageRankOptions& options = {});

struct PushOptions {
  double damping = 0.85;    // 0..0.999
  double threshold = 1e-6;  // above 0, at most 1: a vertex is pushed while its residual is above threshold x number of its links
  // Whether links are the same both ways; not stated: one pass over them finds out. Stated wrongly it costs pushes, bounds still hold.
  std::optional<bool> symmetric = {};
  std::size_t most = 0;     // keep at most so many vertices a seed, the largest ranks, ties to the lower vertex; 0: all that were reached
  std::size_t threads = 0;  // 0: all that the machine has
  Watch watch = {};         // progress counts seeds

  // Errors: Error{invalid_option}.
  void validate() const;
};

// Shapes: the i-th seed's vertices and ranks stand at [offsets[i], offsets[i + 1]). Order: rising vertices; vertices that are not named
// have 0.
struct SparseRanks {
  std::vector<std::uint64_t> offsets;
  std::vector<std::uint32_t> vertices;
  std::vector<double> ranks;
  std::vector<double> error_bounds;  // one a seed: the L1 distance from the exact ranks is at most this, before `most` cut any

  [[nodiscard]] std::span<const std::uint32_t> vertices_of(std::size_t seed_number) const noexcept {
    return {vertices.data() + offsets[seed_number], static_cast<std::size_t>(offsets[seed_number + 1] - offsets[seed_number])};
  }
  [[nodiscard]] std::span<const double> ranks_of(std::size_t seed_number) const noexcept {
    return {ranks.data() + offsets[seed_number], static_cast<std::size_t>(offsets[seed_number + 1] - offsets[seed_number])};
  }
};

// Near the seed only, by forward push: what a vertex has left is handed on to its links, first come, first served, until no vertex has more
// left than its threshold. What is left then, in sum, is the error bound. Where links are the same both ways each push hands on 1.15 times
// what there is, which saves pushes; what is left may then be negative, and counts by its size. The ranks sum to at most 1 + bound.
// Cost: that of the pushes, whatever the size of the graph, and one pass over the links a call, unless options.symmetric is stated.
// Threads: a seed is one task; the same bytes for any number. Errors, Pre: as page_rank.
// Source: Andersen, Chung and Lang, Local graph partitioning using PageRank vectors, 2006.
[[nodiscard]] SparseRanks page_rank_push(RowsView links, std::span<const std::uint32_t> seeds, const PushOptions& options = {});

// By a sparse factorisation: exact to rounding, error bounds 0. For checks on small graphs: its memory may grow with the square of the
// vertices.
// Errors, Pre: as page_rank.
[[nodiscard]] PageRanks page_rank_direct(RowsView links, std::span<const std::uint32_t> seeds, double damping = 0.85);

}  // namespace aril
