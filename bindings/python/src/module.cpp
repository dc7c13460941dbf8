#include "bindings.hpp"

PYBIND11_MODULE(_aril, module) {
  module.doc() = "The compiled part of aril. Private: use the package.";
  module.attr("__version__") = ARIL_VERSION;
  using namespace aril::python;
  bind_error(module);
  bind_long_work(module);
  bind_market(module);
  bind_market_info(module);
  bind_records(module);
  bind_policy(module);
  bind_lists(module);
  bind_ranker(module);
  bind_changed_lists(module);
  bind_explanation(module);
  bind_sample(module);
  bind_referral_measures(module);
  bind_referral_graph(module);
  bind_introductions(module);
}
