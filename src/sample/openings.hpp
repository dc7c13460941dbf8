// The postings: jobs, internships and piecework lots of firms, and the training slots of schools.
#pragma once

#include "aril/market/market_builder.hpp"
#include "world.hpp"

namespace aril::sample {

void add_openings(MarketBuilder& builder, const World& world);
void add_courses(MarketBuilder& builder, const World& world);

}  // namespace aril::sample
