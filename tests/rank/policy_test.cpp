#include "aril/rank/policy.hpp"

#include <gtest/gtest.h>

#include "aril/core/error.hpp"

namespace aril {
namespace {

ErrorCode code_of(const std::string& json, const PolicyNames& own = {}) {
  try {
    (void)Policy::from_json(json, "policy.json", own);
  } catch (const Error& error) {
    return error.code();
  }
  ADD_FAILURE() << "no error for " << json;
  return ErrorCode::cancelled;
}

TEST(Policy, ReadsBackWhatItWrites) {
  Policy policy = Policy::standard();
  policy.rule(RuleCode::travel) = {false, Unknown::refuse};
  policy.weigh_for_resident("pay", "0.125");
  policy.closeness.skill.sibling_limit = 7;
  EXPECT_EQ(Policy::from_json(policy.to_json()), policy);
}

TEST(Policy, KeepsTheStandardForWhatIsNotNamed) {
  const Policy policy = Policy::from_json(R"({"rules": {"age": {"unknown": "refuse"}}})");
  EXPECT_EQ(policy.rule(RuleCode::age), (RuleSetting{true, Unknown::refuse}));
  EXPECT_EQ(policy.rule(RuleCode::need).unknown, Unknown::ask);
  EXPECT_EQ(policy.resident_weights, Policy::standard().resident_weights);
}

TEST(Policy, HasEveryRuleOnAndAsksAboutFour) {
  const Policy policy = Policy::standard();
  for (std::size_t rule = 0; rule < rule_count; ++rule) {
    const auto code = static_cast<RuleCode>(rule);
    const bool asks = code == RuleCode::credential || code == RuleCode::need || code == RuleCode::age || code == RuleCode::prerequisite;
    EXPECT_EQ(policy.rules[rule], (RuleSetting{true, asks ? Unknown::ask : Unknown::admit})) << rule_names[rule];
  }
}

TEST(Policy, NamesTheNearestKnownKey) {
  try {
    (void)Policy::from_json(R"({"rules": {"travl": {"on": true}}})", "policy.json");
    FAIL();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::unknown_key);
    EXPECT_EQ(error.where().file, "policy.json");
    EXPECT_NE(error.problems()[0].expected.find("'travel'"), std::string::npos) << error.what();
  }
}

TEST(Policy, RefusesWhatItDoesNotUnderstand) {
  EXPECT_EQ(code_of("{"), ErrorCode::invalid_json);
  EXPECT_EQ(code_of(R"({"rules": {"age": {"unknown": "maybe"}}})"), ErrorCode::unknown_word);
  EXPECT_EQ(code_of(R"({"rules": {"age": {"on": 1}}})"), ErrorCode::malformed);
  EXPECT_EQ(code_of(R"({"rules": {"age": {"on": true, "on": true}}})"), ErrorCode::contradiction);
  EXPECT_EQ(code_of(R"({"closeness": {"level_fit": [256, 0, 0, 0]}})"), ErrorCode::out_of_range);
  EXPECT_EQ(code_of(R"({"closeness": {"level_fit": [255, 0, 0]}})"), ErrorCode::malformed);
  EXPECT_EQ(code_of(R"({"weights": {"resident": []}})"), ErrorCode::missing_key);
  const auto weights = [](const std::string& resident, const std::string& employer) {
    return R"({"weights": {"resident": [)" + resident + R"(], "employer": [)" + employer + "]}}";
  };
  const std::string skills = R"({"term": "skills", "weight": 1})";
  EXPECT_EQ(code_of(weights(skills, R"({"term": "pay", "weight": 1})")), ErrorCode::contradiction);
  EXPECT_EQ(code_of(weights(skills + "," + skills, skills)), ErrorCode::contradiction);
  EXPECT_EQ(code_of(weights(R"({"term": "skils", "weight": 1})", skills)), ErrorCode::unknown_term);
  EXPECT_EQ(code_of(weights(R"({"term": "skills", "weight": -1})", skills)), ErrorCode::malformed);
  EXPECT_EQ(code_of(weights(R"({"term": "skills", "weight": 0})", skills)), ErrorCode::invalid_option);
  EXPECT_EQ(code_of(weights(R"({"term": "skills", "weight": 1e30}, {"term": "pay", "weight": 1e-30})",
                            skills + R"(, {"term": "pay", "weight": 1})")),
            ErrorCode::invalid_option);
}

TEST(Policy, AcceptsOwnNamesThatTheCallerBrings) {
  const std::string json = R"({"rules": {"circle": {"unknown": "ask"}}, "weights": {"resident": [{"term": "referral", "weight": 2}],
                               "employer": [{"term": "referral", "weight": 1}]}})";
  EXPECT_EQ(code_of(json), ErrorCode::unknown_key);
  const Policy policy = Policy::from_json(json, "policy", {{"circle"}, {"referral"}});
  EXPECT_EQ(policy.own_rules, (std::vector<OwnRuleSetting>{{"circle", {true, Unknown::ask}}}));
}

std::vector<std::uint32_t> integers(const std::vector<std::string>& weights) {
  std::vector<TermWeight> entries;
  for (const std::string& weight : weights) entries.push_back({"t" + std::to_string(entries.size()), *DecimalWeight::parse(weight)});
  return integer_weights(entries);
}

TEST(Weights, AreReadExactlyAsWritten) {
  EXPECT_EQ(integers({"0.1", "0.2"}), integers({"1", "2"}));
  EXPECT_EQ(integers({"1e2", "2.50e2"}), integers({"2", "5"}));
  EXPECT_EQ(integers({"1", "1"}), (std::vector<std::uint32_t>{32'768, 32'767}));
  EXPECT_EQ(integers({"30", "20", "15", "10", "10", "10", "5"}),
            (std::vector<std::uint32_t>{19'661, 13'107, 9'830, 6'554, 6'553, 6'553, 3'277}));
  for (const char* text : {"", "-1", "1e", "1e5000", "0x1", "1.2.3", " 1", "1234567890123456789", "nan", "."})
    EXPECT_FALSE(DecimalWeight::parse(text)) << text;
  EXPECT_EQ(DecimalWeight::parse("00.250")->text(), "0.25");
  EXPECT_EQ(DecimalWeight::parse("1200")->text(), "1200");
}

}  // namespace
}  // namespace aril
