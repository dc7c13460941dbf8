// aril::Error as aril.Error.
#include "aril/core/error.hpp"

#include <pybind11/pybind11.h>

#include <string>

#include "bindings.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

py::tuple fields_of(const Problem& problem) {
  return py::make_tuple(name_of(problem.code), problem.where.file, problem.where.first_line, problem.where.last_line, problem.where.field,
                        problem.expected, problem.found, problem.message());
}

}  // namespace

py::list problem_list(const std::vector<Problem>& problems) {
  const py::object make_problem = py::module_::import("aril.error").attr("Problem");
  py::list list;
  for (const Problem& problem : problems) list.append(make_problem(*fields_of(problem)));
  return list;
}

void bind_errors(py::module_& module) {
  py::register_local_exception_translator([](std::exception_ptr pointer) {
    try {
      if (pointer) std::rethrow_exception(pointer);
    } catch (const Error& error) {
      const py::object type = py::module_::import("aril.error").attr("Error");
      py::set_error(type, problem_list(error.problems()));
    }
  });
  module.def(
      "nearest_word", [](const std::string& word, const std::vector<std::string>& known) { return nearest_word(word, known); }, py::arg("word"),
      py::arg("known"), "The known word nearest to `word` by edit distance.");
}

}  // namespace aril::python
