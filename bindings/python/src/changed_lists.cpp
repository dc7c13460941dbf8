// Lists of yesterday against today, as arrays.
#include "aril/rank/changed_lists.hpp"

#include <pybind11/pybind11.h>

#include <cstdint>
#include <memory>
#include <utility>

#include "arrays.hpp"
#include "bindings.hpp"
#include "lists.hpp"
#include "long_work.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

using SharedRanker = std::shared_ptr<Ranker>;
using SharedChanges = std::shared_ptr<ChangedLists>;

// `lists_before` belongs to Python, which keeps it for as long as the call lasts.
SharedChanges changed_lists(const SharedRanker& after, const SharedRanker& before, const ResidentLists& lists_before, RankOptions options,
                            const py::object& progress) {
  return run_long(
      options.threads == 1 ? Threads::one : Threads::pool,
      [after, before, kept = keep(py::cast(lists_before, py::return_value_policy::reference)), &lists_before,
       options = std::move(options)](const Watch& watch) mutable {
        options.watch = watch;
        return std::make_shared<ChangedLists>(after->changed_lists(*before, lists_before, options));
      },
      progress);
}

template <class T, class Field>
py::array changes_view(const py::object& self, Field field) {
  const auto& changes = self.cast<const ChangedLists&>().changes;
  return strided_view<T>(changes.empty() ? nullptr : field(changes.front()), changes.size(), sizeof(HitChange), self);
}

}  // namespace

void bind_changed_lists(py::module_& module) {
  py::class_<ChangedLists, SharedChanges> changed(module, "ChangedLists");
  changed.def(
      "lists", [](const ChangedLists& self) -> const ResidentLists& { return self.lists; }, py::return_value_policy::reference_internal);
  changed.def(
      "residents", [](const py::object& self) { return view<std::uint32_t>(self.cast<const ChangedLists&>().residents, self); },
      "uint32, one a list that changed.");
  changed.def(
      "offsets", [](const py::object& self) { return view<std::uint64_t>(self.cast<const ChangedLists&>().offsets, self); },
      "uint64, one a list that changed and one more.");
  changed.def(
      "gone", [](const py::object& self) { return view<std::uint32_t>(self.cast<const ChangedLists&>().gone, self); },
      "uint32, rows of yesterday.");
  const auto column = [&](const char* name, auto field, const char* doc) {
    changed.def(
        name,
        [field](const py::object& self) {
          return changes_view<std::uint32_t>(self, [field](const HitChange& change) { return &(change.*field); });
        },
        doc);
  };
  column("postings_before", &HitChange::before, "uint32, one a change: rows of yesterday; the largest number: there was none.");
  column("postings_after", &HitChange::after, "uint32, one a change: rows of today; the largest number: there is none any more.");
  column("places_before", &HitChange::place_before, "uint32, one a change, from 0; the largest number: not listed.");
  column("places_after", &HitChange::place_after, "uint32, one a change, from 0; the largest number: not listed.");
  column("scores_before", &HitChange::score_before, "uint32, one a change.");
  column("scores_after", &HitChange::score_after, "uint32, one a change.");
  changed.def(
      "counters",
      [](const ChangedLists& self) {
        return py::make_tuple(self.counters.changed_residents, self.counters.changed_postings, self.counters.ranked_again,
                              self.counters.everyone);
      },
      "(changed residents, changed postings, residents ranked again, whether the change reaches everyone)");
  module.def("changed_lists", &changed_lists, py::arg("after"), py::arg("before"), py::arg("lists_before"), py::arg("options"),
             py::arg("progress"));
}

}  // namespace aril::python
