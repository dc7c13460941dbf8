#include "names.hpp"

#include <algorithm>

#include "aril/core/error.hpp"

namespace aril::python {
namespace {

template <class Enumerator, class Names>
Enumerator named(const Names& names, std::string_view word, const std::string& field) {
  const auto found = std::find(names.begin(), names.end(), word);
  if (found != names.end()) return static_cast<Enumerator>(found - names.begin());
  const std::vector<std::string> known(names.begin(), names.end());
  std::string list;
  for (const std::string& name : known) list += (list.empty() ? "'" : ", '") + name + "'";
  throw Error(ErrorCode::unknown_word, {"", 0, 0, field}, "one of " + list + ", the nearest is '" + nearest_word(word, known) + "'",
              "'" + std::string(word) + "'");
}

}  // namespace

Language language_named(std::string_view word) { return named<Language>(language_names, word, "language"); }
Side side_named(std::string_view word) { return named<Side>(side_names, word, "side"); }
Combination combination_named(std::string_view word) { return named<Combination>(combination_names, word, "combination"); }
SparseColumns sparse_columns_named(std::string_view word, const std::string& field) {
  return named<SparseColumns>(sparse_column_names, word, field);
}
SetKind set_kind_named(std::string_view word) { return named<SetKind>(set_kind_names, word, "kind"); }
SearchPath search_path_named(std::string_view word) { return named<SearchPath>(search_path_names, word, "path"); }
CpuLevel cpu_level_named(std::string_view word) { return named<CpuLevel>(cpu_level_names, word, "level"); }
sample::Size size_named(std::string_view word) { return named<sample::Size>(sample::size_names, word, "size"); }

KindSet kinds_named(const std::vector<std::string>& words) {
  KindSet kinds = 0;
  for (const std::string& word : words) kinds = static_cast<KindSet>(kinds | bit_of(named<Kind>(kind_names, word, "kinds")));
  return kinds;
}

}  // namespace aril::python
