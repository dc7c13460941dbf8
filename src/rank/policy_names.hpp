// The words that a policy may use, and the error for one that it may not.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/eligibility/rule.hpp"
#include "aril/score/term.hpp"

namespace aril {

template <class Names>
std::vector<std::string> names_with(const Names& standard, const std::vector<std::string>& own) {
  std::vector<std::string> names(standard.begin(), standard.end());
  names.insert(names.end(), own.begin(), own.end());
  return names;
}
inline std::vector<std::string> rule_names_with(const std::vector<std::string>& own) { return names_with(rule_names, own); }
inline std::vector<std::string> term_names_with(const std::vector<std::string>& own) { return names_with(term_names, own); }

// Errors: Error{code} that names the nearest known word.
inline void require_known(std::string_view word, const std::vector<std::string>& known, Place where, ErrorCode code) {
  if (std::find(known.begin(), known.end(), word) != known.end()) return;
  throw Error(code, std::move(where), "a known name, the nearest is '" + nearest_word(word, known) + "'", "'" + std::string(word) + "'");
}

}  // namespace aril
