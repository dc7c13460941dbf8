// One function an area: adds its classes and functions to the extension. Everything here is private to the package, which gives it its public face:
// rows are numbers, options are positional, nothing has a default.
#pragma once

#include <pybind11/pybind11.h>

namespace aril::python {

void bind_errors(pybind11::module_& module);
void bind_long_work(pybind11::module_& module);
void bind_market(pybind11::module_& module);
void bind_records(pybind11::module_& module);
void bind_policy(pybind11::module_& module);
void bind_lists(pybind11::module_& module);
void bind_ranker(pybind11::module_& module);
void bind_explanations(pybind11::class_<class PyRanker>& ranker);
void bind_sample(pybind11::module_& module);

}  // namespace aril::python
