#include "aril/text/json.hpp"

#include <gtest/gtest.h>

#include "aril/core/error.hpp"

namespace aril::text {
namespace {

ErrorCode code_of(const std::string& json) {
  try {
    (void)parse_json(json, "x.json");
  } catch (const Error& error) {
    EXPECT_EQ(error.where().file, "x.json");
    return error.code();
  }
  ADD_FAILURE() << "no error for " << json;
  return ErrorCode::cancelled;
}

TEST(Json, KeepsNumbersAsWrittenAndMembersInOrder) {
  const JsonValue root =
      parse_json(R"({"b": 0.10, "a": [1, -2, 12345678901234567890123, 1e-3], "c": {"d": null, "e": true, "f": "\u4e2d"}})", "x.json");
  ASSERT_EQ(root.members.size(), 3U);
  EXPECT_EQ(root.members[0].name, "b");
  EXPECT_EQ(root.members[0].value.text, "0.10");
  const auto& numbers = root.members[1].value.items;
  ASSERT_EQ(numbers.size(), 4U);
  EXPECT_EQ(numbers[1].text, "-2");
  EXPECT_EQ(numbers[2].text, "12345678901234567890123");
  EXPECT_EQ(numbers[3].text, "1e-3");
  EXPECT_EQ(root.members[2].value.members[2].value.text, "中");
}

TEST(Json, RefusesWhatIsNoJsonAndARepeatedKey) {
  for (const char* text : {"", "{", "[1,]", "{\"a\" 1}", "nul", "[1] 2", "\"\xFF\""})
    EXPECT_EQ(code_of(text), ErrorCode::invalid_json) << text;
  EXPECT_EQ(code_of(R"({"a": 1, "b": {"a": 1, "a": 2}})"), ErrorCode::contradiction);
}

TEST(Json, RefusesNestingThatWouldExhaustTheStack) {
  EXPECT_EQ(code_of(std::string(100'000, '[')), ErrorCode::invalid_json);
  EXPECT_NO_THROW((void)parse_json(std::string(60, '[') + std::string(60, ']'), "x.json"));
}

TEST(Json, QuotesAnyText) { EXPECT_EQ(json_string("a\"b\\c\n中"), "\"a\\\"b\\\\c\\n中\""); }

}  // namespace
}  // namespace aril::text
