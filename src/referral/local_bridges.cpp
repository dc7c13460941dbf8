// Local bridges, and how far the way round is.
#include <array>
#include <memory>
#include <utility>

#include "aril/core/parallel.hpp"
#include "aril/referral/proximity.hpp"
#include "aril/referral/ties.hpp"

namespace aril {
namespace {

// Looks for the shortest way round from both ends, a level at a time from the end with fewer vertices to go on from.
class WayRound {
 public:
  explicit WayRound(RowsView links)
      : links_(links), seen_{std::vector<std::uint32_t>(links.size()), std::vector<std::uint32_t>(links.size())} {}

  // 0: none within the limit.
  std::uint32_t length(std::uint32_t a, std::uint32_t b, std::uint32_t limit) {
    ends_ = {a, b};
    ++search_;
    for (std::size_t side = 0; side < 2; ++side) {
      frontier_[side] = {ends_[side]};
      seen_[side][ends_[side]] = search_;
    }
    for (std::uint32_t length = 1; length <= limit; ++length) {
      const std::size_t side = frontier_[0].size() <= frontier_[1].size() ? 0 : 1;
      if (frontier_[side].empty()) return 0;
      if (meets(side)) return length;
    }
    return 0;
  }

 private:
  // One level further from one end; whether that reached what the other end has seen.
  bool meets(std::size_t side) {
    std::vector<std::uint32_t> next;
    for (const std::uint32_t vertex : frontier_[side]) {
      for (const std::uint32_t neighbour : links_[vertex]) {
        if (vertex == ends_[side] && neighbour == ends_[1 - side]) continue;  // the link itself
        if (seen_[1 - side][neighbour] == search_) return true;
        if (std::exchange(seen_[side][neighbour], search_) != search_) next.push_back(neighbour);
      }
    }
    frontier_[side] = std::move(next);
    return false;
  }

  RowsView links_;
  std::array<std::vector<std::uint32_t>, 2> seen_;  // the number of the last search that saw a vertex from that end
  std::array<std::vector<std::uint32_t>, 2> frontier_;
  std::uint32_t search_ = 0;
  std::array<std::uint32_t, 2> ends_{};
};

}  // namespace

std::vector<LocalBridge> local_bridges(RowsView simple, const BridgeOptions& options) {
  const std::vector<std::uint32_t> together = embeddedness(simple, {options.threads, {nullptr, options.watch.cancelled}});
  std::vector<LocalBridge> bridges;
  for (std::uint32_t vertex = 0; vertex < simple.size(); ++vertex) {
    for (std::uint64_t link = simple.offsets[vertex]; link < simple.offsets[vertex + 1]; ++link) {
      if (together[link] == 0 && vertex < simple.columns[link]) bridges.push_back({vertex, simple.columns[link], 0});
    }
  }
  if (options.span_limit < 3) return bridges;
  std::vector<std::unique_ptr<WayRound>> searches(resolve_threads(options.threads));
  for_each_block(bridges.size(), {.threads = options.threads, .block_size = 64}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t worker) {
                   if (!searches[worker]) searches[worker] = std::make_unique<WayRound>(simple);
                   for (std::size_t i = begin; i < end; ++i)
                     bridges[i].span = searches[worker]->length(bridges[i].lower, bridges[i].higher, options.span_limit);
                 });
  return bridges;
}

}  // namespace aril
