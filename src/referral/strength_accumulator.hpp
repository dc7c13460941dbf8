// The best strength of one person for each employer while it is gathered.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "aril/core/total_order.hpp"
#include "aril/referral/chain_rows.hpp"

namespace aril {

// A value for each employer, and bits over them in two storeys, so that those with a value are found in rising order without a look at the others.
class StrengthAccumulator {
 public:
  explicit StrengthAccumulator(std::size_t employers)
      : best_(employers, 0), bits_((employers + 63) / 64, 0), storey_((bits_.size() + 63) / 64, 0) {}

  void raise(std::uint32_t employer, Strength strength) noexcept {
    if (strength <= best_[employer]) return;
    best_[employer] = strength;
    bits_[employer / 64] |= std::uint64_t{1} << (employer % 64);
    storey_[employer / 4096] |= std::uint64_t{1} << (employer / 64 % 64);
  }

  // Calls visit(employer, strength) for all, in rising order, and forgets them.
  template <class Visit>
  void take(Visit&& visit) {
    for (std::size_t i = 0; i < storey_.size(); ++i) {
      for (std::uint64_t words = storey_[i]; words != 0; words &= words - 1) {
        const std::size_t word = i * 64 + static_cast<std::size_t>(std::countr_zero(words));
        for (std::uint64_t bits = bits_[word]; bits != 0; bits &= bits - 1) {
          const std::size_t employer = word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
          visit(static_cast<std::uint32_t>(employer), best_[employer]);
          best_[employer] = 0;
        }
        bits_[word] = 0;
      }
      storey_[i] = 0;
    }
  }

 private:
  std::vector<Strength> best_;
  std::vector<std::uint64_t> bits_;
  std::vector<std::uint64_t> storey_;
};

// Cuts a list in rising order of employers down to the strongest, ties to the lower employer; what stays keeps its order.
inline void keep_strongest(std::vector<EmployerLink>& list, std::size_t most) {
  if (list.size() <= most) return;
  std::vector<OrderKey> keys;
  keys.reserve(list.size());
  for (const EmployerLink& entry : list) keys.push_back(order_key(entry.strength, entry.other));
  std::nth_element(keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(most), keys.end(), std::greater<>{});
  const OrderKey first_out = keys[most];
  std::erase_if(list, [&](const EmployerLink& entry) { return order_key(entry.strength, entry.other) <= first_out; });
}

}  // namespace aril
