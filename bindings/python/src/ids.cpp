#include "ids.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <system_error>
#include <vector>

namespace py = pybind11;

namespace aril::python {

py::list id_list(const IdTable& ids) {
  py::list list(ids.size());
  for (std::size_t row = 0; row < ids.size(); ++row) list[row] = py::str(ids[row]);
  return list;
}

py::array_t<std::uint64_t> whole_numbers(const IdTable& ids) {
  std::vector<std::uint64_t> numbers;
  for (std::size_t row = 0; row < ids.size(); ++row) {
    const std::string_view id = ids[row];
    std::uint64_t number = 0;
    const auto [end, failure] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (failure == std::errc{} && end == id.data() + id.size() && (id.front() != '0' || id.size() == 1)) numbers.push_back(number);
  }
  std::sort(numbers.begin(), numbers.end());
  return py::array_t<std::uint64_t>(static_cast<py::ssize_t>(numbers.size()), numbers.data());
}

}  // namespace aril::python
