// Which columns of residents and postings have gaps, and how many.
#pragma once

#include <vector>

#include "aril/market/market.hpp"
#include "shape.hpp"

namespace demo {

// Each column that may be missing and whose gaps a market keeps (seats, workplace and pay period become their defaults). A column of some kinds of
// postings only is counted among those.
[[nodiscard]] std::vector<MissingColumn> missing_columns(const aril::Market& market);

}  // namespace demo
