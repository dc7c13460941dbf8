#include "lists.hpp"

#include "arrays.hpp"
#include "bindings.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

// One field of all hits, where it stands.
template <class T, class Lists, class Field>
py::array field_view(const py::object& self, Field field) {
  const auto hits = self.cast<const Lists&>().hits();
  return strided_view<T>(hits.empty() ? nullptr : field(hits.front()), hits.size(), sizeof(Hit), self);
}

template <class Owner>
void bind_lists_of(py::module_& module, const char* name) {
  using Lists = RankedLists<Owner>;
  py::class_<Lists> lists(module, name);
  lists.def("__len__", &Lists::size);
  lists.def(
      "owners", [](const py::object& self) { return view<std::uint32_t>(self.cast<const Lists&>().owners(), self); },
      "uint32, one a list.");
  lists.def(
      "offsets", [](const py::object& self) { return view<std::uint64_t>(self.cast<const Lists&>().offsets(), self); },
      "uint64, one a list and one more: the i-th list's hits stand at [offsets[i], offsets[i + 1]).");
  lists.def(
      "eligible", [](const py::object& self) { return view<std::uint64_t>(self.cast<const Lists&>().eligible(), self); },
      "uint64, one a list.");
  lists.def(
      "residents",
      [](const py::object& self) { return field_view<std::uint32_t, Lists>(self, [](const Hit& hit) { return &hit.resident; }); },
      "uint32, one a hit.");
  lists.def(
      "postings",
      [](const py::object& self) { return field_view<std::uint32_t, Lists>(self, [](const Hit& hit) { return &hit.posting; }); },
      "uint32, one a hit.");
  lists.def(
      "scores", [](const py::object& self) { return field_view<std::uint32_t, Lists>(self, [](const Hit& hit) { return &hit.score; }); },
      "uint32, one a hit.");
  lists.def(
      "questions",
      [](const py::object& self) { return field_view<std::uint64_t, Lists>(self, [](const Hit& hit) { return &hit.questions; }); },
      "uint64, one a hit: bit i is set where rule i is not known and the policy asks.");
}

}  // namespace

void bind_lists(py::module_& module) {
  bind_lists_of<ResidentRow>(module, "ResidentLists");
  bind_lists_of<PostingRow>(module, "PostingLists");
}

}  // namespace aril::python
