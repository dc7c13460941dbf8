// The resident's lists: rank and reciprocal.
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/core/top_k.hpp"
#include "pair_filter.hpp"
#include "ranker_state.hpp"

namespace aril {
namespace {

constexpr std::size_t residents_per_block = 16;  // small, so that a request to stop is heard within milliseconds

// Which of a resident's scored postings make the list: min_score, caps, offset, k.
class Selection {
 public:
  Selection(const Market& market, const RankOptions& options)
      : postings_(market.postings()),
        options_(options),
        reach_(options.k > postings_.size() || options.offset > postings_.size() ? postings_.size() : options.k + options.offset),
        top_(reach_) {}

  void select(std::span<const PostingRow> postings, std::span<const std::uint32_t> scores, std::vector<OrderKey>& best) {
    const bool capped = options_.most_per_employer != 0 || options_.most_per_kind != 0;
    best.clear();
    if (!capped) {
      for (std::size_t i = 0; i < postings.size(); ++i) {
        if (scores[i] >= options_.min_score.value) top_.push(order_key(scores[i], postings[i].value));
      }
      top_.take(best);
    } else {
      for (std::size_t i = 0; i < postings.size(); ++i) {
        if (scores[i] >= options_.min_score.value) best.push_back(order_key(scores[i], postings[i].value));
      }
      std::sort(best.begin(), best.end(), std::greater<>{});
      cap(best);
    }
    best.erase(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(std::min(options_.offset, best.size())));
    if (best.size() > options_.k) best.resize(options_.k);
  }

 private:
  // Greedy, walking down the order; what one cap turns away does not count in the other.
  void cap(std::vector<OrderKey>& best) {
    std::unordered_map<std::uint32_t, std::size_t> of_employer;
    std::array<std::size_t, kind_count> of_kind{};
    std::size_t kept = 0;
    for (const OrderKey key : best) {
      if (kept == reach_) break;
      const std::size_t p = row_of(key);
      std::size_t& employer = of_employer[postings_.employers[p].value];
      std::size_t& kind = of_kind[static_cast<std::size_t>(postings_.kinds[p])];
      if (options_.most_per_employer != 0 && employer >= options_.most_per_employer) continue;
      if (options_.most_per_kind != 0 && kind >= options_.most_per_kind) continue;
      ++employer;
      ++kind;
      best[kept++] = key;
    }
    best.resize(kept);
  }

  const Postings& postings_;
  const RankOptions& options_;
  std::size_t reach_;  // offset + k
  TopK top_;
};

// What one block of residents gives, until all are put together in order.
struct BlockLists {
  std::vector<Hit> hits;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint64_t> eligible;
};

RankedLists<ResidentRow> in_order(const std::vector<ResidentRow>& wanted, const std::vector<std::size_t>& position,
                                  const std::vector<BlockLists>& blocks) {
  std::vector<std::span<const Hit>> hits(wanted.size());
  std::vector<std::uint64_t> eligible(wanted.size());
  for (std::size_t i = 0, b = 0; b < blocks.size(); ++b) {
    std::size_t begin = 0;
    for (std::size_t j = 0; j < blocks[b].counts.size(); ++j, ++i) {
      const std::size_t place = position[i];
      hits[place] = std::span(blocks[b].hits).subspan(begin, blocks[b].counts[j]);
      eligible[place] = blocks[b].eligible[j];
      begin += blocks[b].counts[j];
    }
  }
  RankedLists<ResidentRow> lists;
  for (std::size_t i = 0; i < wanted.size(); ++i) lists.append(wanted[i], hits[i], eligible[i]);

  return lists;
}

struct ScoringSides {
  std::vector<WeightedTerm> first;
  std::vector<WeightedTerm> second;  // empty: one side only
  Combination combination = Combination::minimum;
};

class PostingRanking {
 public:
  PostingRanking(const Kernel& kernel, const Market& market, std::span<const Bitmap> kinds, const RankOptions& options,
                 const ScoringSides& sides)
      : kernel_(kernel), kinds_(kinds), options_(options), sides_(sides), filter_(market, options.allow, options.deny), market_(market) {}

  struct Worker {
    Kernel::Worker kernel;
    Selection selection;
    std::vector<OrderKey> best;
  };
  [[nodiscard]] Worker make_worker() const { return {kernel_.make_worker(), Selection(market_, options_), {}}; }

  // worker.best: the list; returns how many are eligible.
  std::size_t list(ResidentRow resident, Worker& worker) const {
    Kernel::Worker& w = worker.kernel;
    kernel_.find_eligible(resident, w);
    narrow(resident, w.eligible);
    kernel_.list_eligible(resident, w);
    worker.best.clear();
    if (w.postings.empty()) return 0;
    kernel_.prepare(resident, w);
    kernel_.score(sides_.first, w, w.scores);
    if (!sides_.second.empty()) {
      kernel_.score(sides_.second, w, w.other_scores);
      for (std::size_t i = 0; i < w.scores.size(); ++i) w.scores[i] = combine({w.scores[i]}, {w.other_scores[i]}, sides_.combination).value;
    }
    worker.selection.select(w.postings, w.scores, worker.best);
    return w.postings.size();
  }

 private:
  void narrow(ResidentRow resident, Bitmap& eligible) const {
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      if ((options_.kinds & bit_of(static_cast<Kind>(kind))) != 0) continue;
      for (std::size_t word = 0; word < eligible.words().size(); ++word) eligible.words()[word] &= ~kinds_[kind].words()[word];
    }
    filter_.apply(resident, eligible);
  }

  const Kernel& kernel_;
  std::span<const Bitmap> kinds_;
  const RankOptions& options_;
  const ScoringSides& sides_;
  PairFilter filter_;
  const Market& market_;
};

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
  const PostingRanking ranking(state.kernel, state.market, state.postings_of_kind, options, sides);
  const std::size_t threads = resolve_threads(options.threads);
  std::vector<std::unique_ptr<PostingRanking::Worker>> workers(threads);
  std::vector<BlockLists> blocks((work.order.size() + residents_per_block - 1) / residents_per_block);
  for_each_block(work.order.size(), {threads, residents_per_block}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t worker_number) {
                   auto& worker = workers[worker_number];
                   if (!worker) worker = std::make_unique<PostingRanking::Worker>(ranking.make_worker());
                   BlockLists& block = blocks[begin / residents_per_block];
                   for (std::size_t i = begin; i < end; ++i) {
                     const ResidentRow resident = work.order[i];
                     block.eligible.push_back(ranking.list(resident, *worker));
                     block.counts.push_back(static_cast<std::uint32_t>(worker->best.size()));
                     for (const OrderKey key : worker->best) {
                       const PostingRow posting(row_of(key));
                       block.hits.push_back({resident, posting, {score_of(key)}, state.questions(resident, posting)});
                     }
                   }
                 });
  return in_order(work.wanted, work.position, blocks);
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
