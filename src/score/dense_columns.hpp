// The embedding's vectors of postings, by position in the order of scoring, as the wide inner products read them.
#pragma once

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "aril/score/embedding_term.hpp"
#include "wide_dots.hpp"

namespace aril {

struct DenseColumns {
  std::size_t dimension = 0;  // padded
  std::vector<std::int8_t> vectors;
  std::vector<std::int32_t> sums;
  std::vector<std::uint8_t> given;

  DenseColumns() = default;
  DenseColumns(const EmbeddingTerm& term, std::span<const PostingRow> order)
      : dimension((term.dimension() + wide::dot_lanes - 1) / wide::dot_lanes * wide::dot_lanes),
        vectors(order.size() * dimension, 0),
        sums(order.size(), 0),
        given(order.size(), 0) {
    for (std::size_t position = 0; position < order.size(); ++position) {
      const auto vector = term.posting_vector(order[position]);
      std::copy(vector.begin(), vector.end(), vectors.begin() + static_cast<std::ptrdiff_t>(position * dimension));
      sums[position] = std::accumulate(vector.begin(), vector.end(), std::int32_t{0});
      given[position] = vector.empty() ? 0 : 1;
    }
  }
};

}  // namespace aril
