#include "aril/core/error.hpp"

#include <gtest/gtest.h>

#include <set>

namespace aril {
namespace {

TEST(Error, NamesFileLineFieldExpectedAndFound) {
  const Problem problem{ErrorCode::out_of_range, {"residents.csv", 17, 17, "pay_floor"}, "0..9", "-1"};
  EXPECT_EQ(problem.message(), "residents.csv:17: pay_floor: expected 0..9, found -1 [out_of_range]");
}

TEST(Error, NamesARangeOfLines) {
  const Problem problem{ErrorCode::stray_quote, {"a.csv", 3, 5, ""}, "x", "y"};
  EXPECT_EQ(problem.message(), "a.csv:3-5: expected x, found y [stray_quote]");
}

TEST(Error, CarriesAllProblemsAndSaysHowManyMore) {
  const Error error({{ErrorCode::cycle, {"a", 1, 1, ""}, "x", "y"}, {ErrorCode::malformed, {"b", 2, 2, ""}, "x", "y"}});
  EXPECT_EQ(error.code(), ErrorCode::cycle);
  EXPECT_EQ(error.problems().size(), 2U);
  EXPECT_NE(std::string(error.what()).find("(and 1 more in problems())"), std::string::npos);
}

TEST(Error, HasADistinctNameForEveryCode) {
  std::set<std::string_view> names;
  for (int code = 0; code <= static_cast<int>(ErrorCode::cancelled); ++code) names.insert(name_of(static_cast<ErrorCode>(code)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(ErrorCode::cancelled) + 1);
  EXPECT_EQ(name_of(ErrorCode::above_declared_bound), "above_declared_bound");
}

TEST(NearestWord, FindsTheLeastEditsAndTheFirstOnTies) {
  EXPECT_EQ(nearest_word("travl", {"open", "travel", "pay"}), "travel");
  EXPECT_EQ(nearest_word("x", {"a", "b"}), "a");
  EXPECT_EQ(nearest_word("x", {}), "");
}

}  // namespace
}  // namespace aril
