#include "short_chains.hpp"

namespace aril {

void ShortChainSearch::over_one_more(std::uint32_t person, const PersonLink& first, const ContactSet& contacts) {
  for (const PersonLink& second : rows_->people_of(first.person)) {
    const Strength last = contacts.strength_of(second.person);
    if (last == 0 || second.person == person) continue;
    best_.push({behind_link(first.strength, behind_link(second.strength, last)), 3, first.person, second.person});
  }
}

const std::vector<ShortChain>& ShortChainSearch::run(std::uint32_t person, std::uint32_t employer, const ContactSet& contacts,
                                                     const IntroductionOptions& options) {
  best_.begin(options.k);
  if (contacts.empty()) return best_.chains();
  if (const Strength direct = contacts.strength_of(person); direct != 0) best_.push({direct, 1, 0, 0});
  if (options.hops == 1) return best_.chains();
  // The rows of those who may lead to the employer lie anywhere in memory: all are asked for before the first is read.
  const std::uint64_t bit = ChainRows::reach_bit(employer);
  hopeful_.clear();
  for (const PersonLink& link : rows_->people_of(person)) {
    if ((link.reach & bit) == 0) continue;
    rows_->prefetch_offsets(link.person);
    hopeful_.push_back(link);
  }
  for (const PersonLink& link : hopeful_) {
    if (const Strength last = contacts.strength_of(link.person); last != 0)
      best_.push({behind_link(link.strength, last), 2, link.person, 0});
    rows_->prefetch_people(link.person);
  }
  if (options.hops == 2) return best_.chains();
  for (const PersonLink& link : hopeful_) {
    const Strength bound = behind_link(link.strength, behind_link(full_strength, contacts.strongest()));
    if (bound >= best_.threshold()) over_one_more(person, link, contacts);
  }
  return best_.chains();
}

}  // namespace aril
