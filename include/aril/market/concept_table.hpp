// The concepts of one classification (skills, or occupations): names in two languages, and broader, narrower and related links.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/id_table.hpp"
#include "aril/core/language.hpp"
#include "aril/core/ragged.hpp"

namespace aril {

struct TitleColumns {
  std::vector<std::string> english;
  std::vector<std::string> chinese;

  // The title in this language, else in the other; empty where neither is stated.
  [[nodiscard]] std::string_view in(Language language, std::size_t row) const noexcept {
    const std::string& wanted = language == Language::english ? english[row] : chinese[row];
    return !wanted.empty() ? wanted : (language == Language::english ? chinese[row] : english[row]);
  }
};

// Shapes: one entry a concept, in the order of ids. Links hold row numbers in rising order; related links stand on both sides. Broader links have no cycle.
struct ConceptTable {
  IdTable ids;
  TitleColumns titles;
  std::vector<std::vector<std::string>> aliases;
  std::vector<std::uint8_t> is_group;  // 1: a heading of the classification, not found by `find`
  Ragged<std::uint32_t> broader;
  Ragged<std::uint32_t> narrower;
  Ragged<std::uint32_t> related;

  [[nodiscard]] std::size_t size() const noexcept { return ids.size(); }
  // The id stands in for a title that is not stated.
  [[nodiscard]] std::string_view title(std::size_t row, Language language = Language::english) const noexcept {
    const std::string_view text = titles.in(language, row);
    return text.empty() ? ids[row] : text;
  }
};

}  // namespace aril
