// The best chains of any number of hops, by exact bounds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aril/referral/introductions.hpp"
#include "contact_set.hpp"

namespace aril {

// First, outwards from the person: everyone within hops - 2, each with the largest strength of a walk of exactly j links from there to the employer, for every
// j that still fits. A walk may visit a vertex twice, so this bounds all chains from above. Then, for each number of hops, a search from the person on along the
// best bounds first; it leaves what can't come before the k-th best in the full order of chains, so equal strengths don't multiply the work.
class LongChainSearch {
 public:
  explicit LongChainSearch(const ChainRows& rows) : rows_(&rows) {}

  // Best first.
  const std::vector<Introduction>& run(std::uint32_t person, std::uint32_t employer, const ContactSet& contacts,
                                       const IntroductionOptions& options);

 private:
  struct Step {
    Strength bound = 0;
    Strength strength = 0;
    std::uint32_t person = 0;
  };

  void gather(std::uint32_t person, std::size_t depth);
  void bound_walks(std::uint32_t employer, std::size_t hops);
  [[nodiscard]] Strength best_walk(std::uint32_t person, std::size_t hops) const;
  [[nodiscard]] bool may_enter(Strength bound, std::uint32_t next) const;
  [[nodiscard]] Strength behind_path(Strength rest) const noexcept;
  void walk_on(std::size_t left);
  void keep(Strength strength);

  static constexpr std::uint32_t no_slot = 0xffffffffU;
  const ChainRows* rows_;
  const ContactSet* contacts_ = nullptr;
  std::uint32_t employer_ = 0;
  std::size_t k_ = 0;
  std::size_t path_hops_ = 0;  // of the chains looked for now

  std::vector<std::uint32_t> slots_;          // person -> place in nearby_; no_slot for those who are not near
  std::vector<std::uint32_t> nearby_;         // in the order of distance
  std::vector<std::uint64_t> reach_;          // as in PersonLink
  std::vector<std::size_t> nearby_ends_;      // by distance: how many are that near
  std::vector<std::vector<Strength>> walks_;  // walks_[j][slot], for those within hops - j

  std::vector<std::uint32_t> path_;       // of people, the first one included
  std::vector<Strength> path_strengths_;  // one a link
  std::vector<std::vector<Step>> steps_;  // by depth
  std::vector<Introduction> best_;
};

}  // namespace aril
