// The ranks by factorising the walk's equations.
#include <Eigen/SparseLU>
#include <algorithm>
#include <string>

#include "aril/core/error.hpp"
#include "aril/referral/page_rank.hpp"
#include "walk.hpp"

namespace aril {
namespace {

using Matrix = Eigen::SparseMatrix<double>;

// Identity - damping x (column v holds where a walk goes from v). A vertex without links has no entry: the sum is scaled to 1 afterwards.
Matrix equations_of(RowsView links, double damping) {
  std::vector<Eigen::Triplet<double>> entries;
  for (std::size_t row = 0; row < links.size(); ++row) {
    const int from = static_cast<int>(row);
    entries.emplace_back(from, from, 1.0);
    for (const std::uint32_t to : links[row])
      entries.emplace_back(static_cast<int>(to), from, -damping / static_cast<double>(links.degree(row)));
  }
  const auto size = static_cast<Eigen::Index>(links.size());
  Matrix matrix(size, size);
  matrix.setFromTriplets(entries.begin(), entries.end());
  return matrix;
}

}  // namespace

PageRanks page_rank_direct(RowsView links, std::span<const std::uint32_t> seeds, double damping) {
  check_damping(damping);
  check_seeds(seeds, links.size());
  PageRanks result{links.size(), {}, std::vector<double>(seeds.size(), 0.0)};
  if (seeds.empty()) return result;
  Eigen::SparseLU<Matrix> solver(
      equations_of(links, damping));  // column sums of at least 1 - damping on the diagonal's side: never singular
  for (const std::uint32_t seed : seeds) {
    Eigen::VectorXd start = Eigen::VectorXd::Zero(static_cast<Eigen::Index>(links.size()));
    start[static_cast<Eigen::Index>(seed)] = 1;
    const Eigen::VectorXd solution = solver.solve(start);
    const Eigen::VectorXd ranks = solution.cwiseMax(0.0) / solution.cwiseMax(0.0).sum();
    result.ranks.insert(result.ranks.end(), ranks.begin(), ranks.end());
  }
  return result;
}

}  // namespace aril
