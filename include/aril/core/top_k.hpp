// Keeps the k first results in the total order. Keys are distinct (a row occurs once), so the outcome does not depend on the order of pushes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <vector>

#include "aril/core/total_order.hpp"

namespace aril {

// Cost: amortised O(1) a push: the buffer grows to twice k, then is cut back to k in linear time.
class TopK {
 public:
  explicit TopK(std::size_t k) : k_(k) {}

  void push(OrderKey key) {
    if (key < threshold_ || k_ == 0) return;
    kept_.push_back(key);
    if (kept_.size() >= 2 * k_ + 16) cut();
  }
  // Best first; at most k. The object is empty afterwards and can be used again.
  void take(std::vector<OrderKey>& out) {
    cut();
    std::sort(kept_.begin(), kept_.end(), std::greater<>{});
    out.assign(kept_.begin(), kept_.end());
    kept_.clear();
    threshold_ = 0;
  }
  // No key below this one can be among the k.
  [[nodiscard]] OrderKey threshold() const noexcept { return threshold_; }

 private:
  void cut() {
    if (kept_.size() <= k_) return;
    const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(k_) - 1;
    std::nth_element(kept_.begin(), last, kept_.end(), std::greater<>{});
    threshold_ = *last;
    kept_.resize(k_);
  }

  std::size_t k_;
  OrderKey threshold_ = 0;
  std::vector<OrderKey> kept_;
};

}  // namespace aril
