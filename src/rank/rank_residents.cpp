// The employer's lists: each posting's best residents.
#include <algorithm>
#include <memory>

#include "../core/wide_words.hpp"
#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/core/top_k.hpp"
#include "aril/market/residents.hpp"
#include "pair_filter.hpp"
#include "ranker_state.hpp"

namespace aril {
namespace {

constexpr std::size_t residents_per_block = 16;
constexpr std::size_t least_to_bound = 128;       // eligible postings from which bounds pay
constexpr std::size_t least_to_sum_skills = 600;  // and from which summing up the skills of all of them does
constexpr std::size_t chunk_words = 8;

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
  std::vector<TopK> best;                  // by owner
  std::vector<std::uint32_t> eligible;     // by position
  std::vector<std::uint8_t> few_eligible;  // what is not yet added to them, of this many residents
  std::size_t residents = 0;
  std::vector<std::uint32_t> thresholds;    // by position: a score below it is in no list
  std::vector<std::uint16_t> upper_halves;  // of the thresholds

  void count(std::span<const std::uint64_t> words) {
    wide::count_each(words.data(), words.size(), few_eligible.data());
    if (++residents == 255) add_up();
  }
  void add_up() {
    residents = 0;
    for (std::size_t position = 0; position < few_eligible.size(); ++position) {
      eligible[position] += few_eligible[position];
      few_eligible[position] = 0;
    }
  }
};

struct Worker {
  WorkerPool::Lent kernel;
  Tops tops;
};

class ResidentRanking {
 public:
  ResidentRanking(const Ranker::State& state, const PostingRankOptions& options)
      : state_(state),
        options_(options),
        owners_(owners_of(options, state.plan)),
        filter_(state.market, options.allow, options.deny),
        weights_(Ranker::State::weighing(state.employer_weights)),
        reach_(reach_of(options, state.market.residents().size())) {}

  [[nodiscard]] const Owners& owners() const noexcept { return owners_; }
  [[nodiscard]] std::size_t reach() const noexcept { return reach_; }
  [[nodiscard]] Worker make_worker() const {
    const std::size_t owners = owners_.distinct.size();
    const std::size_t positions = state_.plan.order().size();
    const std::size_t bits = state_.plan.bitmap_size();
    const std::uint32_t least = options_.min_score.value;
    return {state_.workers.lend(),
            {std::vector<TopK>(owners, TopK(reach_)), std::vector<std::uint32_t>(std::max(bits, positions), 0),
             std::vector<std::uint8_t>(bits, 0), 0, std::vector<std::uint32_t>(std::max(bits, positions), least),
             std::vector<std::uint16_t>(bits, static_cast<std::uint16_t>(least >> 16))}};
  }

  void visit(ResidentRow resident, Worker& worker) const {
    Kernel::Worker& w = *worker.kernel;
    find(resident, w);
    if (w.count == 0) return;
    Tops& tops = worker.tops;
    tops.count(w.eligible.words());
    state_.kernel.prepare(resident, w);
    list(w, tops);
    state_.terms.score_early(weights_, *w.terms, w.positions.data(), w.count, w.scores.data());
    const std::uint32_t late = state_.terms.late_bound(weights_, *w.terms);
    const std::size_t few = wide::keep_at_least_own(w.scores.data(), w.positions.data(), w.count, tops.thresholds.data(), late,
                                                    w.few_scores.data(), w.few_positions.data());
    state_.terms.add_late(weights_, *w.terms, w.few_positions.data(), few, w.few_scores.data());
    const std::size_t left = wide::keep_at_least_own(w.few_scores.data(), w.few_positions.data(), few, tops.thresholds.data(), 0,
                                                     w.scores.data(), w.numbers.data());
    for (std::size_t i = 0; i < left; ++i) push(w.numbers[i], order_key(w.scores[i], resident.value), tops);
  }

 private:
  static std::size_t reach_of(const PostingRankOptions& options, std::size_t residents) {
    return options.k > residents || options.offset > residents ? residents : options.k + options.offset;
  }

  void find(ResidentRow resident, Kernel::Worker& w) const {
    if (owners_.rows.size() <= 8) {
      // For a handful of postings the pairs are asked one by one.
      std::fill(w.eligible.words().begin(), w.eligible.words().end(), std::uint64_t{0});
      owners_.set.for_each([&](std::size_t position) {
        if (state_.plan.is_eligible(resident, state_.plan.order()[position])) w.eligible.set(position);
      });
    } else {
      state_.kernel.find_eligible(resident, w);
      w.eligible &= owners_.set;
    }
    filter_.apply(resident, state_.plan.positions(), w.eligible);
    state_.kernel.count_eligible(resident, w);
  }

  [[nodiscard]] SearchPath path_for(std::size_t count) const {
    if (!state_.terms.has_bounds()) return SearchPath::listed;
    if (options_.path != SearchPath::automatic) return options_.path;
    if (count < least_to_bound) return SearchPath::listed;
    return count < least_to_sum_skills ? SearchPath::bounded : SearchPath::bounded_by_skills;
  }

  // Of what is eligible, all that may reach its posting's list.
  void list(Kernel::Worker& w, const Tops& tops) const {
    const SearchPath path = path_for(w.count);
    if (path == SearchPath::listed) return state_.kernel.list_eligible(w);
    state_.terms.prepare_bounds(weights_, *w.terms, path == SearchPath::bounded_by_skills);
    w.count = state_.terms.take_liked(weights_, *w.terms, w.eligible, w.positions.data());
    const std::size_t words = w.eligible.words().size();
    for (std::size_t word = 0; word < words; word += chunk_words) {
      w.count += state_.terms.list_reaching(*w.terms, w.eligible.words().data(), word, chunk_words, 0, tops.upper_halves.data(),
                                            w.positions.data() + w.count);
    }
  }

  void push(std::uint32_t position, OrderKey key, Tops& tops) const {
    TopK& best = tops.best[owners_.number[position]];
    best.push(key);
    const std::uint32_t threshold = score_of(best.threshold());  // an equal score may still win by its row
    if (threshold <= tops.thresholds[position]) return;
    tops.thresholds[position] = threshold;
    tops.upper_halves[position] = static_cast<std::uint16_t>(threshold >> 16);
  }

  const Ranker::State& state_;
  const PostingRankOptions& options_;
  Owners owners_;
  PairFilter filter_;
  std::vector<WeightedTerm> weights_;
  std::size_t reach_;
};

}  // namespace

RankedLists<PostingRow> Ranker::rank_residents(const PostingRankOptions& options) const {
  const State& state = *state_;
  const ResidentRanking ranking(state, options);
  const Owners& owners = ranking.owners();
  const std::size_t reach = ranking.reach();
  const std::size_t distinct = owners.distinct.size();

  const std::size_t threads = resolve_threads(options.threads);
  std::vector<std::unique_ptr<Worker>> workers(threads);
  for_each_block(state.work_order.size(), {threads, residents_per_block}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t number) {
                   auto& worker = workers[number];
                   if (!worker) worker = std::make_unique<Worker>(ranking.make_worker());
                   for (std::size_t i = begin; i < end; ++i) {
                     state.kernel.expect(std::span(state.work_order).subspan(i, end - i), *worker->kernel);
                     ranking.visit(state.work_order[i], *worker);
                   }
                 });

  for (const auto& worker : workers) {
    if (worker) worker->tops.add_up();
  }

  RankedLists<PostingRow> lists;
  std::vector<std::vector<OrderKey>> best_of(distinct);
  std::vector<std::uint64_t> eligible(distinct, 0);
  const Watch merging{nullptr, options.watch.cancelled};  // progress counts residents: it must not fall back
  for_each_block(distinct, {threads, 64}, merging, [&](std::size_t begin, std::size_t end, std::size_t) {
    std::vector<OrderKey> keys;
    for (std::size_t owner = begin; owner < end; ++owner) {
      TopK merged(reach);
      const std::size_t position = state.plan.positions()[owners.distinct[owner].index()];
      for (const auto& worker : workers) {
        if (!worker) continue;
        eligible[owner] += worker->tops.eligible[position];
        worker->tops.best[owner].take(keys);
        for (const OrderKey key : keys) merged.push(key);
      }
      merged.take(best_of[owner]);
    }
  });
  std::vector<Hit> hits;
  std::vector<EligibilityPlan::Unknowns> unknowns;
  for (const PostingRow posting : owners.rows) {
    const std::vector<OrderKey>& best = best_of[owners.number[state.plan.positions()[posting.index()]]];
    hits.clear();
    for (std::size_t i = options.offset; i < best.size() && hits.size() < options.k; ++i) {
      const ResidentRow resident(row_of(best[i]));
      state.plan.find_unknowns(resident, unknowns);
      hits.push_back({resident, posting, {score_of(best[i])}, state.questions(unknowns, resident, posting)});
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
