// NumPy arrays over memory that C++ owns: no copy is made, the array keeps its owner alive and can't be written to.
#pragma once

#include <pybind11/numpy.h>

#include <cstddef>
#include <cstdint>
#include <type_traits>

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

}  // namespace aril::python
