// What the benches rank: markets of the sample, each made once, and what their cases change in the standard policy.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aril/aril.hpp"

namespace aril::bench {

inline constexpr std::size_t k = 20;
inline constexpr std::uint64_t seed = 7;
inline constexpr std::size_t dimension = 64;

// `size`: a name of sample::size_names. Errors: Error{unknown_id} for another.
[[nodiscard]] const Market& market_of(const std::string& size);

// A case of a ranking, as it is called after the size: "district", "district-open", "district-dense".
struct Case {
  std::string size;
  std::string variant;  // empty, or what follows the size
};
[[nodiscard]] Case case_of(const std::string& name);

// Every rule off in "open", the embedding with a weight in "dense"; else the standard policy.
[[nodiscard]] Policy policy_of(const Case& one);
// With vectors in "dense".
[[nodiscard]] RankerInputs inputs_of(const Case& one);

// Made-up embeddings: most of a vector is its occupation's, the rest its own; one row in twenty has none (NaN). About as long as 1.
// Shape: rows x dimension.
struct Vectors {
  std::vector<float> residents;
  std::vector<float> postings;
};
[[nodiscard]] const Vectors& vectors_of(const std::string& size);

}  // namespace aril::bench
