// UTF-8 as text: whether it is valid, its code points, the folded form that title look-up compares, and the repair of text that was
// encoded twice. Owns no tables of languages: only the letters named below are folded.
//
//   aril::text::fold("  ＮＵＲＳＥ　Éducateur ")  // "nurse éducateur"
#pragma once

#include <string>
#include <string_view>

namespace aril::text {

// Unicode's definition: overlong forms, surrogates, code points above U+10FFFF and cut sequences are not valid. U+0000 is.
[[nodiscard]] bool is_valid_utf8(std::string_view text) noexcept;

// A byte that starts no valid sequence gives U+FFFD.
[[nodiscard]] std::u32string code_points(std::string_view text);

// Lower-cases ASCII, Latin-1 and Latin Extended-A, turns full-width forms into ASCII, collapses each run of white space (no-break and
// ideographic spaces too) into one space and trims. A byte that starts no valid sequence gives U+FFFD. Folding twice changes nothing more.
[[nodiscard]] std::string fold(std::string_view text);

// Undoes UTF-8 that was read as Windows-1252 and written as UTF-8 again ("â€™" becomes "’"), in each run of non-ASCII characters where
// the result is valid UTF-8; other runs, and text that is not valid UTF-8, stay as they are. One round: text encoded three times needs two.
[[nodiscard]] std::string repair_double_encoding(std::string_view text);

}  // namespace aril::text
