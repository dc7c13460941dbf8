// Skills and occupations, what an occupation asks, and finding either by a text.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "aril/core/row.hpp"
#include "aril/core/shared.hpp"
#include "aril/market/concept_table.hpp"
#include "aril/market/requirement.hpp"
#include "aril/market/title_index.hpp"

namespace aril {

class Taxonomy {
 public:
  Taxonomy();
  // Pre: tables as their comments say; asks.size() == occupations.size().
  Taxonomy(ConceptTable skills, ConceptTable occupations, Ragged<Requirement> asks);

  [[nodiscard]] const ConceptTable& skills() const noexcept { return skills_; }
  [[nodiscard]] const ConceptTable& occupations() const noexcept { return occupations_; }
  // In the order of skill rows, each skill once.
  [[nodiscard]] std::span<const Requirement> asks(OccupationRow occupation) const noexcept { return asks_[occupation.index()]; }

  // The concepts that a text names best. Exact title, then alias, then n-gram similarity; see title_index.hpp.
  // Order: higher score, then lower row; at most `most`. Cost: the first call makes the index. Threads: safe.
  [[nodiscard]] std::vector<TitleMatch> find_skill(std::string_view text, std::size_t most = 1) const;
  [[nodiscard]] std::vector<TitleMatch> find_occupation(std::string_view text, std::size_t most = 1) const;

 private:
  struct Indexes;
  ConceptTable skills_;
  ConceptTable occupations_;
  Ragged<Requirement> asks_;
  Shared<Indexes> indexes_;
};

}  // namespace aril
