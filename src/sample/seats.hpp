// How many seats each posting has: by Zipf's law over postings in a shuffled order, so that they add up to the number the size promises.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "world.hpp"

namespace aril::sample {

class Seats {
 public:
  explicit Seats(const World& world);
  // Not stated (it counts as one), 0 (all taken) or more. Rows: the postings, then the training slots.
  [[nodiscard]] std::optional<std::int64_t> of(std::size_t row) const { return of_rank_[rank_of_row_(row)]; }

 private:
  Shuffle rank_of_row_;
  std::vector<std::optional<std::int64_t>> of_rank_;
};

}  // namespace aril::sample
