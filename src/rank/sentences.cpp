// Explanations and refusals as sentences.
#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

#include "aril/rank/explanation.hpp"
#include "words.hpp"

namespace aril {
namespace {

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  std::string text;
  for (const std::string& part : parts) text.append(text.empty() ? "" : separator).append(part);
  return text;
}

int percent(const TermShare& share) { return static_cast<int>((std::uint32_t{share.value} * 100 + 32'767) / 65'535); }

// Days and money mean another thing for each rule that counts in them.
std::string fix_item_text(const Market& market, std::string_view rule, const FixItem& item, Language language) {
  const bool english = language == Language::english;
  const std::string amount = std::to_string(item.amount);
  const std::string thing = thing_text(item.unit, item.name, market, language);
  const std::string plural = item.amount == 1 ? "" : "s";
  const std::string at_level = item.amount > 0 ? (english ? " at level " + amount : "（" + amount + "级）") : "";
  switch (item.unit) {
    case FixUnit::days:
      if (rule == name_of(RuleCode::start))
        return english ? "being free " + amount + " day" + plural + " earlier" : "提前" + amount + "天到岗";
      return english ? "the posting would have to be open " + amount + " day" + plural + " longer" : "招聘期延长" + amount + "天";
    case FixUnit::seats: return english ? amount + " more seat" + plural : "多" + amount + "个名额";
    case FixUnit::kind: return english ? "wanting this kind: " + thing : "愿意考虑" + thing;
    case FixUnit::workplace: return english ? "wanting to work " + thing : "愿意" + thing + "工作";
    case FixUnit::levels: return english ? amount + " more level" + plural + " in " + thing : thing + "再提高" + amount + "级";
    case FixUnit::skill: return english ? "the skill " + thing + at_level : "技能：" + thing + at_level;
    case FixUnit::credential: return english ? "the credential " + thing : "证书：" + thing;
    case FixUnit::language: return english ? "the language " + thing + at_level : "语言：" + thing + at_level;
    case FixUnit::hours: return english ? amount + " more common hour" + plural + " a week" : "每周共同时间多" + amount + "小时";
    case FixUnit::minutes: return english ? amount + " more travel minute" + plural : "路程上限多" + amount + "分钟";
    case FixUnit::money:
      if (rule == name_of(RuleCode::fee))
        return english ? money_text(item.amount, market) + " more to spend" : "预算增加" + money_text(item.amount, market);
      return english ? "a floor lower by " + money_text(item.amount, market) + " a month"
                     : "月薪要求降低" + money_text(item.amount, market);
    case FixUnit::need: return english ? "an offer of " + thing : "提供" + thing;
    case FixUnit::units: return english ? amount + " more unit" + plural + " a day" : "每天多做" + amount + "件";
  }
  return {};
}

// The two or three good terms that add most: what a person would name first.
std::vector<const TermShare*> strongest(const Explanation& explanation, std::size_t most) {
  std::vector<const TermShare*> shares;
  for (const TermShare& share : explanation.terms) {
    if (share.value > 32'767 && share.weight > 0 && !share.is_neutral) shares.push_back(&share);
  }
  std::stable_sort(shares.begin(), shares.end(), [](const TermShare* a, const TermShare* b) { return a->contribution > b->contribution; });
  if (shares.size() > most) shares.resize(most);
  return shares;
}

// The term where most is left to gain, where it is worth a word.
const TermShare* weakest(const Explanation& explanation) {
  const TermShare* worst = nullptr;
  const auto lost = [](const TermShare& share) { return share.weight * (65'535U - share.value); };
  for (const TermShare& share : explanation.terms) {
    if (!share.is_neutral && !share.only_adds && share.value < 32'767 && share.weight > 0 &&
        (worst == nullptr || lost(share) > lost(*worst)))
      worst = &share;
  }
  return worst;
}

std::string hundredths(Score score) { return std::to_string((std::uint64_t{score.value} * 100 + max_score / 2) / max_score); }

// One reason with its fix in brackets.
std::string reason_text(const Market& market, const Refusal& reason, Language language) {
  const bool english = language == Language::english;
  // Refused for not being known: nothing is said to be missing, the question is.
  if (reason.answer == Answer::unknown) return (english ? "not known: " : "未知：") + rule_question(reason.rule, language);
  std::string text = rule_phrase(reason.rule, language);
  if (reason.fix.empty()) return text;
  const std::string fix = fix_text(market, reason.rule, reason.fix, language);
  if (!english) return text + "（还差：" + fix + "）";
  const bool is_clause = reason.rule == name_of(RuleCode::open);  // all others are things to get
  return text + (is_clause ? " (" : " (it would take ") + fix + ")";
}

}  // namespace

std::string fix_text(const Market& market, std::string_view rule, const std::vector<FixItem>& fix, Language language) {
  std::vector<std::string> parts;
  for (const FixItem& item : fix) parts.push_back(fix_item_text(market, rule, item, language));
  return joined(parts, language == Language::english ? ", " : "，");
}

std::vector<std::string> Explanation::unknowns() const {
  std::vector<std::string> names;
  for (const RuleAnswer& answer : rules) {
    if (answer.setting.on && answer.answer == Answer::unknown) names.push_back(answer.rule);
  }
  return names;
}

std::vector<std::string> Explanation::neutral_terms() const {
  std::vector<std::string> names;
  for (const TermShare& share : terms) {
    if (share.is_neutral && share.weight > 0) names.push_back(share.term);
  }
  return names;
}

std::vector<std::string> Explanation::questions(Language language) const {
  std::vector<std::string> texts;
  for (const RuleAnswer& answer : rules) {
    if (answer.asks()) texts.push_back(rule_question(answer.rule, language));
  }
  return texts;
}

std::string Explanation::sentence(Language language) const {
  const bool english = language == Language::english;
  std::string text = english ? "Fits to " + hundredths(score) + " of 100" : "匹配度" + hundredths(score) + "分";
  std::vector<std::string> parts;
  for (const TermShare* share : strongest(*this, 3))
    parts.push_back(term_phrase(share->term, language) + " " + std::to_string(percent(*share)) + "%");
  if (!parts.empty()) text += (english ? ", most for " : "，主要因为") + joined(parts, english ? ", " : "、");
  if (const TermShare* worst = weakest(*this)) {
    text += (english ? "; least for " : "；较弱的是") + term_phrase(worst->term, language) + " " + std::to_string(percent(*worst)) + "%";
  }
  text += english ? "." : "。";
  std::vector<std::string> missing;
  for (const TermShare& share : terms) {
    if (share.is_neutral && !share.only_adds && share.weight > 0) missing.push_back(term_phrase(share.term, language));
  }
  if (!missing.empty()) text += (english ? " Not stated: " : "未说明：") + joined(missing, english ? ", " : "、") + (english ? "." : "。");
  const std::vector<std::string> asked = questions(language);
  if (!asked.empty()) text += (english ? " To ask: " : "需询问：") + joined(asked, english ? " " : "");
  return text;
}

bool WhyNot::is_near_miss() const noexcept {
  return reasons.size() == 1 && reasons.front().answer == Answer::fail && reasons.front().rule != "allow" && reasons.front().rule != "deny";
}

std::string WhyNot::sentence(Language language) const {
  const bool english = language == Language::english;
  if (reasons.empty()) return english ? "Nothing speaks against it." : "符合条件。";
  std::vector<std::string> parts;
  for (const Refusal& reason : reasons) parts.push_back(reason_text(market, reason, language));
  return (english ? "Not eligible: " : "不符合条件：") + joined(parts, english ? "; " : "；") + (english ? "." : "。");
}

std::string NearMiss::sentence(Language language) const {
  const std::string why = reason_text(market, reason, language);
  if (language == Language::english) return "Would fit to " + hundredths(score) + " of 100, but " + why + ".";
  return "匹配度" + hundredths(score) + "分，但" + why + "。";
}

}  // namespace aril
