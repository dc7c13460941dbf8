// One function an area: adds its classes and functions to the extension. All of it is private to the package, which gives it its public face:
// here rows are numbers, options are positional and nothing has a default.
#pragma once

#include <pybind11/pybind11.h>

namespace aril::python {

void bind_changed_lists(pybind11::module_& module);
void bind_error(pybind11::module_& module);
void bind_explanation(pybind11::module_& module);
void bind_introductions(pybind11::module_& module);
void bind_lists(pybind11::module_& module);
void bind_long_work(pybind11::module_& module);
void bind_market(pybind11::module_& module);
void bind_market_info(pybind11::module_& module);
void bind_policy(pybind11::module_& module);
void bind_ranker(pybind11::module_& module);
void bind_records(pybind11::module_& module);
void bind_referral_graph(pybind11::module_& module);
void bind_referral_measures(pybind11::module_& module);
void bind_sample(pybind11::module_& module);

}  // namespace aril::python
