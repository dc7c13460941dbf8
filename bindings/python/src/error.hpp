// Problems as Python sees them.
#pragma once

#include <pybind11/pybind11.h>

#include <vector>

#include "aril/core/error.hpp"

namespace aril::python {

// A list of aril.Problem.
[[nodiscard]] pybind11::list problem_list(const std::vector<Problem>& problems);

}  // namespace aril::python
