// Words for the library's closed lists, as Python and the CSV files write them, and the enumerators that they stand for.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/cpu_level.hpp"
#include "aril/core/language.hpp"
#include "aril/market/kind.hpp"
#include "aril/market/title_index.hpp"
#include "aril/rank/ranker.hpp"
#include "aril/rank/score.hpp"
#include "aril/referral/people_sets.hpp"
#include "aril/sample/district.hpp"
#include "aril/score/sparse_term.hpp"
#include "aril/units/money.hpp"

namespace aril::python {

// Each of them in the order of its enumerators.
inline constexpr std::array<std::string_view, 2> language_names{"en", "zh"};
inline constexpr std::array<std::string_view, 5> pay_period_names{"hour", "day", "week", "month", "year"};
inline constexpr std::array<std::string_view, 3> match_kind_names{"exact", "alias", "similar"};
inline constexpr std::array<std::string_view, 2> side_names{"resident", "employer"};
inline constexpr std::array<std::string_view, 3> combination_names{"minimum", "geometric", "harmonic"};
inline constexpr std::array<std::string_view, 2> sparse_column_names{"postings", "employers"};
inline constexpr std::array<std::string_view, 4> set_kind_names{"grid", "employer", "group", "building"};
inline constexpr std::array<std::string_view, 4> derivation_basis_names{"same_grid", "same_employer", "same_group", "building_head"};
inline constexpr std::array<std::string_view, 4> search_path_names{"automatic", "listed", "bounded", "bounded_by_skills"};

// Errors: Error{unknown_word} that names the option and the nearest known word.
[[nodiscard]] Language language_named(std::string_view word);
[[nodiscard]] Side side_named(std::string_view word);
[[nodiscard]] Combination combination_named(std::string_view word);
[[nodiscard]] SparseColumns sparse_columns_named(std::string_view word, const std::string& field);
[[nodiscard]] SetKind set_kind_named(std::string_view word);
[[nodiscard]] SearchPath search_path_named(std::string_view word);
[[nodiscard]] CpuLevel cpu_level_named(std::string_view word);
[[nodiscard]] sample::Size size_named(std::string_view word);
[[nodiscard]] KindSet kinds_named(const std::vector<std::string>& words);

}  // namespace aril::python
