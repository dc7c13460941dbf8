#include "seats.hpp"

#include <span>

#include "aril/core/shares.hpp"

namespace aril::sample {
namespace {

constexpr std::size_t ranks_to_one_taken = 40;  // every so manieth rank has no seat left
constexpr std::size_t ranks_to_one_not_stated = 12;
constexpr std::size_t head = 20;  // flattens the law's head: the largest posting has some hundred seats, not thousands

bool is_taken(std::size_t rank) { return rank % ranks_to_one_taken == 25; }
bool is_not_stated(std::size_t rank) { return rank % ranks_to_one_not_stated == 7; }

}  // namespace

Seats::Seats(const World& world)
    : rank_of_row_(world.options.seed, Stream::seats, world.counts.postings + world.counts.training_slots),
      of_rank_(world.counts.postings + world.counts.training_slots) {
  std::vector<WideCount> weights(of_rank_.size());
  std::uint32_t left = static_cast<std::uint32_t>(world.counts.seats);
  for (std::size_t rank = 0; rank < weights.size(); ++rank) {
    if (is_taken(rank)) continue;
    --left;  // the one that everybody has
    if (!is_not_stated(rank)) weights[rank] = 1'000'000'000 / (rank + head);
  }
  const std::vector<std::uint32_t> shares = shares_by_largest_remainder(left, weights);
  for (std::size_t rank = 0; rank < weights.size(); ++rank) {
    if (is_taken(rank)) {
      of_rank_[rank] = 0;
    } else if (!is_not_stated(rank)) {
      of_rank_[rank] = 1 + shares[rank];
    }
  }
}

}  // namespace aril::sample
