// The words for rules, terms and units in both languages.
#pragma once

#include <string>
#include <string_view>

#include "aril/core/language.hpp"
#include "aril/eligibility/near_miss.hpp"
#include "aril/market/market.hpp"
#include "aril/units/money.hpp"

namespace aril {

[[nodiscard]] std::string rule_phrase(std::string_view rule, Language language);
[[nodiscard]] std::string rule_question(std::string_view rule, Language language);
[[nodiscard]] std::string term_phrase(std::string_view term, Language language);
[[nodiscard]] std::string money_text(Money amount, const Market& market);
// A skill's title where the word is a skill's id, a posting kind's or workplace's name in the language, else the word itself.
[[nodiscard]] std::string thing_text(FixUnit unit, const std::string& name, const Market& market, Language language);

}  // namespace aril
