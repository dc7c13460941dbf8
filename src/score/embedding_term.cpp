#include "aril/score/embedding_term.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "aril/core/error.hpp"
#include "aril/market/market.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"

namespace aril {

EmbeddingTerm::Side EmbeddingTerm::quantize(const char* side, MatrixView<float> matrix, std::size_t rows, double scale) {
  if (matrix.rows != rows) {
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, "embedding"}, std::to_string(rows) + " rows of " + side, std::to_string(matrix.rows));
  }
  Side quantized{std::vector<std::int8_t>(rows * matrix.columns), std::vector<std::uint8_t>(rows)};
  for (std::size_t r = 0; r < rows; ++r) {
    const auto row = matrix.row(r);
    quantized.given[r] = std::all_of(row.begin(), row.end(), [](float x) { return std::isnan(x); }) ? 0 : 1;
    if (quantized.given[r] == 0) continue;
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (!std::isfinite(row[c])) {
        throw Error(ErrorCode::out_of_range, {"", 0, 0, "embedding"}, "a finite number",
                    std::to_string(row[c]) + " in row " + std::to_string(r) + " of " + side);
      }
      const double scaled = std::clamp(static_cast<double>(row[c]) * scale, -127.0, 127.0);
      quantized.values[r * matrix.columns + c] = static_cast<std::int8_t>(std::nearbyint(scaled));
    }
  }
  return quantized;
}

EmbeddingTerm::EmbeddingTerm(const Market& market, MatrixView<float> residents, MatrixView<float> postings, const EmbeddingOptions& options)
    : dimension_(residents.columns), options_(options) {
  if (residents.columns != postings.columns || residents.columns == 0 || residents.columns > 65'536) {
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, "embedding"}, "as many columns of residents as of postings, 1..65536",
                std::to_string(residents.columns) + " and " + std::to_string(postings.columns));
  }
  if (!std::isfinite(options.scale))
    throw Error(ErrorCode::invalid_option, {"", 0, 0, "scale"}, "a finite number", std::to_string(options.scale));
  if (options.shift > 31) throw Error(ErrorCode::invalid_option, {"", 0, 0, "shift"}, "0..31", std::to_string(options.shift));
  residents_ = quantize("residents", residents, market.residents().size(), options.scale);
  postings_ = quantize("postings", postings, market.postings().size(), options.scale);
}

bool EmbeddingTerm::has_vectors(ResidentRow resident, PostingRow posting) const noexcept {
  return is_given() && residents_.given[resident.index()] != 0 && postings_.given[posting.index()] != 0;
}

TermValue EmbeddingTerm::value_of(std::int32_t inner_product) const noexcept {
  const std::int64_t scaled = (std::int64_t{inner_product} * options_.multiplier) >> options_.shift;
  return static_cast<TermValue>(std::clamp<std::int64_t>(embedding_neutral + scaled, 0, full_value));
}

TermValue EmbeddingTerm::value(ResidentRow resident, PostingRow posting) const noexcept {
  if (!has_vectors(resident, posting)) return embedding_neutral;
  const auto a = resident_vector(resident);
  const auto b = posting_vector(posting);
  std::int32_t product = 0;
  for (std::size_t i = 0; i < dimension_; ++i) product += a[i] * b[i];
  return value_of(product);
}

}  // namespace aril
