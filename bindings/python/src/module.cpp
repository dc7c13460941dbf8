#include "bindings.hpp"

namespace aril::python {

PYBIND11_MODULE(_aril, module) {
  module.doc() = "The compiled part of aril. Private: use the package.";
  module.attr("__version__") = ARIL_VERSION;
  bind_errors(module);
  bind_long_work(module);
  bind_market(module);
  bind_records(module);
  bind_policy(module);
  bind_lists(module);
  bind_ranker(module);
  bind_sample(module);
}

}  // namespace aril::python
