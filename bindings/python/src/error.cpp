// aril::Error as aril.Error, with its problems.
#include "error.hpp"

#include <pybind11/stl.h>

#include <string_view>

#include "bindings.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

// What was found in a file, or a file's name, need not be UTF-8.
py::str lossy(std::string_view text) {
  return py::reinterpret_steal<py::str>(PyUnicode_DecodeUTF8(text.data(), static_cast<py::ssize_t>(text.size()), "replace"));
}

}  // namespace

py::list problem_list(const std::vector<Problem>& problems) {
  const py::object make = py::module_::import("aril.error").attr("Problem");
  py::list list;
  for (const Problem& problem : problems) {
    const Place& where = problem.where;
    list.append(make(name_of(problem.code), lossy(where.file), where.first_line, where.last_line, lossy(where.field),
                     lossy(problem.expected), lossy(problem.found), lossy(problem.message())));
  }
  return list;
}

void bind_error(py::module_& module) {
  module.def("nearest_word", &nearest_word, py::arg("word"), py::arg("known"), "By edit distance; empty where nothing is known.");
  module.def("near_word", &near_word, py::arg("word"), py::arg("known"),
             "As nearest_word, but empty where more than half of the letters differ.");
  py::register_local_exception_translator([](std::exception_ptr thrown) {
    try {
      if (thrown) std::rethrow_exception(thrown);
    } catch (const Error& error) {
      py::set_error(py::module_::import("aril.error").attr("Error"), problem_list(error.problems()));
    }
  });
}

}  // namespace aril::python
