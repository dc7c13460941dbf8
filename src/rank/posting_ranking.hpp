// Ranks postings for any residents: the work behind rank, reciprocal and stream.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "aril/core/watch.hpp"
#include "aril/rank/ranker.hpp"
#include "pair_filter.hpp"
#include "ranker_state.hpp"

namespace aril {

struct ScoringSides {
  std::vector<WeightedTerm> first;
  std::vector<WeightedTerm> second;  // empty: one side only
  Combination combination = Combination::minimum;
};

class PostingRanking {
 public:
  // Pre: everything outlives the object. Errors: Error{unknown_id} for a row in `options` that is not there; Error{invalid_option}.
  PostingRanking(const Ranker::State& state, const RankOptions& options, const ScoringSides& sides);

  // Whom the options name, or all.
  [[nodiscard]] std::vector<ResidentRow> residents() const;
  // Their lists, in the order given. The options' residents and watch don't count here. Pre: rows that are there.
  [[nodiscard]] RankedLists<ResidentRow> rank(std::vector<ResidentRow> residents, const Watch& watch) const;

 private:
  struct Worker;
  struct BlockLists;
  struct Work;
  [[nodiscard]] Work plan_work(std::vector<ResidentRow> residents) const;
  [[nodiscard]] static RankedLists<ResidentRow> in_order(Work work, const std::vector<BlockLists>& blocks, std::size_t threads);
  void rank_block(std::span<const ResidentRow> residents, Worker& worker, BlockLists& block) const;
  // worker.best: the list; returns how many are eligible.
  std::size_t list(ResidentRow resident, Worker& worker) const;
  void narrow(ResidentRow resident, Bitmap& eligible) const;

  const Ranker::State& state_;
  const RankOptions& options_;
  const ScoringSides& sides_;
  PairFilter filter_;
};

}  // namespace aril
