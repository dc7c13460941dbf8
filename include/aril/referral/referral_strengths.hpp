// The best strength of every person and every employer within some hops, as the sparse matrix that a sparse term takes.
//
//   aril::SparseTerm referral(market, "referral", aril::SparseColumns::employers, aril::referral_strengths(introducer, market));
#pragma once

#include <cstddef>
#include <span>

#include "aril/core/row.hpp"
#include "aril/core/sparse_matrix.hpp"
#include "aril/core/watch.hpp"
#include "aril/market/market.hpp"
#include "aril/referral/introductions.hpp"

namespace aril {

struct StrengthOptions {
  std::size_t hops = 3;             // links a chain, at most; at least 1
  std::size_t most_employers = 64;  // of a person; the strongest stay, ties to the lower row
  std::size_t threads = 0;          // 0: all that the machine has
};

// Shape: a row for each of `people`, a column for each vertex of the graph; only employers have values.
// Errors: Error{invalid_option} for hops of 0; Error{out_of_range} for a row that is no person of the graph; Error{cancelled}.
// Cost: for each hop but the first, the links of everyone who is near enough times the employers that they reach; as much memory as all people reach
// employers within hops - 1, 8 bytes each.
[[nodiscard]] SparseMatrix referral_strengths(const Introducer& introducer, std::span<const VertexRow> people,
                                              const StrengthOptions& options = {}, const Watch& watch = {});

// Shape: residents x employers of the market. A resident who is not in the graph has an empty row; employers that the market does not have are not counted
// among the most that are kept.
[[nodiscard]] SparseMatrix referral_strengths(const Introducer& introducer, const Market& market, const StrengthOptions& options = {},
                                              const Watch& watch = {});

}  // namespace aril
