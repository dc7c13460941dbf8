#include "best_postings.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

#include "../core/wide_words.hpp"
#include "aril/market/postings.hpp"

namespace aril {
namespace {

constexpr std::size_t few_keys = 192;     // are put in order without branches
constexpr std::size_t most_sampled = 64;  // scores from which a threshold is guessed
// From so many eligible postings on bounds pay, and summing up the skills of all postings. A scan costs about a nanosecond a position, scoring ten a
// posting; and bounds without skills turn little away where the list is a large part of the market. Where all are scored, finding out who leads by the
// cheap terms pays from some hundred on.
constexpr std::size_t least_to_bound(std::size_t positions) { return std::max<std::size_t>(1500, positions / 14); }
constexpr std::size_t least_to_score_late(std::size_t wanted) { return std::max<std::size_t>(160, 8 * wanted); }
constexpr std::size_t least_to_sum_skills(std::size_t positions) { return 350 + positions * 3 / 10; }
constexpr std::size_t least_remembered = 48;
constexpr std::size_t chunk_words = 8;  // of 64 positions, looked at together
constexpr std::size_t batch = 128;      // postings that are scored together

// From some of the scores, evenly spread, the one that about 5/4 of `wanted` of all of them pass; two more for the luck of the draw.
std::uint32_t guessed_threshold(const std::vector<std::uint32_t>& scores, std::size_t count, std::size_t wanted) {
  std::array<std::uint32_t, most_sampled + 16> sample;
  const std::size_t sampled = std::min(most_sampled, count / 2);
  for (std::size_t i = 0; i < sampled; ++i) sample[i] = scores[i * count / sampled];
  const std::size_t rank = 2 + sampled * wanted * 5 / (count * 4);
  return rank < sampled ? wide::nth_largest(sample.data(), sampled, rank) : 0;
}

// Their order is lost. Pre: rank < count; room as wide::nth_largest wants it.
std::uint32_t nth_of(std::vector<std::uint32_t>& scores, std::size_t count, std::size_t rank) {
  if (count <= few_keys) return wide::nth_largest(scores.data(), count, rank);
  const auto nth = scores.begin() + static_cast<std::ptrdiff_t>(rank);
  std::nth_element(scores.begin(), nth, scores.begin() + static_cast<std::ptrdiff_t>(count), std::greater<>{});
  return *nth;
}

}  // namespace

BestPostings::BestPostings(const Market& market, const Kernel& kernel, std::span<const PostingRow> order, const RankOptions& options)
    : postings_(market.postings()),
      kernel_(kernel),
      order_(order),
      options_(options),
      reach_(options.k > postings_.size() || options.offset > postings_.size() ? postings_.size() : options.k + options.offset),
      wanted_(is_capped() ? 4 * reach_ : reach_),
      remembered_(std::max(least_remembered, wanted_)) {}

SearchPath BestPostings::path_for(std::size_t count) const {
  if (!kernel_.terms().has_bounds()) return SearchPath::listed;
  if (options_.path != SearchPath::automatic) return options_.path;
  if (count < 4 * wanted_) return SearchPath::listed;
  if (count >= least_to_sum_skills(order_.size())) return SearchPath::bounded_by_skills;
  return count < least_to_bound(order_.size()) ? SearchPath::listed : SearchPath::bounded;
}

void BestPostings::find(std::span<const WeightedTerm> weights, Kernel::Worker& worker, std::vector<OrderKey>& best) {
  best.clear();
  if (reach_ == 0) return;
  const SearchPath path = path_for(worker.count);
  if (path == SearchPath::listed) {
    ++counters_.listed;
    return score_all(weights, worker, best);
  }
  ++(path == SearchPath::bounded ? counters_.bounded_without_skills : counters_.bounded_by_skills);
  if (search(weights, path == SearchPath::bounded_by_skills, worker, best)) return;
  ++counters_.second_passes;
  score_all(weights, worker, best);
}

void BestPostings::score_all(std::span<const WeightedTerm> weights, Kernel::Worker& worker, std::vector<OrderKey>& best) {
  kernel_.list_eligible(worker);
  if (!is_capped() && worker.count >= least_to_score_late(wanted_)) return score_reaching(weights, worker, best);
  kernel_.score(weights, worker, worker.scores);
  counters_.scored += worker.count;
  choose(worker, best);
}

// The cheap terms of all; the others of those alone that may still be among the wanted.
void BestPostings::score_reaching(std::span<const WeightedTerm> weights, Kernel::Worker& worker, std::vector<OrderKey>& best) {
  const Terms& terms = kernel_.terms();
  terms.score_early(weights, *worker.terms, worker.positions.data(), worker.count, worker.scores.data());
  least_ = std::max(options_.min_score.value, threshold_of_early(weights, worker));
  keys_.clear();
  finish(weights, worker, worker.positions.data(), worker.count, terms.late_bound(weights, *worker.terms));
  order_keys(wanted_, best);
  cut(best);
}

// The score that as many as are wanted reach, of those that lead by the cheap terms.
std::uint32_t BestPostings::threshold_of_early(std::span<const WeightedTerm> weights, Kernel::Worker& worker) {
  const std::uint32_t guessed = guessed_threshold(worker.scores, worker.count, wanted_);
  if (guessed == 0) return 0;
  const std::size_t few = wide::keep_at_least(worker.scores.data(), worker.positions.data(), worker.count, guessed,
                                              worker.few_scores.data(), worker.few_positions.data());
  if (few < wanted_) return 0;
  kernel_.terms().add_late(weights, *worker.terms, worker.few_positions.data(), few, worker.few_scores.data());
  return nth_of(worker.few_scores, few, wanted_ - 1);
}

// False where caps turned so many away that what was searched does not fill the list.
bool BestPostings::search(std::span<const WeightedTerm> weights, bool with_skills, Kernel::Worker& worker, std::vector<OrderKey>& best) {
  const Terms& terms = kernel_.terms();
  terms.prepare_bounds(weights, *worker.terms, with_skills);
  keys_.clear();
  least_ = std::max(options_.min_score.value, threshold_of_previous(weights, worker));
  const std::size_t liked = pending_ = terms.take_liked(weights, *worker.terms, worker.eligible, worker.few_positions.data());
  std::copy_n(worker.few_positions.begin(), liked, worker.positions.begin());
  search_chunks(weights, worker);
  for (std::size_t i = 0; i < liked; ++i) worker.eligible.set(worker.positions[i]);
  const bool is_complete = keys_.size() < wanted_ || worker.count <= wanted_;
  keep_first(remembered_);
  remember(worker);
  best.assign(keys_.begin(), keys_.begin() + static_cast<std::ptrdiff_t>(std::min(wanted_, keys_.size())));
  if (is_capped()) {
    cap(best);
    // What was kept are the first of all, so the walk is right as far as it goes.
    if (best.size() < reach_ && !is_complete) return false;
  }
  cut(best);
  return true;
}

// Chunks of the occupations that count most first: they fill the list, and most of the rest then falls below it.
void BestPostings::search_chunks(std::span<const WeightedTerm> weights, Kernel::Worker& worker) {
  const Terms& terms = kernel_.terms();
  const std::uint64_t* words = worker.eligible.words().data();
  const std::size_t chunks = worker.eligible.words().size() / chunk_words;
  chunk_bounds_.resize(chunks);
  for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
    chunk_bounds_[chunk] = terms.most_by_occupation(*worker.terms, chunk * chunk_words, chunk_words);
  }
  const std::uint16_t most = chunks == 0 ? std::uint16_t{0} : *std::max_element(chunk_bounds_.begin(), chunk_bounds_.end());
  for (const bool is_first : {true, false}) {
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
      if ((chunk_bounds_[chunk] >= most) != is_first) continue;
      pending_ += terms.list_reaching(*worker.terms, words, chunk * chunk_words, chunk_words, least_, nullptr,
                                      worker.few_positions.data() + pending_);
      if (pending_ >= batch) score_pending(weights, worker);
    }
  }
  score_pending(weights, worker);
}

void BestPostings::score_pending(std::span<const WeightedTerm> weights, Kernel::Worker& worker) {
  const Terms& terms = kernel_.terms();
  const std::uint32_t late = terms.late_bound(weights, *worker.terms);
  for (std::size_t begin = 0; begin < pending_; begin += batch) {
    const std::size_t size = std::min(batch, pending_ - begin);
    const std::uint32_t* positions = worker.few_positions.data() + begin;
    terms.score_early(weights, *worker.terms, positions, size, worker.scores.data());
    finish(weights, worker, positions, size, late);
    raise_threshold();
  }
  pending_ = 0;
}

// Of postings with their early scores in worker.scores: adds the late terms to those that may reach the threshold, and pushes those that do.
void BestPostings::finish(std::span<const WeightedTerm> weights, Kernel::Worker& worker, const std::uint32_t* positions, std::size_t count,
                          std::uint32_t late) {
  const std::size_t few = wide::keep_at_least(worker.scores.data(), positions, count, least_ > late ? least_ - late : 0,
                                              worker.few_scores.data(), worker.kept_positions.data());
  kernel_.terms().add_late(weights, *worker.terms, worker.kept_positions.data(), few, worker.few_scores.data());
  counters_.scored += few;
  counters_.bounded += count - few;
  push(worker.kept_positions.data(), worker.few_scores.data(), few, least_, worker.numbers.data());
}

// Scores equal to the threshold may still win by their row.
void BestPostings::raise_threshold() {
  if (keys_.size() < remembered_ + wanted_) return;
  keep_first(remembered_);
  least_ = std::max(least_, score_of(keys_[wanted_ - 1]));
}

// Puts the first of keys_ in order and drops the others.
void BestPostings::keep_first(std::size_t most) {
  order_keys(most, ordered_);
  std::swap(keys_, ordered_);
}

void BestPostings::choose(Kernel::Worker& worker, std::vector<OrderKey>& best) {
  best.clear();
  if (reach_ == 0) return;
  const std::uint32_t least = options_.min_score.value;
  std::uint32_t guessed = least;
  if (!is_capped() && worker.count > most_sampled / 2 && worker.count >= 2 * reach_) {
    guessed = std::max(least, guessed_threshold(worker.scores, worker.count, reach_));
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
    order_keys(wanted_, best);
  }
  cut(best);
}

// Where at least `wanted_` of the best of the resident before are eligible for this one too, the score that so many of them reach.
std::uint32_t BestPostings::threshold_of_previous(std::span<const WeightedTerm> weights, Kernel::Worker& worker) {
  std::size_t count = 0;
  for (const std::uint32_t position : worker.previous) {
    worker.few_positions[count] = position;
    count += worker.eligible.test(position) ? 1U : 0U;
  }
  if (count < wanted_) return 0;
  const Terms& terms = kernel_.terms();
  terms.score_early(weights, *worker.terms, worker.few_positions.data(), count, worker.few_scores.data());
  terms.add_late(weights, *worker.terms, worker.few_positions.data(), count, worker.few_scores.data());
  return nth_of(worker.few_scores, count, wanted_ - 1);
}

// Pre: keys_ are the first, in order.
void BestPostings::remember(Kernel::Worker& worker) {
  worker.previous.clear();
  for (const OrderKey key : keys_) worker.previous.push_back(kernel_.plan().positions()[row_of(key)]);
}

void BestPostings::push(const std::uint32_t* positions, const std::uint32_t* scores, std::size_t count, std::uint32_t least,
                        std::uint32_t* numbers) {
  const std::size_t listed = wide::list_at_least(scores, count, least, numbers);
  const std::size_t first = keys_.size();
  keys_.resize(first + listed);
  for (std::size_t i = 0; i < listed; ++i) keys_[first + i] = order_key(scores[numbers[i]], order_[positions[numbers[i]]].value);
}

// best: the first of keys_, in order.
void BestPostings::order_keys(std::size_t most, std::vector<OrderKey>& best) {
  const std::size_t listed = keys_.size();
  const std::size_t kept = std::min(most, listed);
  best.resize(kept);
  if (listed <= few_keys) {
    keys_.resize(listed + 8);
    wide::order_largest(keys_.data(), listed, kept, best.data());
  } else {
    if (kept < listed) std::nth_element(keys_.begin(), keys_.begin() + static_cast<std::ptrdiff_t>(kept), keys_.end(), std::greater<>{});
    std::sort(keys_.begin(), keys_.begin() + static_cast<std::ptrdiff_t>(kept), std::greater<>{});
    std::copy_n(keys_.begin(), kept, best.begin());
  }
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
