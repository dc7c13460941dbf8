// Those who know one employer, made ready to be asked for one by one.
#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/referral/chain_rows.hpp"

namespace aril {

class ContactSet {
 public:
  // Pre: rising people; the span outlives what is asked.
  void assign(std::span<const EmployerLink> contacts) {
    contacts_ = contacts;
    strongest_ = 0;
    const std::size_t bits = std::clamp<std::size_t>(std::bit_ceil(16 * contacts.size()), 512, std::size_t{1} << 20);
    shift_ = 32 - static_cast<unsigned>(std::countr_zero(bits));
    words_.assign(bits / 64, 0);
    for (const EmployerLink& contact : contacts) {
      const std::uint32_t bit = bit_of(contact.other);
      words_[bit / 64] |= std::uint64_t{1} << (bit % 64);
      strongest_ = std::max(strongest_, contact.strength);
    }
  }

  [[nodiscard]] bool empty() const noexcept { return contacts_.empty(); }
  [[nodiscard]] Strength strongest() const noexcept { return strongest_; }
  // 0 for someone who does not know the employer.
  [[nodiscard]] Strength strength_of(std::uint32_t person) const noexcept {
    const std::uint32_t bit = bit_of(person);
    if ((words_[bit / 64] >> (bit % 64) & 1) == 0) return 0;
    const auto found = std::lower_bound(contacts_.begin(), contacts_.end(), person,
                                        [](const EmployerLink& contact, std::uint32_t wanted) { return contact.other < wanted; });
    return found != contacts_.end() && found->other == person ? found->strength : Strength{0};
  }

 private:
  [[nodiscard]] std::uint32_t bit_of(std::uint32_t person) const noexcept { return person * 0x9e3779b1U >> shift_; }

  std::span<const EmployerLink> contacts_;
  std::vector<std::uint64_t> words_;
  unsigned shift_ = 0;
  Strength strongest_ = 0;
};

}  // namespace aril
