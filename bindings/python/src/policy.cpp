#include "aril/rank/policy.hpp"

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <string>
#include <string_view>
#include <vector>

#include "bindings.hpp"

namespace py = pybind11;

namespace aril::python {

void bind_policy(py::module_& module) {
  module.def(
      "complete_policy",
      [](std::string_view json, const std::string& file, const std::vector<std::string>& terms) {
        return Policy::from_json(json, file, {.rules = {}, .terms = terms}).to_json();
      },
      py::arg("json"), py::arg("file"), py::arg("terms"),
      "The policy with all that it does not name. `terms`: names that it may use beside the standard ones.");
  module.attr("rule_names") = py::tuple(py::cast(rule_names));
}

}  // namespace aril::python
