// PageRank from shares of all vertices: one vector, in double throughout.
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/referral/page_rank.hpp"
#include "walk.hpp"

namespace aril {
namespace {

std::vector<double> scaled_shares(std::span<const double> teleport, std::size_t vertex_count) {
  if (teleport.size() != vertex_count)
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, "teleport"}, std::to_string(vertex_count) + " shares, one a vertex",
                std::to_string(teleport.size()));
  double sum = 0;
  for (const double share : teleport) {
    if (!(share >= 0 && std::isfinite(share)))
      throw Error(ErrorCode::out_of_range, {"", 0, 0, "teleport"}, "shares that are finite and not below 0", std::to_string(share));
    sum += share;
  }
  if (!(sum > 0 && std::isfinite(sum)) && vertex_count != 0)
    throw Error(ErrorCode::out_of_range, {"", 0, 0, "teleport"}, "a share above 0, and a finite sum", std::to_string(sum));
  std::vector<double> shares(teleport.begin(), teleport.end());
  for (double& share : shares) share /= sum;
  return shares;
}

double sum_of(const std::vector<double>& parts) { return std::accumulate(parts.begin(), parts.end(), 0.0); }

// Iterates value = damping / scale x (sum of values that lead here) + share / scale.
class VectorSolver {
 public:
  VectorSolver(const Walk& walk, const std::vector<double>& shares, const PageRankOptions& options)
      : walk_(walk),
        shares_(shares),
        options_(options),
        current_(shares.size()),
        previous_(shares.size()),
        block_sums_(walk_blocks(shares.size())) {
    for (std::size_t row = 0; row < shares.size(); ++row) current_[row] = shares[row] / walk.scales[row];
  }

  // Returns the residual of the solution, in L1.
  double solve() {
    StepLengths lengths(options_.damping, walk_.symmetric);
    (void)lengths.next();  // current_ is the first step's
    const double wanted = options_.tolerance * (1 - options_.damping) / 2;
    // Where rounding keeps the tolerance out of reach, this ends it.
    const std::size_t most = 50 + 2 * steps_to(wanted, rate_of(options_.damping, walk_.symmetric));
    double residual = step(lengths.next());
    for (std::size_t number = 1; residual > wanted && number < most; ++number) {
      std::swap(current_, previous_);
      residual = step(lengths.next());
    }
    return residual;
  }

  // None below 0, sum 1. Returns the sum before.
  double ranks(std::span<double> ranks) {
    for (std::size_t row = 0; row < ranks.size(); ++row) ranks[row] = std::max(0.0, current_[row] * walk_.scales[row]);
    std::vector<double> blocks;
    for (std::size_t begin = 0; begin < ranks.size(); begin += walk_block) {
      const auto block = ranks.subspan(begin, std::min(walk_block, ranks.size() - begin));
      blocks.push_back(std::accumulate(block.begin(), block.end(), 0.0));
    }
    const double sum = sum_of(blocks);
    for (double& rank : ranks) rank /= sum;
    return sum;
  }

 private:
  // Makes previous_ the next of current_; returns the residual of current_.
  double step(double length) {
    for_each_block(current_.size(), {.threads = options_.threads, .block_size = walk_block}, {nullptr, options_.watch.cancelled},
                   [&](std::size_t begin, std::size_t end, std::size_t) {
                     double residual = 0;
                     for (std::size_t row = begin; row < end; ++row) {
                       double sum = 0;
                       for (const std::uint32_t from : walk_.incoming[row]) sum += current_[from];
                       const double target = (options_.damping * sum + shares_[row]) / walk_.scales[row];
                       residual += walk_.scales[row] * std::abs(target - current_[row]);
                       previous_[row] += length * (target - previous_[row]);
                     }
                     block_sums_[begin / walk_block] = residual;
                   });
    return sum_of(block_sums_);
  }

  const Walk& walk_;
  const std::vector<double>& shares_;
  const PageRankOptions& options_;
  std::vector<double> current_;
  std::vector<double> previous_;
  std::vector<double> block_sums_;
};

}  // namespace

PageRanks page_rank_from(RowsView links, std::span<const double> teleport, const PageRankOptions& options) {
  options.validate();
  const std::vector<double> shares = scaled_shares(teleport, links.size());
  PageRanks result{links.size(), std::vector<double>(links.size()), {0.0}};
  if (links.size() == 0) return result;
  const Walk walk = walk_of(links);
  VectorSolver solver(walk, shares, options);
  const double residual = solver.solve();
  result.error_bounds[0] = 2 * residual / ((1 - options.damping) * solver.ranks(result.ranks));
  return result;
}

PageRanks global_page_rank(RowsView links, const PageRankOptions& options) {
  return page_rank_from(links, std::vector<double>(links.size(), 1.0), options);
}

}  // namespace aril
