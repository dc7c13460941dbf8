// The resident's lists: rank and reciprocal.
#include <algorithm>
#include <limits>
#include <unordered_map>

#include "../core/wide_words.hpp"
#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/core/total_order.hpp"
#include "pair_filter.hpp"
#include "ranker_state.hpp"

namespace aril {
namespace {

constexpr std::size_t few = 128;  // keys that are put in order without branches
constexpr std::size_t residents_per_block = 16;  // small, so that a request to stop is heard within milliseconds

// Which of a resident's scored postings make the list: min_score, caps, offset, k.
class Selection {
 public:
  Selection(const Market& market, std::span<const PostingRow> order, const RankOptions& options)
      : postings_(market.postings()),
        order_(order),
        options_(options),
        reach_(options.k > postings_.size() || options.offset > postings_.size() ? postings_.size() : options.k + options.offset),
        numbers_(order.size() + 16) {}

  // Pre: scores has room beyond count, as the kernel's.
  void select(const std::uint32_t* positions, std::size_t count, const std::uint32_t* scores, std::vector<OrderKey>& best) {
    const bool capped = options_.most_per_employer != 0 || options_.most_per_kind != 0;
    const std::uint32_t least = options_.min_score.value;
    best.clear();
    if (reach_ == 0) return;
    // A threshold that about twice reach_ scores pass. It is a guess: where fewer than reach_ pass, all are listed after all.
    const std::uint32_t guess = capped ? least : std::max(least, guess_threshold(scores, count));
    std::size_t listed = wide::list_at_least(scores, count, guess, numbers_.data());
    if (listed < reach_ && guess > least) listed = wide::list_at_least(scores, count, least, numbers_.data());
    keys_.resize(listed + 8);
    for (std::size_t i = 0; i < listed; ++i) keys_[i] = order_key(scores[numbers_[i]], order_[positions[numbers_[i]]].value);
    const std::size_t kept = capped ? listed : std::min(reach_, listed);
    best.resize(kept);
    if (listed <= few) {
      wide::order_largest(keys_.data(), listed, kept, best.data());
    } else {
      const auto end = keys_.begin() + static_cast<std::ptrdiff_t>(listed);
      if (kept < listed) std::nth_element(keys_.begin(), keys_.begin() + static_cast<std::ptrdiff_t>(kept), end, std::greater<>{});
      std::sort(keys_.begin(), keys_.begin() + static_cast<std::ptrdiff_t>(kept), std::greater<>{});
      std::copy_n(keys_.begin(), kept, best.begin());
    }
    if (capped) cap(best);
    best.erase(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(std::min(options_.offset, best.size())));
    if (best.size() > options_.k) best.resize(options_.k);
  }

 private:
  // From a sample of the scores; 0 where a sample would not save anything.
  std::uint32_t guess_threshold(const std::uint32_t* scores, std::size_t count) {
    constexpr std::size_t most_sampled = 64;
    if (count < 2 * reach_ || count <= most_sampled / 2) return 0;
    const std::size_t sampled = std::min(most_sampled, count / 2);
    std::array<std::uint32_t, most_sampled + 16> sample;
    for (std::size_t i = 0; i < sampled; ++i) sample[i] = scores[i * count / sampled];
    const std::size_t rank = 2 + sampled * reach_ * 5 / (count * 4);
    return rank < sampled ? wide::nth_largest(sample.data(), sampled, rank) : 0;
  }

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
  std::span<const PostingRow> order_;
  const RankOptions& options_;
  std::size_t reach_;  // offset + k
  std::vector<std::uint32_t> numbers_;
  std::vector<OrderKey> keys_;
};

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
    Kernel::Worker kernel;
    Selection selection;
    std::vector<OrderKey> best;
  };
  [[nodiscard]] Worker make_worker() const {
    return {state_.kernel.make_worker(), Selection(state_.market, state_.plan.order(), options_), {}};
  }

  // worker.best: the list; returns how many are eligible.
  std::size_t list(ResidentRow resident, Worker& worker) const {
    Kernel::Worker& w = worker.kernel;
    state_.kernel.find_eligible(resident, w);
    narrow(resident, w.eligible);
    state_.kernel.list_eligible(resident, w);
    worker.best.clear();
    if (w.count == 0) return 0;
    state_.kernel.prepare(resident, w);
    state_.kernel.score(sides_.first, w, w.scores);
    if (!sides_.second.empty()) {
      state_.kernel.score(sides_.second, w, w.other_scores);
      for (std::size_t i = 0; i < w.count; ++i) w.scores[i] = combine({w.scores[i]}, {w.other_scores[i]}, sides_.combination).value;
    }
    worker.selection.select(w.positions.data(), w.count, w.scores.data(), worker.best);
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
                   BlockLists& block = blocks[begin / residents_per_block];
                   block.hits.reserve((end - begin) * std::min<std::size_t>(options.k, 64));
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
