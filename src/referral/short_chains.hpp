// The best chains of at most three hops.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aril/referral/introductions.hpp"
#include "contact_set.hpp"

namespace aril {

struct ShortChain {
  Strength strength = 0;
  std::uint8_t hops = 0;
  std::uint32_t first = 0;   // introducer; 0 where there is none
  std::uint32_t second = 0;  // likewise

  // The order of chains of one pair.
  [[nodiscard]] bool operator<(const ShortChain& other) const noexcept {
    if (strength != other.strength) return strength > other.strength;
    if (hops != other.hops) return hops < other.hops;
    return first != other.first ? first < other.first : second < other.second;
  }
};

// Keeps the k first, in order.
class BestShortChains {
 public:
  void begin(std::size_t k) {
    k_ = k;
    chains_.clear();
  }
  // No chain below this strength is kept.
  [[nodiscard]] Strength threshold() const noexcept { return chains_.size() < k_ ? Strength{1} : chains_.back().strength; }
  void push(const ShortChain& chain) {
    if (chain.strength < threshold() || (chains_.size() == k_ && !(chain < chains_.back()))) return;
    if (chains_.size() == k_) chains_.pop_back();
    auto place = chains_.end();
    while (place != chains_.begin() && chain < *(place - 1)) --place;
    chains_.insert(place, chain);
  }
  [[nodiscard]] const std::vector<ShortChain>& chains() const noexcept { return chains_; }

 private:
  std::size_t k_ = 0;
  std::vector<ShortChain> chains_;
};

// Pre: hops 1..3; the contacts are the employer's.
class ShortChainSearch {
 public:
  explicit ShortChainSearch(const ChainRows& rows) : rows_(&rows) {}

  const std::vector<ShortChain>& run(std::uint32_t person, std::uint32_t employer, const ContactSet& contacts,
                                     const IntroductionOptions& options);

 private:
  void over_one_more(std::uint32_t person, const PersonLink& first, const ContactSet& contacts);

  const ChainRows* rows_;
  BestShortChains best_;
  std::vector<PersonLink> hopeful_;
};

}  // namespace aril
