// The dense term: int8 vectors of residents and postings, and their exact int32 inner products.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/matrix_view.hpp"
#include "aril/core/row.hpp"
#include "aril/score/term.hpp"

namespace aril {

class Market;

struct EmbeddingOptions {
  double scale = 127.0;         // each input times this, rounded half to even, clipped to -127..127
  std::int32_t multiplier = 2;  // value = 32,768 + ((inner product * multiplier) >> shift), clamped
  std::uint32_t shift = 0;      // 0..31
  bool operator==(const EmbeddingOptions&) const = default;
};

class EmbeddingTerm {
 public:
  EmbeddingTerm() = default;
  // Shapes: residents x d and postings x d, d <= 65,536. A row that is NaN throughout is a vector not given; the pair then takes the neutral value.
  // Errors: Error{shape_mismatch}; Error{out_of_range} for a number that is not finite in a row that is given.
  EmbeddingTerm(const Market& market, MatrixView<float> residents, MatrixView<float> postings, const EmbeddingOptions& options = {});

  [[nodiscard]] bool is_given() const noexcept { return dimension_ != 0; }
  [[nodiscard]] bool has_vectors(ResidentRow resident, PostingRow posting) const noexcept;
  [[nodiscard]] TermValue value(ResidentRow resident, PostingRow posting) const noexcept;

  [[nodiscard]] std::size_t dimension() const noexcept { return dimension_; }
  [[nodiscard]] const EmbeddingOptions& options() const noexcept { return options_; }
  // Empty: not given.
  [[nodiscard]] std::span<const std::int8_t> resident_vector(ResidentRow row) const noexcept { return vector(residents_, row.index()); }
  [[nodiscard]] std::span<const std::int8_t> posting_vector(PostingRow row) const noexcept { return vector(postings_, row.index()); }
  [[nodiscard]] TermValue value_of(std::int32_t inner_product) const noexcept;

 private:
  struct Side {
    std::vector<std::int8_t> values;
    std::vector<std::uint8_t> given;
  };
  [[nodiscard]] std::span<const std::int8_t> vector(const Side& side, std::size_t row) const noexcept {
    if (!is_given() || side.given[row] == 0) return {};
    return {side.values.data() + row * dimension_, dimension_};
  }
  static Side quantize(const char* side, MatrixView<float> matrix, std::size_t rows, double scale);

  std::size_t dimension_ = 0;
  Side residents_;
  Side postings_;
  EmbeddingOptions options_;
};

}  // namespace aril
