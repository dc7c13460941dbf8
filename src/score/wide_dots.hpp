// Exact inner products of int8 vectors: one resident's with those of a list of postings.
#pragma once

#include <cstddef>
#include <cstdint>

namespace aril::wide {

inline constexpr std::size_t dot_lanes = 64;  // vectors are padded with zeros to a multiple of it

// Shapes: `resident` has `dimension` numbers, a multiple of dot_lanes; the posting at position p has its own at postings + p * dimension.
// sums[p]: the sum of its numbers. out[i] is for positions[i]. Pre: numbers are -127..127 and dimension <= 65,536, so that nothing overflows.
void dots(const std::int8_t* resident, const std::int8_t* postings, const std::int32_t* sums, std::size_t dimension,
          const std::uint32_t* positions, std::size_t count, std::int32_t* out);

}  // namespace aril::wide
