#include "aril/interop/eigen.hpp"

#include <gtest/gtest.h>

#include "aril/score/embedding_term.hpp"
#include "support/small_market.hpp"

namespace aril {
namespace {

TEST(Eigen, DenseMatricesAreViewedNotCopied) {
  Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> people(2, 3);
  people << 0.5F, 0, 0, 0, 0.25F, 1;
  const MatrixView<float> view = interop::view_of(people);
  EXPECT_EQ(view.data, people.data());
  EXPECT_EQ(view.rows, 2U);
  EXPECT_EQ(view.columns, 3U);
  EXPECT_EQ(view.row(1)[2], 1.0F);
  Eigen::Matrix<float, 1, 3> openings(1, 0, 1);
  Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> one = openings;
  const EmbeddingTerm term(test::SmallMarket().build(), view, interop::view_of(one), {.scale = 4, .multiplier = 1, .shift = 0});
  EXPECT_EQ(term.value(ResidentRow(0), PostingRow(0)), 32'768 + 2 * 4);
  EXPECT_EQ(term.value(ResidentRow(1), PostingRow(0)), 32'768 + 4 * 4);
}

TEST(Eigen, SparseMatricesBecomeEntriesOfASparseTerm) {
  Eigen::SparseMatrix<double> links(2, 1);
  links.insert(1, 0) = 0.5;
  const auto entries = interop::entries_of(links);
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0], (SparseEntry{ResidentRow(1), 0, 32'768}));  // 32,767.5 half up
  links.coeffRef(0, 0) = 1.5;
  EXPECT_THROW((void)interop::entries_of(links), Error);
}

}  // namespace
}  // namespace aril
