// Eigen's matrices for aril: dense ones as views, sparse ones as the entries of a sparse term.
//
//   Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> people, openings;
//   inputs.terms.embedding = aril::EmbeddingTerm(market, aril::interop::view_of(people), aril::interop::view_of(openings));
#pragma once

#include <Eigen/Core>
#include <Eigen/SparseCore>
#include <cmath>
#include <string>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/core/matrix_view.hpp"
#include "aril/score/sparse_term.hpp"

namespace aril::interop {

// Borrows: the matrix must outlive the view. Row-major only, so that nothing is copied unseen.
template <class Derived>
[[nodiscard]] MatrixView<typename Derived::Scalar> view_of(const Eigen::PlainObjectBase<Derived>& matrix) {
  static_assert(Derived::IsRowMajor, "aril reads row-major matrices: assign to an Eigen::Matrix<..., Eigen::RowMajor> first");
  return {matrix.data(), static_cast<std::size_t>(matrix.rows()), static_cast<std::size_t>(matrix.cols()),
          static_cast<std::size_t>(matrix.outerStride())};
}

// Strengths in 0..1 become round(65,535 x). Errors: Error{out_of_range} for a strength outside of it.
template <class Derived>
[[nodiscard]] std::vector<SparseEntry> entries_of(const Eigen::SparseMatrixBase<Derived>& matrix) {
  std::vector<SparseEntry> entries;
  const Derived& sparse = matrix.derived();
  for (Eigen::Index outer = 0; outer < sparse.outerSize(); ++outer) {
    for (typename Derived::InnerIterator cell(sparse, outer); cell; ++cell) {
      const auto strength = static_cast<double>(cell.value());
      if (!(strength >= 0 && strength <= 1)) throw Error(ErrorCode::out_of_range, {"", 0, 0, "strength"}, "0..1", std::to_string(strength));
      entries.push_back({ResidentRow(static_cast<std::size_t>(cell.row())), static_cast<std::uint32_t>(cell.col()),
                         static_cast<std::uint16_t>(std::floor(strength * 65'535.0 + 0.5))});
    }
  }
  return entries;
}

}  // namespace aril::interop
