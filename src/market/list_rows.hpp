// Lists of a record as rows of a market: sorted, repeated entries once.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "aril/core/id_table.hpp"
#include "aril/market/records.hpp"
#include "aril/market/requirement.hpp"
#include "builder_state.hpp"

namespace aril {

template <class T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

inline std::vector<HeldSkill> skill_rows(const OptionalList<SkillItem>& list, const MarketBuilder::State& state) {
  std::vector<HeldSkill> rows;
  if (list) {
    for (const SkillItem& item : *list) rows.push_back({SkillRow(state.skills.row(item.skill)), item.level});
  }
  sort_unique(rows);
  return rows;
}

inline std::vector<HeldLanguage> language_rows(const OptionalList<LanguageItem>& list, const IdTable& languages) {
  std::vector<HeldLanguage> rows;
  if (list) {
    for (const LanguageItem& item : *list) rows.push_back({LanguageRow(*languages.find(item.language)), item.level});
  }
  sort_unique(rows);
  return rows;
}

// An amount in another currency than the market's counts as missing.
inline Money amount_in(const std::optional<Money>& amount, const std::optional<std::string>& currency, const MarketSettings& settings) {
  const bool other = currency && *currency != settings.currency;
  return amount && !other ? *amount : no_money;
}

}  // namespace aril
