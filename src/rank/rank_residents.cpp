// The employer's lists: each posting's best residents.
#include <algorithm>
#include <memory>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/core/top_k.hpp"
#include "pair_filter.hpp"
#include "ranker_state.hpp"

namespace aril {
namespace {

constexpr std::size_t residents_per_block = 16;

// The postings asked for; those of them that are open as a set of positions; an owner's number among all asked for.
struct Owners {
  std::vector<PostingRow> rows;
  std::vector<PostingRow> distinct;
  Bitmap set;
  std::vector<std::uint32_t> number;  // by position
};

Owners owners_of(const PostingRankOptions& options, const EligibilityPlan& plan) {
  const std::size_t posting_count = plan.order().size();
  Owners owners{{}, {}, Bitmap(plan.bitmap_size()), std::vector<std::uint32_t>(posting_count, 0)};
  if (!options.postings) {
    for (std::size_t row = 0; row < posting_count; ++row) owners.rows.push_back(PostingRow(row));
  } else {
    owners.rows = *options.postings;
  }
  for (const PostingRow row : owners.rows) {
    if (row.index() >= posting_count)
      throw Error(ErrorCode::unknown_id, {"", 0, 0, "postings"}, "a posting's row", std::to_string(row.value));
  }
  owners.distinct = owners.rows;
  std::sort(owners.distinct.begin(), owners.distinct.end());
  owners.distinct.erase(std::unique(owners.distinct.begin(), owners.distinct.end()), owners.distinct.end());
  for (std::uint32_t number = 0; number < owners.distinct.size(); ++number) {
    const std::size_t position = plan.positions()[owners.distinct[number].index()];
    owners.number[position] = number;
    if (position < owners.set.size()) owners.set.set(position);
  }
  return owners;
}

// The best residents of every posting seen by one worker. Merging workers' tops gives the same as one top of all.
struct Tops {
  std::vector<TopK> best;
  std::vector<std::uint64_t> eligible;
};

struct Worker {
  Kernel::Worker kernel;
  Tops tops;
};

void visit_resident(const Ranker::State& state, const Owners& owners, const PairFilter& filter, const std::vector<WeightedTerm>& weights,
                    Score min_score, ResidentRow resident, Worker& worker) {
  Kernel::Worker& w = worker.kernel;
  if (owners.rows.size() <= 8) {
    // For a handful of postings the pairs are asked one by one.
    w.eligible = Bitmap(owners.set.size());
    owners.set.for_each([&](std::size_t position) {
      if (state.plan.is_eligible(resident, state.plan.order()[position])) w.eligible.set(position);
    });
  } else {
    state.kernel.find_eligible(resident, w);
    w.eligible &= owners.set;
  }
  filter.apply(resident, state.plan.positions(), w.eligible);
  state.kernel.list_eligible(resident, w);
  if (w.count == 0) return;
  state.kernel.prepare(resident, w);
  state.kernel.score(weights, w, w.scores);
  for (std::size_t i = 0; i < w.count; ++i) {
    const std::uint32_t owner = owners.number[w.positions[i]];
    ++worker.tops.eligible[owner];
    if (w.scores[i] >= min_score.value) worker.tops.best[owner].push(order_key(w.scores[i], resident.value));
  }
}

}  // namespace

RankedLists<PostingRow> Ranker::rank_residents(const PostingRankOptions& options) const {
  const State& state = *state_;
  const std::size_t resident_count = state.market.residents().size();
  const Owners owners = owners_of(options, state.plan);
  const PairFilter filter(state.market, options.allow, options.deny);
  const std::vector<WeightedTerm> weights = State::weighing(state.employer_weights);
  const std::size_t reach = options.k > resident_count || options.offset > resident_count ? resident_count : options.k + options.offset;
  const std::size_t distinct = owners.distinct.size();

  const std::size_t threads = resolve_threads(options.threads);
  std::vector<std::unique_ptr<Worker>> workers(threads);
  for_each_block(
      state.work_order.size(), {threads, residents_per_block}, options.watch, [&](std::size_t begin, std::size_t end, std::size_t number) {
        auto& worker = workers[number];
        if (!worker)
          worker = std::make_unique<Worker>(
              Worker{state.kernel.make_worker(), {std::vector<TopK>(distinct, TopK(reach)), std::vector<std::uint64_t>(distinct, 0)}});
        for (std::size_t i = begin; i < end; ++i)
          visit_resident(state, owners, filter, weights, options.min_score, state.work_order[i], *worker);
      });

  RankedLists<PostingRow> lists;
  std::vector<std::vector<OrderKey>> best_of(distinct);
  std::vector<std::uint64_t> eligible(distinct, 0);
  const Watch merging{nullptr, options.watch.cancelled};  // progress counts residents: it must not fall back
  for_each_block(distinct, {threads, 64}, merging, [&](std::size_t begin, std::size_t end, std::size_t) {
    std::vector<OrderKey> keys;
    for (std::size_t owner = begin; owner < end; ++owner) {
      TopK merged(reach);
      for (const auto& worker : workers) {
        if (!worker) continue;
        eligible[owner] += worker->tops.eligible[owner];
        worker->tops.best[owner].take(keys);
        for (const OrderKey key : keys) merged.push(key);
      }
      merged.take(best_of[owner]);
    }
  });
  std::vector<Hit> hits;
  for (const PostingRow posting : owners.rows) {
    const std::vector<OrderKey>& best = best_of[owners.number[state.plan.positions()[posting.index()]]];
    hits.clear();
    for (std::size_t i = options.offset; i < best.size() && hits.size() < options.k; ++i) {
      const ResidentRow resident(row_of(best[i]));
      hits.push_back({resident, posting, {score_of(best[i])}, state.questions(resident, posting)});
    }
    lists.append(posting, hits, eligible[owners.number[state.plan.positions()[posting.index()]]]);
  }
  return lists;
}

RankedLists<PostingRow> Ranker::rank_residents(PostingRow posting, PostingRankOptions options) const {
  options.postings = {posting};
  return rank_residents(options);
}

}  // namespace aril
