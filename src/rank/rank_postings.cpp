// The resident's lists: rank and reciprocal.
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/core/total_order.hpp"
#include "aril/market/residents.hpp"
#include "best_postings.hpp"
#include "pair_filter.hpp"
#include "ranker_state.hpp"

namespace aril {
namespace {

constexpr std::size_t residents_per_block = 16;  // small, so that a request to stop is heard within milliseconds

// What one block of residents gives, until all are put together in order.
struct BlockLists {
  std::vector<Hit> hits;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint64_t> eligible;
};

RankedLists<ResidentRow> in_order(const std::vector<ResidentRow>& wanted, const std::vector<std::size_t>& position,
                                  const std::vector<BlockLists>& blocks, std::size_t threads) {
  std::vector<std::uint64_t> offsets(wanted.size() + 1, 0);
  std::vector<std::uint64_t> eligible(wanted.size());
  std::size_t item = 0;
  for (const BlockLists& block : blocks) {
    for (std::size_t j = 0; j < block.counts.size(); ++j, ++item) {
      offsets[position[item] + 1] = block.counts[j];
      eligible[position[item]] = block.eligible[j];
    }
  }
  for (std::size_t i = 0; i < wanted.size(); ++i) offsets[i + 1] += offsets[i];
  std::vector<Hit> hits(offsets.back());
  for_each_block(blocks.size(), {threads, 64}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t b = begin; b < end; ++b) {
      const Hit* next = blocks[b].hits.data();
      for (std::size_t j = 0; j < blocks[b].counts.size(); ++j) {
        std::copy_n(next, blocks[b].counts[j], hits.begin() + static_cast<std::ptrdiff_t>(offsets[position[b * residents_per_block + j]]));
        next += blocks[b].counts[j];
      }
    }
  });
  return {wanted, std::move(offsets), std::move(hits), std::move(eligible)};
}

struct ScoringSides {
  std::vector<WeightedTerm> first;
  std::vector<WeightedTerm> second;  // empty: one side only
  Combination combination = Combination::minimum;
};

class PostingRanking {
 public:
  PostingRanking(const Ranker::State& state, const RankOptions& options, const ScoringSides& sides)
      : state_(state), options_(options), sides_(sides), filter_(state.market, options.allow, options.deny) {}

  struct Worker {
    WorkerPool::Lent kernel;
    BestPostings selection;
    std::vector<OrderKey> best;
  };
  [[nodiscard]] Worker make_worker() const {
    return {state_.workers.lend(), BestPostings(state_.market, state_.kernel, state_.plan.order(), options_), {}};
  }

  // worker.best: the list; returns how many are eligible.
  std::size_t list(ResidentRow resident, Worker& worker) const {
    Kernel::Worker& w = *worker.kernel;
    state_.kernel.find_eligible(resident, w);
    narrow(resident, w.eligible);
    state_.kernel.count_eligible(resident, w);
    worker.best.clear();
    worker.selection.count_eligible(w.count);
    if (w.count == 0) return 0;
    state_.kernel.prepare(resident, w);
    if (sides_.second.empty()) {
      worker.selection.find(sides_.first, w, worker.best);
    } else {
      state_.kernel.list_eligible(w);
      state_.kernel.score(sides_.first, w, w.scores);
      state_.kernel.score(sides_.second, w, w.other_scores);
      for (std::size_t i = 0; i < w.count; ++i) w.scores[i] = combine({w.scores[i]}, {w.other_scores[i]}, sides_.combination).value;
      worker.selection.choose(w, worker.best);
    }
    return w.count;
  }

 private:
  void narrow(ResidentRow resident, Bitmap& eligible) const {
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      if ((options_.kinds & bit_of(static_cast<Kind>(kind))) != 0) continue;
      const Bitmap& unwanted = state_.positions_of_kind[kind];
      for (std::size_t word = 0; word < eligible.words().size(); ++word) eligible.words()[word] &= ~unwanted.words()[word];
    }
    filter_.apply(resident, state_.plan.positions(), eligible);
  }

  const Ranker::State& state_;
  const RankOptions& options_;
  const ScoringSides& sides_;
  PairFilter filter_;
};

void add(RankCounters& sum, const RankCounters& part) {
  sum.eligible += part.eligible;
  sum.scored += part.scored;
  sum.bounded += part.bounded;
  sum.second_passes += part.second_passes;
  sum.listed += part.listed;
  sum.bounded_without_skills += part.bounded_without_skills;
  sum.bounded_by_skills += part.bounded_by_skills;
}

// Whom to rank, as the caller asked; and the same in an order of work in which neighbours share their travel.
struct Work {
  std::vector<ResidentRow> wanted;
  std::vector<ResidentRow> order;
  std::vector<std::size_t> position;  // of order[i] in wanted
};

Work plan_work(const RankOptions& options, const std::vector<ResidentRow>& work_order, std::size_t resident_count) {
  Work work;
  if (!options.residents) {
    work.order = work_order;
    work.wanted.resize(work_order.size());
    for (std::size_t row = 0; row < work_order.size(); ++row) work.wanted[row] = ResidentRow(row);
    for (const ResidentRow row : work_order) work.position.push_back(row.index());
    return work;
  }
  work.wanted = *options.residents;
  for (std::size_t i = 0; i < work.wanted.size(); ++i) {
    if (work.wanted[i].index() >= resident_count) {
      throw Error(ErrorCode::unknown_id, {"", 0, 0, "residents"}, "a resident's row", std::to_string(work.wanted[i].value));
    }
    work.position.push_back(i);
  }
  work.order = work.wanted;
  return work;
}

}  // namespace

namespace detail {

RankedLists<ResidentRow> rank_postings(const Ranker::State& state, const RankOptions& options, const ScoringSides& sides) {
  const Work work = plan_work(options, state.work_order, state.market.residents().size());
  const PostingRanking ranking(state, options, sides);
  const std::size_t threads = resolve_threads(options.threads);
  std::vector<std::unique_ptr<PostingRanking::Worker>> workers(threads);
  std::vector<BlockLists> blocks((work.order.size() + residents_per_block - 1) / residents_per_block);
  for_each_block(work.order.size(), {threads, residents_per_block}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t worker_number) {
                   auto& worker = workers[worker_number];
                   if (!worker) worker = std::make_unique<PostingRanking::Worker>(ranking.make_worker());
                   (*worker->kernel).previous.clear();  // so that the work, not only its outcome, is the same for any number of threads
                   BlockLists& block = blocks[begin / residents_per_block];
                   block.hits.reserve((end - begin) * std::min<std::size_t>(options.k, 64));
                   for (std::size_t i = begin; i < end; ++i) {
                     const ResidentRow resident = work.order[i];
                     state.kernel.prefetch(std::span(work.order).subspan(i, end - i));
                     block.eligible.push_back(ranking.list(resident, *worker));
                     block.counts.push_back(static_cast<std::uint32_t>(worker->best.size()));
                     for (const OrderKey key : worker->best) {
                       const PostingRow posting(row_of(key));
                       block.hits.push_back({resident, posting, {score_of(key)}, state.questions(resident, posting)});
                     }
                   }
                 });
  if (options.counters != nullptr) {
    for (const auto& worker : workers) {
      if (worker) add(*options.counters, worker->selection.counters());
    }
  }
  return in_order(work.wanted, work.position, blocks, threads);
}

}  // namespace detail

RankedLists<ResidentRow> Ranker::rank(const RankOptions& options) const {
  return detail::rank_postings(*state_, options, {State::weighing(state_->resident_weights), {}, Combination::minimum});
}

RankedLists<ResidentRow> Ranker::rank(ResidentRow resident, RankOptions options) const {
  options.residents = {resident};
  options.threads = 1;
  return rank(options);
}

RankedLists<ResidentRow> Ranker::reciprocal(Combination combination, const RankOptions& options) const {
  return detail::rank_postings(*state_, options,
                               {State::weighing(state_->resident_weights), State::weighing(state_->employer_weights), combination});
}

}  // namespace aril
