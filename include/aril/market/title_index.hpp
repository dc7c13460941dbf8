// Finds concepts by a text: exact title, alias, then n-gram similarity.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aril/market/concept_table.hpp"

namespace aril {

enum class MatchKind : std::uint8_t { exact, alias, similar };

struct TitleMatch {
  std::uint32_t row = 0;
  std::uint32_t similarity = 0;  // 0..65,535; an exact title or alias: 65,535
  MatchKind kind = MatchKind::similar;
  bool operator==(const TitleMatch&) const = default;
};

class TitleIndex {
 public:
  // Groups of the table are left out.
  explicit TitleIndex(const ConceptTable& table);

  // A row's similarity is the largest over its titles and aliases in both languages. Rows with similarity 0 are left out.
  // Order: exact titles first, then aliases, then higher similarity, then lower row; each row once, by its best.
  // Cost: about the number of labels that share a gram with the text. Threads: safe.
  [[nodiscard]] std::vector<TitleMatch> find(std::string_view text, std::size_t most) const;

 private:
  struct Label {
    std::uint32_t row = 0;
    std::uint32_t gram_count = 0;
    bool is_title = false;
  };
  struct Posting {
    std::uint32_t label = 0;
    std::uint32_t count = 0;  // how often the gram stands in the label
  };

  std::vector<Label> labels_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> exact_;  // folded text -> labels
  std::unordered_map<std::uint64_t, std::vector<Posting>> grams_;
};

}  // namespace aril
