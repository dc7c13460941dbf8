#include "aril/core/compressed_rows.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "aril/core/error.hpp"

namespace aril {
namespace {

using Columns = std::vector<std::uint32_t>;

Columns row(const CompressedRows& rows, std::size_t number) {
  const auto list = rows.view()[number];
  return {list.begin(), list.end()};
}

ErrorCode code_of(std::vector<std::uint64_t> offsets, Columns columns) {
  try {
    const CompressedRows rows(std::move(offsets), std::move(columns));
  } catch (const Error& error) {
    return error.code();
  }
  return ErrorCode::cancelled;
}

TEST(CompressedRows, SortsPairsAndKeepsRepeatsAndLoops) {
  const std::vector<RowPair> pairs{{2, 1}, {0, 2}, {0, 1}, {2, 1}, {1, 1}};
  const CompressedRows rows = CompressedRows::from_pairs(3, pairs);
  EXPECT_EQ(row(rows, 0), (Columns{1, 2}));
  EXPECT_EQ(row(rows, 1), (Columns{1}));
  EXPECT_EQ(row(rows, 2), (Columns{1, 1}));
  EXPECT_NO_THROW(rows.view().check());
}

TEST(CompressedRows, TheTransposedLeadsBack) {
  const std::vector<RowPair> pairs{{2, 1}, {0, 2}, {0, 1}, {2, 1}, {1, 1}};
  const CompressedRows rows = CompressedRows::from_pairs(3, pairs);
  const CompressedRows back = transposed(rows);
  EXPECT_EQ(row(back, 0), (Columns{}));
  EXPECT_EQ(row(back, 1), (Columns{0, 1, 2, 2}));
  EXPECT_EQ(row(back, 2), (Columns{0}));
  EXPECT_EQ(transposed(back), rows);
}

TEST(CompressedRows, SymmetrizedDropsLoopsAndRepeats) {
  const std::vector<RowPair> pairs{{2, 1}, {0, 2}, {0, 1}, {2, 1}, {1, 1}, {1, 0}};
  const CompressedRows rows = symmetrized(CompressedRows::from_pairs(4, pairs));
  EXPECT_EQ(row(rows, 0), (Columns{1, 2}));
  EXPECT_EQ(row(rows, 1), (Columns{0, 2}));
  EXPECT_EQ(row(rows, 2), (Columns{0, 1}));
  EXPECT_EQ(row(rows, 3), (Columns{}));
}

TEST(CompressedRows, KnowsSymmetricFromNot) {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    std::vector<RowPair> pairs;
    for (int i = 0; i < 8; ++i) pairs.push_back({static_cast<std::uint32_t>(random() % 4), static_cast<std::uint32_t>(random() % 4)});
    const CompressedRows rows = CompressedRows::from_pairs(4, pairs);
    EXPECT_EQ(rows.view().is_symmetric(), rows == transposed(rows)) << "round " << round;
    EXPECT_TRUE(symmetrized(rows).view().is_simple());
    EXPECT_EQ(rows.view().is_simple(), rows == symmetrized(rows)) << "round " << round;
  }
}

TEST(CompressedRows, OneLinkTooManyOrTooFewIsNotSymmetric) {
  std::mt19937 random(8);
  for (int round = 0; round < 500; ++round) {
    std::vector<RowPair> pairs;
    for (int i = 0; i < 12; ++i) {  // repeats and loops among them
      const RowPair pair{static_cast<std::uint32_t>(random() % 6), static_cast<std::uint32_t>(random() % 6)};
      pairs.push_back(pair);
      pairs.push_back({pair.column, pair.row});
    }
    EXPECT_TRUE(CompressedRows::from_pairs(6, pairs).view().is_symmetric()) << "round " << round;
    const RowPair last = pairs.back();
    pairs.pop_back();
    EXPECT_EQ(CompressedRows::from_pairs(6, pairs).view().is_symmetric(), last.row == last.column) << "round " << round;
    pairs.push_back(last);
    pairs.push_back(last);
    EXPECT_EQ(CompressedRows::from_pairs(6, pairs).view().is_symmetric(), last.row == last.column) << "round " << round;
  }
}

TEST(CompressedRows, RefusesArraysThatAreNoRows) {
  EXPECT_EQ(code_of({}, {}), ErrorCode::shape_mismatch);
  EXPECT_EQ(code_of({1, 1}, {0}), ErrorCode::shape_mismatch);
  EXPECT_EQ(code_of({0, 2}, {0}), ErrorCode::shape_mismatch);
  EXPECT_EQ(code_of({0, 2, 1}, {0}), ErrorCode::wrong_order);
  EXPECT_EQ(code_of({0, 2, 2}, {1, 0}), ErrorCode::wrong_order);
  EXPECT_EQ(code_of({0, 1, 1}, {2}), ErrorCode::out_of_range);
  const std::vector<RowPair> pairs{{0, 3}};
  EXPECT_THROW((void)CompressedRows::from_pairs(3, pairs), Error);
}

}  // namespace
}  // namespace aril
