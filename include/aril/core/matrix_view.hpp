// A borrowed row-major matrix: what crosses between the library and Eigen, NumPy or a plain array.
#pragma once

#include <cstddef>
#include <span>

namespace aril {

// Shape: rows x columns; element (r, c) stands at data[r * row_stride + c].
template <class T>
struct MatrixView {
  const T* data = nullptr;
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::size_t row_stride = 0;

  [[nodiscard]] std::span<const T> row(std::size_t r) const noexcept { return {data + r * row_stride, columns}; }
};

}  // namespace aril
