#include "aril/text/number.hpp"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <string>

namespace aril::text {
namespace {

constexpr std::int64_t least = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

TEST(ParseInteger, TakesDigitsWithAnOptionalMinus) {
  EXPECT_EQ(parse_integer("0"), 0);
  EXPECT_EQ(parse_integer("-17"), -17);
  EXPECT_EQ(parse_integer("007"), 7);
  EXPECT_EQ(parse_integer("9223372036854775807"), most);
  EXPECT_EQ(parse_integer("-9223372036854775808"), least);
}

TEST(ParseInteger, RefusesAllElse) {
  for (const char* text :
       {"", "-", "+1", " 1", "1 ", "1.0", "1e3", "0x1", "--1", "1,000", "9223372036854775808", "-9223372036854775809", "１"}) {
    EXPECT_EQ(parse_integer(text), std::nullopt) << text;
  }
  EXPECT_EQ(parse_integer(std::string_view("1\0", 2)), std::nullopt);
}

TEST(ParseHundredths, IsExact) {
  EXPECT_EQ(parse_hundredths("4500"), 450000);
  EXPECT_EQ(parse_hundredths("18.5"), 1850);
  EXPECT_EQ(parse_hundredths("18.05"), 1805);
  EXPECT_EQ(parse_hundredths("-0.5"), -50);
  EXPECT_EQ(parse_hundredths("-0"), 0);
  EXPECT_EQ(parse_hundredths("92233720368547758.07"), most);
  EXPECT_EQ(parse_hundredths("-92233720368547758.08"), least);
}

TEST(ParseHundredths, RefusesAllElse) {
  for (const char* text :
       {"", "-", ".", ".5", "-.5", "5.", "1.234", "1.2.3", "1.-5", "1.+5", "+1", "1 ", "1e2", "1,5", "92233720368547758.08", "1.x"}) {
    EXPECT_EQ(parse_hundredths(text), std::nullopt) << text;
  }
}

TEST(FormatHundredths, WritesTwoDecimalsWhereThereAreAny) {
  EXPECT_EQ(format_hundredths(450000), "4500");
  EXPECT_EQ(format_hundredths(1850), "18.50");
  EXPECT_EQ(format_hundredths(5), "0.05");
  EXPECT_EQ(format_hundredths(-50), "-0.50");
  EXPECT_EQ(format_hundredths(-1805), "-18.05");
  EXPECT_EQ(format_hundredths(0), "0");
}

TEST(FormatHundredths, ReadsBackTheSame) {
  std::mt19937_64 random(1);
  for (const std::int64_t number : {least, least + 1, most, most - 1}) EXPECT_EQ(parse_hundredths(format_hundredths(number)), number);
  for (int i = 0; i < 20000; ++i) {
    const auto number = static_cast<std::int64_t>(random()) >> (random() % 64);
    ASSERT_EQ(parse_hundredths(format_hundredths(number)), number);
  }
}

TEST(ParseDecimal, TakesPlainDecimals) {
  EXPECT_EQ(parse_decimal("43.7928"), 43.7928);
  EXPECT_EQ(parse_decimal("-87"), -87.0);
  EXPECT_EQ(parse_decimal("1e-5"), 1e-5);
  EXPECT_EQ(parse_decimal("2.5E+3"), 2500.0);
}

TEST(ParseDecimal, RefusesAllElse) {
  for (const char* text : {"",   "-",  "+1",  "inf", "-inf", "nan", "NaN",   "infinity", "0x1p3", "0x10", ".5",
                           "5.", "1e", "1e+", " 1",  "1 ",   "1,5", "1e400", "1e-400",   "1.5f",  "--1"}) {
    EXPECT_EQ(parse_decimal(text), std::nullopt) << text;
  }
}

TEST(FormatDecimal, IsTheShortestThatReadsBackTheSame) {
  EXPECT_EQ(format_decimal(0.1), "0.1");
  EXPECT_EQ(format_decimal(20.0), "20");
  std::mt19937_64 random(1);
  for (int i = 0; i < 20000; ++i) {
    const auto number = std::bit_cast<double>(random());
    if (!std::isfinite(number)) continue;
    ASSERT_EQ(parse_decimal(format_decimal(number)), number) << format_decimal(number);
  }
}

}  // namespace
}  // namespace aril::text
