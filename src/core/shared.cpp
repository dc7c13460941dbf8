#include "aril/core/shared.hpp"

#include <atomic>

namespace aril::detail {

Owned::~Owned() = default;

void Owned::take() noexcept { std::atomic_ref(owners_).fetch_add(1, std::memory_order_relaxed); }

void Owned::give_up() noexcept {
  if (std::atomic_ref(owners_).fetch_sub(1, std::memory_order_acq_rel) == 1) delete this;
}

}  // namespace aril::detail
