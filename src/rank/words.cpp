#include "words.hpp"

#include <array>

#include "../core/words.hpp"
#include "aril/eligibility/rule.hpp"
#include "aril/market/kind.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/score/term.hpp"
#include "aril/units/money.hpp"

namespace aril {
namespace {

// In the order of RuleCode: what the rule is about, to stand after "fails on" or in a list.
constexpr std::array<Words, rule_count> rule_words{{{"it is not open on this day", "不在招聘期内"},
                                                    {"no seat is left", "名额已满"},
                                                    {"this kind of opening is not wanted", "不是居民想要的类型"},
                                                    {"the workplace is not one that is wanted", "工作地点形式不合意愿"},
                                                    {"a required skill is missing", "缺少必备技能"},
                                                    {"a credential is missing", "缺少证书"},
                                                    {"a language falls short", "语言水平不够"},
                                                    {"too few hours in common", "共同可工作时间不足"},
                                                    {"the way is too long", "路程超出上限"},
                                                    {"the pay is below the floor", "工资低于期望"},
                                                    {"a stated need is not offered", "无法满足所提需要"},
                                                    {"legal age is asked", "要求达到法定年龄"},
                                                    {"it starts too early", "开始时间太早"},
                                                    {"one side has blocked the other", "一方已屏蔽另一方"},
                                                    {"a prerequisite is missing", "不满足报名条件"},
                                                    {"the fee is above the budget", "学费超出预算"},
                                                    {"more units a day are asked", "每日计件量达不到"}}};

constexpr std::array<Words, rule_count> rule_questions{
    {{"Is it open on this day?", "这天还在招聘吗？"},
     {"Is a seat left?", "还有名额吗？"},
     {"Which kinds of openings are wanted?", "想要哪类机会？"},
     {"Which workplaces are wanted?", "希望在哪里工作？"},
     {"Does the resident have the required skills?", "是否具备必备技能？"},
     {"Does the resident hold the credentials asked?", "是否持有所需证书？"},
     {"Does the resident speak the languages asked?", "是否会所需语言？"},
     {"Which hours are free?", "哪些时间有空？"},
     {"How long may the way be?", "路程最长多久？"},
     {"What is the lowest pay?", "最低期望工资是多少？"},
     {"Can the place offer what the resident needs?", "单位能否满足居民所提需要？"},
     {"Is the resident of legal age?", "是否已达法定年龄？"},
     {"When can the resident start?", "何时可以开始？"},
     {"Has one side blocked the other?", "双方是否有屏蔽？"},
     {"Does the resident meet the prerequisites of the course?", "是否满足课程的报名条件？"},
     {"What may the course cost?", "学费预算是多少？"},
     {"How many units a day can the resident do?", "每天能做多少件？"}}};

constexpr std::array<Words, standard_term_count> term_words{{{"skills", "技能"},
                                                             {"occupation", "职业意向"},
                                                             {"commute", "路程"},
                                                             {"hours", "时间"},
                                                             {"pay", "工资"},
                                                             {"freshness", "发布时间"},
                                                             {"preference", "个人偏好"},
                                                             {"similarity", "相似度"}}};

constexpr std::array<Words, kind_count> kind_words{
    {{"job", "岗位"}, {"training", "培训"}, {"internship", "见习"}, {"piecework", "计件活"}}};
constexpr std::array<Words, workplace_count> workplace_words{{{"on site", "现场"}, {"remote", "远程"}, {"at home", "居家"}}};

template <class Names, class Table>
std::string look_up(const Names& names, const Table& words, std::string_view name, Language language) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return words[i].in(language);
  }
  return std::string(name);
}

}  // namespace

std::string rule_phrase(std::string_view rule, Language language) {
  if (rule == "allow") return Words{"it is not on the caller's list", "不在允许名单内"}.in(language);
  if (rule == "deny") return Words{"it is on the caller's list of exclusions", "在排除名单内"}.in(language);
  const std::string phrase = look_up(rule_names, rule_words, rule, language);
  if (phrase != rule) return phrase;
  return language == Language::english ? "the rule '" + phrase + "' is not met" : "不符合规则“" + phrase + "”";
}

std::string rule_question(std::string_view rule, Language language) {
  const std::string question = look_up(rule_names, rule_questions, rule, language);
  return question == rule ? question + (language == Language::english ? "?" : "？") : question;
}

std::string term_phrase(std::string_view term, Language language) {
  if (term == "referral") return Words{"referral", "熟人引荐"}.in(language);  // not a standard term, and the usual name of a sparse one
  return look_up(term_names, term_words, term, language);
}

std::string money_text(Money amount, const Market& market) {
  std::string text = std::to_string(amount / 100);
  if (amount % 100 != 0) text += (amount % 100 < 10 ? ".0" : ".") + std::to_string(amount % 100);
  return market.settings().currency.empty() ? text : text + " " + market.settings().currency;
}

std::string thing_text(FixUnit unit, const std::string& name, const Market& market, Language language) {
  if (unit == FixUnit::skill || unit == FixUnit::levels) {
    const auto row = market.taxonomy().skills().ids.find(name);
    return row ? std::string(market.taxonomy().skills().title(*row, language)) : name;
  }
  if (unit == FixUnit::kind) return look_up(kind_names, kind_words, name, language);
  if (unit == FixUnit::workplace) return look_up(workplace_names, workplace_words, name, language);
  return name;
}

}  // namespace aril
