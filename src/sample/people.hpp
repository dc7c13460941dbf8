// The residents: each has a trade, lives somewhere, and is open, ordinary or tied in what can be taken on.
#pragma once

#include <cstddef>

#include "aril/market/market_builder.hpp"
#include "world.hpp"

namespace aril::sample {

void add_residents(MarketBuilder& builder, const World& world);
// Independent of everything else, down to a stream of its own.
void add_protected_attributes(MarketBuilder& builder, const World& world);

}  // namespace aril::sample
