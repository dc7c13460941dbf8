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

class Pusher {
 public:
  Pusher(RowsView links, const PushOptions& options, double relaxation)
      : links_(links),
        damping_(options.damping),
        relaxation_(relaxation),
        cells_(links.size()),
        ranks_(links.size()),
        reached_((links.size() + 63) / 64),
        touched_(links.size() + 1) {
    for (std::size_t vertex = 0; vertex < links.size(); ++vertex)
      cells_[vertex].limit = static_cast<float>(options.threshold * static_cast<double>(std::max<std::size_t>(1, links.degree(vertex))));
  }

  Pushed push_from(std::uint32_t seed) {
    ++seed_number_;
    touched_count_ = 0;
    hand(seed, 1);
    while (next_count_ != 0) {
      std::swap(queue_, next_);
      const std::size_t count = std::exchange(next_count_, 0);
      for (std::size_t i = 0; i < count; ++i) {
        if (i + far_ahead < count) ask_for_columns(queue_[i + far_ahead]);
        if (i + ahead < count) ask_for_cells(queue_[i + ahead]);
        push(queue_[i], seed);
      }
    }
    return collect();
  }

 private:
  // What a look at a vertex needs, in one place.
  struct Cell {
    double left = 0;  // not yet handed on; counts while `seed_number` is the seed's
    float limit = 0;
    std::uint32_t seed_number = 0;
  };

  // Most vertices are seen once or twice, far apart: waiting for them would be most of the time.
  static constexpr std::size_t ahead = 2;
  static constexpr std::size_t far_ahead = 5;
  void ask_for_columns(std::uint32_t vertex) const { __builtin_prefetch(links_.columns.data() + links_.offsets[vertex]); }
  void ask_for_cells(std::uint32_t vertex) const {
    for (const std::uint32_t neighbour : links_[vertex]) __builtin_prefetch(cells_.data() + neighbour);
  }

  // Without branches, for neither who is new nor who comes to wait can be foreseen. There is room for one more vertex in both lists.
  void add(std::uint32_t vertex, double amount) {
    Cell& cell = cells_[vertex];
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
    for (std::size_t word = 0; word < reached_.size(); ++word) {
      for (; reached_[word] != 0; reached_[word] &= reached_[word] - 1) {
        const std::size_t vertex = word * 64 + static_cast<std::size_t>(std::countr_zero(reached_[word]));
        result.ranked.push_back({static_cast<std::uint32_t>(vertex), std::max(0.0, std::exchange(ranks_[vertex], 0.0))});
      }
    }
    return result;
  }

  RowsView links_;
  double damping_;
  double relaxation_;
  std::vector<Cell> cells_;
  std::vector<double> ranks_;
  std::vector<std::uint64_t> reached_;  // a bit a vertex
  std::vector<std::uint32_t> touched_;  // one place more than there are vertices
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
  const double relaxation = links.is_symmetric() ? over_relaxation : 1;
  std::vector<Pushed> lists(seeds.size());
  std::vector<std::unique_ptr<Pusher>> pushers(resolve_threads(options.threads));
  for_each_block(seeds.size(), {.threads = options.threads, .block_size = 1}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t worker) {
                   if (!pushers[worker]) pushers[worker] = std::make_unique<Pusher>(links, options, relaxation);
                   for (std::size_t number = begin; number < end; ++number) {
                     lists[number] = pushers[worker]->push_from(seeds[number]);
                     keep_largest(lists[number].ranked, options.most);
                   }
                 });
  return joined(lists);
}

}  // namespace aril
