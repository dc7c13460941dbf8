// Ranked lists as arrays.
#pragma once

#include <pybind11/pybind11.h>

#include "aril/rank/ranked_lists.hpp"

namespace aril::python {

using ResidentLists = RankedLists<ResidentRow>;
using PostingLists = RankedLists<PostingRow>;

}  // namespace aril::python
