// The ids of a table as Python takes them.
#pragma once

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include <cstdint>

#include "aril/core/id_table.hpp"

namespace aril::python {

// str, in the order of rows.
[[nodiscard]] pybind11::list id_list(const IdTable& ids);
// The ids that Python's str(int) would write, as numbers, ascending.
[[nodiscard]] pybind11::array_t<std::uint64_t> whole_numbers(const IdTable& ids);

}  // namespace aril::python
