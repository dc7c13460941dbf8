// Who can introduce a resident of the sample to an employer.
#pragma once

#include <cstdint>
#include <optional>

#include "aril/market/market.hpp"
#include "aril/referral/introductions.hpp"

namespace demo {

// The sample's neighbours, and the links that follow from what they share.
aril::Introducer introducer_of(const aril::Market& market, std::uint64_t seed);

// Pre: the graph has both.
std::optional<aril::Introduction> best_chain(const aril::Introducer& introducer, const aril::Market& market, aril::ResidentRow resident,
                                             aril::EmployerRow employer);

}  // namespace demo
