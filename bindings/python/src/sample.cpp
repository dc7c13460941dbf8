#include <pybind11/pybind11.h>

#include <cstdint>
#include <string_view>

#include "aril/sample/district.hpp"
#include "bindings.hpp"
#include "long_work.hpp"
#include "names.hpp"

namespace py = pybind11;

namespace aril::python {

void bind_sample(py::module_& module) {
  module.def(
      "sample_district",
      [](std::string_view size, std::uint64_t seed) {
        const sample::DistrictOptions options{size_named(size), seed};
        return run_long(Threads::pool, [options](const Watch&) { return sample::district(options); });
      },
      py::arg("size"), py::arg("seed"));
}

}  // namespace aril::python
