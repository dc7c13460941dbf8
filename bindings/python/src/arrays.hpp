// NumPy arrays over memory that C++ owns: no copy is made, and the array keeps its owner alive; and arrays as vectors.
#pragma once

#include <pybind11/numpy.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <utility>
#include <vector>

namespace aril::python {

// Rows as they arrive: uint32, contiguous; other integers are converted.
using RowArray = pybind11::array_t<std::uint32_t, pybind11::array::c_style | pybind11::array::forcecast>;

// Shape: count; element i stands `stride` bytes after element i - 1. T: a number, as NumPy is to see it.
template <class T>
[[nodiscard]] pybind11::array strided_view(const void* first, std::size_t count, std::size_t stride, pybind11::handle owner) {
  static_assert(std::is_arithmetic_v<T>);
  if (count == 0) return pybind11::array_t<T>(0);
  pybind11::array view(pybind11::dtype::of<T>(), {static_cast<pybind11::ssize_t>(count)}, {static_cast<pybind11::ssize_t>(stride)}, first,
                       owner);
  view.attr("flags").attr("writeable") = false;
  return view;
}

// Of a vector or span of numbers, strong rows or enumerators.
template <class T, class Values>
[[nodiscard]] pybind11::array view(const Values& values, pybind11::handle owner) {
  static_assert(sizeof(typename Values::value_type) == sizeof(T));
  return strided_view<T>(values.data(), values.size(), sizeof(T), owner);
}

// An array that owns what a vector held.
using Shape = std::vector<pybind11::ssize_t>;
template <class T>
[[nodiscard]] pybind11::array array_of(std::vector<T> values, Shape shape) {
  auto* kept = new std::vector<T>(std::move(values));
  const pybind11::capsule owner(kept, [](void* vector) { delete static_cast<std::vector<T>*>(vector); });
  return pybind11::array_t<T>(std::move(shape), kept->data(), owner);
}
template <class T>
[[nodiscard]] pybind11::array array_of(std::vector<T> values) {
  const auto count = static_cast<pybind11::ssize_t>(values.size());
  return array_of(std::move(values), Shape{count});
}

// A copy that a thread may read after the caller has changed the array.
template <class T, int flags>
[[nodiscard]] std::vector<T> vector_of(const pybind11::array_t<T, flags>& array) {
  return {array.data(), array.data() + array.size()};
}

}  // namespace aril::python
