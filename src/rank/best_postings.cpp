#include "best_postings.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

#include "../core/wide_words.hpp"

namespace aril {
namespace {

constexpr std::size_t few_keys = 128;         // are put in order without branches
constexpr std::size_t most_sampled = 64;     // scores from which a threshold is guessed
constexpr std::size_t least_to_prune = 192;   // with fewer postings a guess costs more than it saves
constexpr std::size_t many = 2048;            // postings for which a sharp threshold at the start is worth some work
constexpr std::size_t most_remembered = 48;
constexpr std::size_t chunk_size = 2048;      // postings whose early scores stay in the first-level cache

// From so many of the scores, evenly spread, the one that about 5/4 of `wanted` of all of them pass; two more for the luck of the draw.
std::uint32_t threshold_of(std::uint32_t* sample, std::size_t sampled, std::size_t wanted, std::size_t count) {
  const std::size_t rank = 2 + sampled * wanted * 5 / (count * 4);
  return rank < sampled ? wide::nth_largest(sample, sampled, rank) : 0;
}

}  // namespace

BestPostings::BestPostings(const Market& market, const Kernel& kernel, std::span<const PostingRow> order, const RankOptions& options)
    : postings_(market.postings()),
      kernel_(kernel),
      order_(order),
      options_(options),
      reach_(options.k > postings_.size() || options.offset > postings_.size() ? postings_.size() : options.k + options.offset),
      wanted_(is_capped() ? 4 * reach_ : reach_) {}

void BestPostings::find(std::span<const WeightedTerm> weights, Kernel::Worker& worker, std::vector<OrderKey>& best) {
  best.clear();
  if (reach_ == 0) return;
  const std::uint32_t least = options_.min_score.value;
  if (worker.count < least_to_prune || worker.count < 2 * wanted_) {
    kernel_.score(weights, worker, worker.scores);
    counters_.scored += worker.count;
    return choose(worker, best);
  }
  std::uint32_t guessed = std::max(least, guess(weights, worker));
  if (worker.count >= many) guessed = std::max(guessed, threshold_of_previous(weights, worker));
  collect(weights, guessed, worker);
  if (worker.count >= many) remember(worker);
  std::size_t known = keys_.size();
  if (known >= wanted_ || guessed == least) {
    order_keys(best);
    if (!is_capped()) return cut(best);
    cap(best);
    // What was collected are the first of all, so the walk is right as far as it goes.
    if (best.size() == reach_ || (guessed == least && known <= wanted_)) return cut(best);
  }
  ++counters_.second_passes;
  kernel_.score(weights, worker, worker.scores);
  choose(worker, best);
}

void BestPostings::choose(Kernel::Worker& worker, std::vector<OrderKey>& best) {
  best.clear();
  if (reach_ == 0) return;
  const std::uint32_t least = options_.min_score.value;
  std::uint32_t guessed = least;
  if (!is_capped() && worker.count > most_sampled / 2 && worker.count >= 2 * reach_) {
    std::array<std::uint32_t, most_sampled + 16> sample;
    const std::size_t sampled = std::min(most_sampled, worker.count / 2);
    for (std::size_t i = 0; i < sampled; ++i) sample[i] = worker.scores[i * worker.count / sampled];
    guessed = std::max(least, threshold_of(sample.data(), sampled, reach_, worker.count));
  }
  keys_.clear();
  push(worker.positions.data(), worker.scores.data(), worker.count, guessed, worker.numbers.data());
  if (keys_.size() < reach_ && guessed > least) {
    keys_.clear();
    push(worker.positions.data(), worker.scores.data(), worker.count, least, worker.numbers.data());
  }
  if (is_capped()) {
    std::sort(keys_.begin(), keys_.end(), std::greater<>{});
    best = keys_;
    cap(best);
  } else {
    order_keys(best);
  }
  cut(best);
}

// A threshold that some more than `wanted_` postings pass, if the sample is a fair one.
std::uint32_t BestPostings::guess(std::span<const WeightedTerm> weights, Kernel::Worker& worker) {
  for (std::size_t i = 0; i < most_sampled; ++i) worker.few_positions[i] = worker.positions[i * worker.count / most_sampled];
  const Terms& terms = kernel_.terms();
  terms.score_early(weights, *worker.terms, worker.few_positions.data(), most_sampled, worker.few_scores.data());
  terms.add_late(weights, *worker.terms, worker.few_positions.data(), most_sampled, worker.few_scores.data());
  return threshold_of(worker.few_scores.data(), most_sampled, wanted_, worker.count);
}

// Where at least `wanted_` of the best of the resident before are eligible for this one too, the score that so many of them reach.
std::uint32_t BestPostings::threshold_of_previous(std::span<const WeightedTerm> weights, Kernel::Worker& worker) {
  std::size_t count = 0;
  for (const std::uint32_t position : worker.previous) {
    worker.few_positions[count] = position;
    count += worker.eligible.test(position) ? 1U : 0U;
  }
  if (count < wanted_) return 0;
  std::fill_n(worker.few_positions.begin() + static_cast<std::ptrdiff_t>(count), 16, 0U);
  const Terms& terms = kernel_.terms();
  terms.score_early(weights, *worker.terms, worker.few_positions.data(), count, worker.few_scores.data());
  terms.add_late(weights, *worker.terms, worker.few_positions.data(), count, worker.few_scores.data());
  return wide::nth_largest(worker.few_scores.data(), count, wanted_ - 1);
}

void BestPostings::remember(Kernel::Worker& worker) {
  if (keys_.size() > most_remembered) {
    std::nth_element(keys_.begin(), keys_.begin() + most_remembered, keys_.end(), std::greater<>{});
  }
  worker.previous.clear();
  for (std::size_t i = 0; i < std::min(keys_.size(), most_remembered); ++i) {
    worker.previous.push_back(kernel_.plan().positions()[row_of(keys_[i])]);
  }
  std::sort(worker.previous.begin(), worker.previous.end());
}

// Fills keys_ with all that reach `least`, or with the first `wanted_` and perhaps some more where there are many.
void BestPostings::collect(std::span<const WeightedTerm> weights, std::uint32_t least, Kernel::Worker& worker) {
  const Terms& terms = kernel_.terms();
  const std::uint32_t late = terms.late_bound(weights);
  keys_.clear();
  for (std::size_t begin = 0; begin < worker.count; begin += chunk_size) {
    const std::size_t size = std::min(chunk_size, worker.count - begin);
    const std::uint32_t* positions = worker.positions.data() + begin;
    terms.score_early(weights, *worker.terms, positions, size, worker.scores.data());
    const std::size_t few = wide::keep_at_least(worker.scores.data(), positions, size, least > late ? least - late : 0,
                                                worker.few_scores.data(), worker.few_positions.data());
    std::fill_n(worker.few_positions.begin() + static_cast<std::ptrdiff_t>(few), 16, 0U);
    terms.add_late(weights, *worker.terms, worker.few_positions.data(), few, worker.few_scores.data());
    counters_.scored += few;
    counters_.bounded += size - few;
    push(worker.few_positions.data(), worker.few_scores.data(), few, least, worker.numbers.data());
    if (keys_.size() >= 2 * wanted_ + 64 && begin + chunk_size < worker.count) {
      const auto last = keys_.begin() + static_cast<std::ptrdiff_t>(wanted_) - 1;
      std::nth_element(keys_.begin(), last, keys_.end(), std::greater<>{});
      keys_.resize(wanted_);
      least = score_of(keys_[wanted_ - 1]);  // scores equal to it may still win by their row
    }
  }
}

void BestPostings::push(const std::uint32_t* positions, const std::uint32_t* scores, std::size_t count, std::uint32_t least,
                        std::uint32_t* numbers) {
  const std::size_t listed = wide::list_at_least(scores, count, least, numbers);
  const std::size_t first = keys_.size();
  keys_.resize(first + listed);
  for (std::size_t i = 0; i < listed; ++i) keys_[first + i] = order_key(scores[numbers[i]], order_[positions[numbers[i]]].value);
}

// best: the first of keys_, falling: `wanted_` of them, for a capped list.
std::size_t BestPostings::order_keys(std::vector<OrderKey>& best) {
  const std::size_t listed = keys_.size();
  const std::size_t kept = std::min(wanted_, listed);
  best.resize(kept);
  if (listed <= few_keys) {
    keys_.resize(listed + 8);
    wide::order_largest(keys_.data(), listed, kept, best.data());
  } else {
    if (kept < listed) std::nth_element(keys_.begin(), keys_.begin() + static_cast<std::ptrdiff_t>(kept), keys_.end(), std::greater<>{});
    std::sort(keys_.begin(), keys_.begin() + static_cast<std::ptrdiff_t>(kept), std::greater<>{});
    std::copy_n(keys_.begin(), kept, best.begin());
  }
  return kept;
}

// Greedy, walking down the order; what one cap turns away does not count in the other.
void BestPostings::cap(std::vector<OrderKey>& best) const {
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

void BestPostings::cut(std::vector<OrderKey>& best) const {
  best.erase(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(std::min(options_.offset, best.size())));
  if (best.size() > options_.k) best.resize(options_.k);
}

}  // namespace aril
