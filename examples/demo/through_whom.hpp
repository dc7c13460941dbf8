// Who can introduce a resident of the sample to an employer.
#pragma once

#include <iosfwd>

#include "aril/market/market.hpp"
#include "aril/referral/introductions.hpp"

namespace demo {

// The sample's neighbours, and the links that follow from what they share.
aril::Introducer introducer_of(const aril::Market& market, std::uint64_t seed);

// The best chain from the resident to the posting's employer, in both languages; nothing where there is none.
void print_through_whom(const aril::Introducer& introducer, const aril::Market& market, aril::ResidentRow resident,
                        aril::PostingRow posting, std::ostream& out);

}  // namespace demo
