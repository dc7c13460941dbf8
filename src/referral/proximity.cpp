#include "aril/referral/proximity.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "wide_common.hpp"

namespace aril {
namespace {

void check_pairs(std::span<const RowPair> pairs, std::size_t vertex_count) {
  for (const RowPair& pair : pairs) {
    const std::uint32_t larger = std::max(pair.row, pair.column);
    if (larger >= vertex_count)
      throw Error(ErrorCode::out_of_range, {"", 0, 0, "pairs"}, "vertices below " + std::to_string(vertex_count), std::to_string(larger));
  }
}

// Calls visit(vertex) for every common neighbour, rising.
template <class Visit>
void for_each_common(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b, Visit visit) {
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) visit(a[i]);
    const std::uint32_t at = a[i];
    i += at <= b[j] ? 1U : 0U;
    j += b[j] <= at ? 1U : 0U;
  }
}

double weight_of(std::size_t degree) { return degree > 1 ? 1 / std::log(static_cast<double>(degree)) : 0; }

template <class Value, class Score>
std::vector<Value> of_pairs(RowsView simple, std::span<const RowPair> pairs, const ProximityOptions& options, Score score) {
  check_pairs(pairs, simple.size());
  std::vector<Value> values(pairs.size());
  for_each_block(pairs.size(), {.threads = options.threads, .block_size = 1024}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t) {
                   for (std::size_t i = begin; i < end; ++i) values[i] = score(simple[pairs[i].row], simple[pairs[i].column]);
                 });
  return values;
}

// Whether the pass of `marked` takes its link with `other`: of two ends, the one with more links is marked and the list of the other is
// read.
bool reads(RowsView simple, std::size_t marked, std::size_t other) {
  const std::size_t more = simple.degree(marked);
  const std::size_t fewer = simple.degree(other);
  return fewer != more ? fewer < more : other < marked;
}

// The values of a vertex's links that its pass takes, in both of their directions: sum(list, marks) adds up over the neighbours of the other
// end those that are marked. The rest is a matter of where things stand: the twin of a link is found by counting the smaller columns in its
// row.
template <class Value, class Sum>
void fill_row(RowsView simple, std::size_t marked, std::vector<std::uint8_t>& marks, std::vector<Value>& values, Sum sum) {
  marks.resize(simple.size());
  const auto neighbours = simple[marked];
  for (const std::uint32_t neighbour : neighbours) marks[neighbour] = 1;
  for (std::size_t i = 0; i < neighbours.size(); ++i) {
    const std::uint32_t other = neighbours[i];
    if (!reads(simple, marked, other)) continue;
    const auto list = simple[other];
    std::size_t smaller = 0;
    for (const std::uint32_t column : list) smaller += column < marked ? 1U : 0U;
    values[simple.offsets[marked] + i] = values[simple.offsets[other] + smaller] = sum(list, marks.data());
  }
  for (const std::uint32_t neighbour : neighbours) marks[neighbour] = 0;
}

std::uint32_t count_marked(std::span<const std::uint32_t> list, const std::uint8_t* marks) {
  std::uint32_t count = 0;
  for (const std::uint32_t vertex : list) count += marks[vertex];
  return count;
}

}  // namespace

std::vector<std::uint32_t> common_neighbours(RowsView simple, RowPair pair) {
  check_pairs({&pair, 1}, simple.size());
  std::vector<std::uint32_t> common;
  for_each_common(simple[pair.row], simple[pair.column], [&](std::uint32_t vertex) { common.push_back(vertex); });
  return common;
}

std::vector<std::uint32_t> common_neighbour_counts(RowsView simple, std::span<const RowPair> pairs, const ProximityOptions& options) {
  return of_pairs<std::uint32_t>(simple, pairs, options, [](auto a, auto b) {
    std::uint32_t count = 0;
    for_each_common(a, b, [&](std::uint32_t) { ++count; });
    return count;
  });
}

std::vector<double> adamic_adar(RowsView simple, std::span<const RowPair> pairs, const ProximityOptions& options) {
  return of_pairs<double>(simple, pairs, options, [&](auto a, auto b) {
    double sum = 0;
    for_each_common(a, b, [&](std::uint32_t vertex) { sum += weight_of(simple.degree(vertex)); });
    return sum;
  });
}

std::vector<double> adamic_adar_of_links(RowsView simple, const ProximityOptions& options) {
  std::vector<double> weights(simple.size());
  for (std::size_t vertex = 0; vertex < simple.size(); ++vertex) weights[vertex] = weight_of(simple.degree(vertex));
  const auto sum_of_marked = [&](std::span<const std::uint32_t> list, const std::uint8_t* marks) {
    double sum = 0;
    for (const std::uint32_t vertex : list) sum += static_cast<double>(marks[vertex]) * weights[vertex];
    return sum;
  };
  std::vector<double> values(simple.columns.size());
  std::vector<std::vector<std::uint8_t>> marks_of_workers(resolve_threads(options.threads));
  for_each_block(simple.size(), {.threads = options.threads, .block_size = 1024}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t worker) {
                   for (std::size_t row = begin; row < end; ++row) fill_row(simple, row, marks_of_workers[worker], values, sum_of_marked);
                 });
  return values;
}

std::vector<std::uint32_t> embeddedness(RowsView simple, const ProximityOptions& options) {
  std::vector<std::uint32_t> counts(simple.columns.size());
  std::vector<std::vector<std::uint8_t>> marks_of_workers(resolve_threads(options.threads));
  for_each_block(simple.size(), {.threads = options.threads, .block_size = 1024}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t worker) {
                   wide::count_common(simple, begin, end, counts.data());
                   for (std::size_t row = begin; row < end; ++row) {
                     if (simple.degree(row) > wide::few_links()) fill_row(simple, row, marks_of_workers[worker], counts, count_marked);
                   }
                 });
  return counts;
}

std::vector<std::uint64_t> triangles_of_vertices(RowsView simple, std::span<const std::uint32_t> embeddedness) {
  if (embeddedness.size() != simple.columns.size())
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, "embeddedness"}, std::to_string(simple.columns.size()) + " numbers, one a column",
                std::to_string(embeddedness.size()));
  std::vector<std::uint64_t> triangles(simple.size());
  for (std::size_t vertex = 0; vertex < simple.size(); ++vertex) {
    for (std::uint64_t link = simple.offsets[vertex]; link < simple.offsets[vertex + 1]; ++link) triangles[vertex] += embeddedness[link];
    triangles[vertex] /= 2;  // each stands on two of the vertex's links
  }
  return triangles;
}

std::uint64_t triangle_count(std::span<const std::uint32_t> embeddedness) {
  std::uint64_t sum = 0;
  for (const std::uint32_t count : embeddedness) sum += count;
  return sum / 6;  // three links, two directions
}

Clustering clustering(RowsView simple, std::span<const std::uint32_t> embeddedness) {
  const std::vector<std::uint64_t> triangles = triangles_of_vertices(simple, embeddedness);
  Clustering result;
  result.coefficients.resize(simple.size());
  for (std::size_t vertex = 0; vertex < simple.size(); ++vertex) {
    const auto degree = static_cast<double>(simple.degree(vertex));
    if (degree > 1) result.coefficients[vertex] = 2 * static_cast<double>(triangles[vertex]) / (degree * (degree - 1));
    result.average += result.coefficients[vertex];
  }
  if (simple.size() != 0) result.average /= static_cast<double>(simple.size());
  return result;
}

}  // namespace aril
