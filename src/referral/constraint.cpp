// Burt's constraint.
#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <string>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/referral/ties.hpp"

namespace aril {
namespace {

void check_weights(RowsView simple, std::span<const double> weights) {
  if (weights.size() != simple.columns.size())
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, "weights"}, std::to_string(simple.columns.size()) + " weights, one a column",
                std::to_string(weights.size()));
  for (const double weight : weights) {
    if (!(weight >= 0 && std::isfinite(weight)))
      throw Error(ErrorCode::out_of_range, {"", 0, 0, "weights"}, "weights that are finite and not below 0", std::to_string(weight));
  }
}

// Of every link what its two directions weigh together. Columns of a row rise, and so do the rows that lead to one column: one walk meets them in order.
std::vector<double> weights_both_ways(RowsView simple, std::span<const double> weights) {
  std::vector<double> sums(weights.begin(), weights.end());
  std::vector<std::uint64_t> next(simple.offsets.begin(), simple.offsets.end() - 1);
  for (std::size_t row = 0; row < simple.size(); ++row) {
    for (std::uint64_t link = simple.offsets[row]; link < simple.offsets[row + 1]; ++link)
      sums[next[simple.columns[link]]++] += weights[link];
  }
  return sums;
}

// p(u, v) of every link: its weight by the sum of those of its row; 0 where the row weighs nothing.
std::vector<double> shares_of(RowsView simple, std::span<const double> weights) {
  std::vector<double> shares(simple.columns.size());
  for (std::size_t row = 0; row < simple.size(); ++row) {
    double sum = 0;
    for (std::uint64_t link = simple.offsets[row]; link < simple.offsets[row + 1]; ++link) sum += weights.empty() ? 1 : weights[link];
    if (sum == 0) continue;
    for (std::uint64_t link = simple.offsets[row]; link < simple.offsets[row + 1]; ++link)
      shares[link] = (weights.empty() ? 1 : weights[link]) / sum;
  }
  return shares;
}

// `sums`: one a vertex, of any value; only those of u's neighbours are read.
double constraint_of(std::size_t u, RowsView simple, const std::vector<double>& shares, std::vector<double>& sums) {
  const auto own = std::span(shares).subspan(simple.offsets[u], simple.degree(u));
  if (std::none_of(own.begin(), own.end(), [](double share) { return share > 0; })) return std::numeric_limits<double>::quiet_NaN();
  for (std::uint64_t link = simple.offsets[u]; link < simple.offsets[u + 1]; ++link) sums[simple.columns[link]] = shares[link];
  for (std::uint64_t first = simple.offsets[u]; first < simple.offsets[u + 1]; ++first) {
    const std::size_t w = simple.columns[first];
    for (std::uint64_t second = simple.offsets[w]; second < simple.offsets[w + 1]; ++second)
      sums[simple.columns[second]] += shares[first] * shares[second];
  }
  double constraint = 0;
  for (const std::uint32_t v : simple[u]) constraint += sums[v] * sums[v];
  return constraint;
}

}  // namespace

std::vector<double> burt_constraint(RowsView simple, std::span<const double> weights, const ConstraintOptions& options) {
  if (!weights.empty()) check_weights(simple, weights);
  const std::vector<double> both_ways = weights.empty() ? std::vector<double>() : weights_both_ways(simple, weights);
  const std::vector<double> shares = shares_of(simple, both_ways);
  std::vector<double> constraints(simple.size());
  std::vector<std::vector<double>> sums(resolve_threads(options.threads));
  for_each_block(simple.size(), {.threads = options.threads, .block_size = 256}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t worker) {
                   sums[worker].resize(simple.size());
                   for (std::size_t u = begin; u < end; ++u) constraints[u] = constraint_of(u, simple, shares, sums[worker]);
                 });
  return constraints;
}

}  // namespace aril
