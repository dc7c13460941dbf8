// Finds concepts by a text: exact title, then alias, then how alike the text and a concept's labels are, in integers. Owns an inverted list
// of the labels' features; holds nothing of the table it was made from.
//
//   aril::TitleIndex index(market.taxonomy().occupations());
//   index.find("welder", 5);  // at most five rows, best first
//
// The features of a folded text, each counted once:
//   grams       trigrams, and pairs of CJK characters (text::grams): misspellings, inflections, the order of words
//   words       runs of letters and digits that are not CJK: a word that is the same as a whole weighs more than its trigrams alone
//   characters  each CJK character: Chinese names share single characters where they share no pair (焊工, 电焊员)
// A feature that r of the table's n rows with labels have weighs floor(log2(n / max(r, 1))) + 1: "welder" says more than "worker".
// With w(A) the weight of a set of features, T those of the text, L those of a label, R those of all labels of the row:
//   alike   = the largest floor(65535 * 2 * w(T and L) / (w(T) + w(L))) over the row's labels
//   covered = floor(65535 * w(T and R) / w(T))
//   similarity = floor((3 * alike + covered) / 4)
// Why not the plain Dice coefficient of the grams: it is right less often on labels held out of ESCO and of China's classification
// (docs/title_lookup.md has the numbers). Labels are titles and aliases in both languages; an id is not a label.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "aril/core/shared.hpp"
#include "aril/market/concept_table.hpp"

namespace aril {

enum class MatchKind : std::uint8_t {
  exact,    // the folded text is a folded title
  alias,    // it is a folded alias
  similar,  // it shares features with the row's labels
};

struct TitleMatch {
  std::uint32_t row = 0;
  std::uint32_t similarity = 0;  // 0..65,535; an exact title or alias: 65,535
  MatchKind kind = MatchKind::similar;
  bool operator==(const TitleMatch&) const = default;
};

// Copying copies a pointer.
class TitleIndex {
 public:
  // Groups of the table are left out. Cost: linear in the labels' characters; 0.1 s for the 36,000 labels of ESCO's occupations.
  explicit TitleIndex(const ConceptTable& table);

  // Order: exact titles first, then aliases, then higher similarity, then lower row; each row once, by its best; at most `most`. Rows with
  // similarity 0 are left out; a text without anything but white space finds nothing.
  // Cost: about the number of labels that share a feature with the text; none of that where `most` titles or aliases are the text itself.
  // Threads: safe.
  [[nodiscard]] std::vector<TitleMatch> find(std::string_view text, std::size_t most) const;

 private:
  struct Labels;
  Shared<const Labels> labels_;
};

}  // namespace aril
