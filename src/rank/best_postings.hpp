// Which of a resident's eligible postings make the list: min_score, caps, offset, k. Scores no more than it takes to know.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/total_order.hpp"
#include "aril/market/postings.hpp"
#include "aril/rank/ranker.hpp"
#include "kernel.hpp"

namespace aril {

class BestPostings {
 public:
  // Pre: everything outlives the object.
  BestPostings(const Market& market, const Kernel& kernel, std::span<const PostingRow> order, const RankOptions& options);

  // Of worker.eligible, by the sum of the weights. Pre: the worker is prepared.
  void find(std::span<const WeightedTerm> weights, Kernel::Worker& worker, std::vector<OrderKey>& best);
  // Of worker.positions, by worker.scores.
  void choose(Kernel::Worker& worker, std::vector<OrderKey>& best);

  void count_eligible(std::size_t count) noexcept { counters_.eligible += count; }
  [[nodiscard]] const RankCounters& counters() const noexcept { return counters_; }

 private:
  [[nodiscard]] bool is_capped() const noexcept { return options_.most_per_employer != 0 || options_.most_per_kind != 0; }
  [[nodiscard]] SearchPath path_for(std::size_t count) const;
  void score_all(std::span<const WeightedTerm> weights, Kernel::Worker& worker, std::vector<OrderKey>& best);
  void score_reaching(std::span<const WeightedTerm> weights, Kernel::Worker& worker, std::vector<OrderKey>& best);
  [[nodiscard]] std::uint32_t threshold_of_early(std::span<const WeightedTerm> weights, Kernel::Worker& worker);
  bool search(std::span<const WeightedTerm> weights, bool with_skills, Kernel::Worker& worker, std::vector<OrderKey>& best);
  void search_chunks(std::span<const WeightedTerm> weights, Kernel::Worker& worker);
  void score_pending(std::span<const WeightedTerm> weights, Kernel::Worker& worker);
  void finish(std::span<const WeightedTerm> weights, Kernel::Worker& worker, const std::uint32_t* positions, std::size_t count,
              std::uint32_t late);
  void raise_threshold();
  [[nodiscard]] std::uint32_t threshold_of_previous(std::span<const WeightedTerm> weights, Kernel::Worker& worker);
  void remember(Kernel::Worker& worker);
  void push(const std::uint32_t* positions, const std::uint32_t* scores, std::size_t count, std::uint32_t least, std::uint32_t* numbers);
  void keep_first(std::size_t most);
  void order_keys(std::size_t most, std::vector<OrderKey>& best);
  void cap(std::vector<OrderKey>& best) const;
  void cut(std::vector<OrderKey>& best) const;

  const Postings& postings_;
  const Kernel& kernel_;
  std::span<const PostingRow> order_;
  const RankOptions& options_;
  std::size_t reach_;       // offset + k
  std::size_t wanted_;      // keys that are enough: reach_, or some more where caps turn some away
  std::size_t remembered_;  // keys kept while searching, and positions handed to the next resident
  std::vector<OrderKey> keys_;
  std::vector<OrderKey> ordered_;
  std::uint32_t least_ = 0;  // a score below it is not in the list
  std::size_t pending_ = 0;  // positions listed that are not yet scored
  std::vector<std::uint16_t> chunk_bounds_;
  RankCounters counters_;
};

}  // namespace aril
