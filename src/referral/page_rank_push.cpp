// Forward push: a worker's scratch for one seed after another, and the lists that come out.
#include <algorithm>
#include <bit>
#include <cmath>
#include <memory>
#include <string>
#include <utility>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/referral/page_rank.hpp"
#include "walk.hpp"
#include "zeroed_array.hpp"

namespace aril {
namespace {

struct Ranked {
  std::uint32_t vertex = 0;
  double rank = 0;
};

struct Pushed {
  std::vector<Ranked> ranked;  // rising vertices
  double error_bound = 0;
};

// How far each push of a symmetric walk goes beyond what there is to push.
constexpr double over_relaxation = 1.15;
// Plain pushes take (1 - damping) of what they push out of what is left, so they push 1 / (1 - damping) at most. Where more than so many
// times that has been pushed, links are not as they were said to be; with plain pushes the rest ends in any case.
constexpr double most_pushed = 4;

class Pusher {
 public:
  Pusher(RowsView links, const PushOptions& options, bool symmetric)
      : links_(links),
        damping_(options.damping),
        threshold_(options.threshold),
        symmetric_(symmetric),
        cells_(links.size()),
        ranks_(links.size()),
        reached_((links.size() + 63) / 64),
        touched_(links.size()) {}

  Pushed push_from(std::uint32_t seed) {
    ++seed_number_;
    touched_count_ = 0;
    pushed_ = 0;
    relaxation_ = symmetric_ ? over_relaxation : 1;
    hand(seed, 1);
    while (next_count_ != 0) {
      std::swap(queue_, next_);
      const std::size_t count = std::exchange(next_count_, 0);
      for (std::size_t i = 0; i < count; ++i) {
        if (i + rows_ahead < count) __builtin_prefetch(links_.offsets.data() + queue_[i + rows_ahead]);
        if (i + columns_ahead < count) __builtin_prefetch(links_.columns.data() + links_.offsets[queue_[i + columns_ahead]]);
        if (i + cells_ahead < count) ask_for_cells(queue_[i + cells_ahead]);
        push(queue_[i], seed);
      }
      if (pushed_ * (1 - damping_) > most_pushed) relaxation_ = 1;
    }
    return collect();
  }

 private:
  // What a look at a vertex needs, in one place.
  struct Cell {
    double left = 0;  // not yet handed on; counts while `seed_number` is the seed's
    float limit = 0;  // 0: not yet worked out
    std::uint32_t seed_number = 0;
  };

  // Most vertices are seen once or twice, far apart: waiting for them would be most of the time.
  static constexpr std::size_t rows_ahead = 12;
  static constexpr std::size_t columns_ahead = 8;
  static constexpr std::size_t cells_ahead = 4;
  void ask_for_cells(std::uint32_t vertex) const {
    for (const std::uint32_t neighbour : links_[vertex]) __builtin_prefetch(cells_.data() + neighbour);
  }

  [[nodiscard]] float limit_of(std::uint32_t vertex) const noexcept {
    return static_cast<float>(threshold_ * static_cast<double>(std::max<std::size_t>(1, links_.degree(vertex))));
  }

  // Without branches, for neither who is new nor who comes to wait can be foreseen. There is room for one more vertex in both lists.
  void add(std::uint32_t vertex, double amount) {
    Cell& cell = cells_[vertex];
    if (cell.limit == 0) cell.limit = limit_of(vertex);
    const bool is_new = cell.seed_number != seed_number_;
    const double before = is_new ? 0 : cell.left;
    const double after = before + amount;
    const double limit = double{cell.limit};
    cell.seed_number = seed_number_;
    cell.left = after;
    touched_[touched_count_] = vertex;
    touched_count_ += is_new ? 1U : 0U;
    next_[next_count_] = vertex;
    next_count_ += static_cast<std::size_t>(std::abs(before) <= limit) & static_cast<std::size_t>(std::abs(after) > limit);
  }

  void make_room(std::size_t count) {
    if (next_.size() < next_count_ + count + 1) next_.resize(2 * (next_count_ + count + 1));
    // A vertex is touched once, so there are never more of them than vertices.
  }

  void hand(std::uint32_t vertex, double amount) {
    make_room(1);
    add(vertex, amount);
  }

  void push(std::uint32_t vertex, std::uint32_t seed) {
    Cell& cell = cells_[vertex];
    if (std::abs(cell.left) <= double{cell.limit}) return;  // what came later took it back
    const double amount = relaxation_ * cell.left;
    cell.left -= amount;
    pushed_ += std::abs(amount);
    const auto neighbours = links_[vertex];
    make_room(neighbours.size() + 1);
    if (std::abs(cell.left) > double{cell.limit}) next_[next_count_++] = vertex;
    ranks_[vertex] += (1 - damping_) * amount;
    reached_[vertex / 64] |= std::uint64_t{1} << (vertex % 64);
    if (neighbours.empty()) return hand(seed, damping_ * amount);
    const double each = damping_ * amount / static_cast<double>(neighbours.size());
    for (const std::uint32_t neighbour : neighbours) add(neighbour, each);
  }

  Pushed collect() {
    Pushed result;
    for (std::size_t i = 0; i < touched_count_; ++i) result.error_bound += std::abs(cells_[touched_[i]].left);
    for (std::size_t word = 0; word < (links_.size() + 63) / 64; ++word) {
      for (; reached_[word] != 0; reached_[word] &= reached_[word] - 1) {
        const std::size_t vertex = word * 64 + static_cast<std::size_t>(std::countr_zero(reached_[word]));
        result.ranked.push_back({static_cast<std::uint32_t>(vertex), std::max(0.0, std::exchange(ranks_[vertex], 0.0))});
      }
    }
    return result;
  }

  RowsView links_;
  double damping_;
  double threshold_;
  bool symmetric_;
  double relaxation_ = 1;
  double pushed_ = 0;  // in sum of sizes
  ZeroedArray<Cell> cells_;
  ZeroedArray<double> ranks_;
  ZeroedArray<std::uint64_t> reached_;  // a bit a vertex
  ZeroedArray<std::uint32_t> touched_;  // one place more than there are vertices
  std::vector<std::uint32_t> queue_;
  std::vector<std::uint32_t> next_;
  std::size_t touched_count_ = 0;
  std::size_t next_count_ = 0;
  std::uint32_t seed_number_ = 0;
};

void keep_largest(std::vector<Ranked>& ranked, std::size_t most) {
  if (most == 0 || ranked.size() <= most) return;
  const auto larger = [](const Ranked& a, const Ranked& b) { return a.rank != b.rank ? a.rank > b.rank : a.vertex < b.vertex; };
  std::nth_element(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most), ranked.end(), larger);
  ranked.resize(most);
  std::ranges::sort(ranked, {}, &Ranked::vertex);
}

SparseRanks joined(const std::vector<Pushed>& lists) {
  SparseRanks result{{0}, {}, {}, {}};
  std::size_t size = 0;
  for (const Pushed& list : lists) size += list.ranked.size();
  result.vertices.reserve(size);
  result.ranks.reserve(size);
  for (const Pushed& list : lists) {
    for (const Ranked& one : list.ranked) {
      result.vertices.push_back(one.vertex);
      result.ranks.push_back(one.rank);
    }
    result.offsets.push_back(result.vertices.size());
    result.error_bounds.push_back(list.error_bound);
  }
  return result;
}

}  // namespace

void PushOptions::validate() const {
  check_damping(damping);
  if (!(threshold > 1e-15 && threshold <= 1))
    throw Error(ErrorCode::invalid_option, {"", 0, 0, "threshold"}, "above 1e-15, at most 1", std::to_string(threshold));
  (void)resolve_threads(threads);
}

SparseRanks page_rank_push(RowsView links, std::span<const std::uint32_t> seeds, const PushOptions& options) {
  options.validate();
  check_seeds(seeds, links.size());
  const bool symmetric = options.symmetric.has_value() ? *options.symmetric : links.is_symmetric();
  std::vector<Pushed> lists(seeds.size());
  std::vector<std::unique_ptr<Pusher>> pushers(resolve_threads(options.threads));
  for_each_block(seeds.size(), {.threads = options.threads, .block_size = 1}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t worker) {
                   if (!pushers[worker]) pushers[worker] = std::make_unique<Pusher>(links, options, symmetric);
                   for (std::size_t number = begin; number < end; ++number) {
                     lists[number] = pushers[worker]->push_from(seeds[number]);
                     keep_largest(lists[number].ranked, options.most);
                   }
                 });
  return joined(lists);
}

}  // namespace aril
