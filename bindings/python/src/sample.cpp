#include <pybind11/pybind11.h>

#include <cstdint>
#include <string_view>

#include "aril/sample/district.hpp"
#include "aril/sample/neighbours.hpp"
#include "bindings.hpp"
#include "long_work.hpp"
#include "names.hpp"

namespace py = pybind11;

namespace aril::python {

namespace {

// Strengths as decimals.
py::tuple neighbour_rows(const Market& market, std::uint64_t seed) {
  const auto known = run_long(Threads::one, [market, seed](const Watch&) { return sample::neighbours(market, seed); });
  py::list people;
  for (const VertexRecord& person : known.people)
    people.append(py::make_tuple(person.id, person.title.english, person.title.chinese, name_of(person.kind)));
  py::list links;
  for (const LinkRecord& link : known.links)
    links.append(py::make_tuple(link.from, link.to, name_of(link.kind), format_strength(link.strength), link.consent.value_or(false)));
  py::list memberships;
  for (const MembershipRecord& record : known.memberships)
    memberships.append(py::make_tuple(record.person, name_of(record.kind), record.of));
  py::list consents;
  for (const ConsentRecord& record : known.consents) consents.append(py::make_tuple(record.person, name_of(record.kind), record.consent));
  return py::make_tuple(people, links, memberships, consents);
}

}  // namespace

void bind_sample(py::module_& module) {
  module.def(
      "sample_district",
      [](std::string_view size, std::uint64_t seed, std::size_t residents, std::size_t postings) {
        const sample::DistrictOptions options{size_named(size), seed, residents, postings};
        return run_long(Threads::pool, [options](const Watch&) { return sample::district(options); });
      },
      py::arg("size"), py::arg("seed"), py::arg("residents"), py::arg("postings"));
  module.def("sample_neighbours", &neighbour_rows, py::arg("market"), py::arg("seed"),
             "Rows of people (id, title_en, title_zh, kind), links (from, to, kind, strength, consent), memberships (person, kind, of) and "
             "consents (person, kind, consent).");
}

}  // namespace aril::python
