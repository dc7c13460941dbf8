// The terms that come from outside the market: sparse ones, the dense one, and the user's own.
#pragma once

#include <vector>

#include "aril/score/embedding_term.hpp"
#include "aril/score/sparse_term.hpp"
#include "aril/score/term.hpp"

namespace aril {

struct TermInputs {
  std::vector<SparseTerm> sparse;
  EmbeddingTerm embedding;
  std::vector<AnyTerm> own;
};

}  // namespace aril
