#include "aril/text/utf8.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>

namespace aril::text {
namespace {

TEST(Utf8, TakesValidText) {
  using namespace std::string_view_literals;
  for (const std::string_view text :
       {""sv, "plain ascii text"sv, "\0"sv, "\x7F"sv, "\xC2\x80"sv, "\xDF\xBF"sv, "\xE0\xA0\x80"sv, "\xED\x9F\xBF"sv, "\xEE\x80\x80"sv,
        "\xEF\xBF\xBF"sv, "\xF0\x90\x80\x80"sv, "\xF4\x8F\xBF\xBF"sv, "eight by\xC3\xA9"sv}) {
    EXPECT_TRUE(is_valid_utf8(text)) << text;
  }
}

TEST(Utf8, RefusesOverlongSurrogateTooLargeAndCutSequences) {
  for (const std::string_view bad :
       {"\x80", "\xBF", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xF0\x8F\xBF\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
        "\xF5\x80\x80\x80", "\xFF", "\xC3", "\xE4\xB8", "\xF0\x9F\x98", "\xC3(", "\xE4\xB8("}) {
    EXPECT_FALSE(is_valid_utf8(bad));
    for (const std::size_t before : {1U, 7U, 8U, 15U})
      EXPECT_FALSE(is_valid_utf8(std::string(before, 'a') + std::string(bad) + "12345678"));
  }
}

TEST(Utf8, TakesEveryCodePointButSurrogates) {
  for (std::uint32_t point = 0x10000; point <= 0x10FFFF; point += 0x3F1) {
    const std::string text{static_cast<char>(0xF0U | (point >> 18)), static_cast<char>(0x80U | ((point >> 12) & 0x3FU)),
                           static_cast<char>(0x80U | ((point >> 6) & 0x3FU)), static_cast<char>(0x80U | (point & 0x3FU))};
    ASSERT_EQ(code_points(text), std::u32string(1, static_cast<char32_t>(point)));
    ASSERT_EQ(fold(text), text);
  }
}

TEST(Utf8, GivesTheReplacementCharacterForEachBadByte) {
  EXPECT_EQ(code_points("a\xC3\xA9\xE4\xB8\xAD\xF0\x9F\x98\x80"), U"a\u00E9\u4E2D\U0001F600");
  EXPECT_EQ(code_points("\xE4\xB8z"), U"\uFFFD\uFFFDz");
}

TEST(Fold, LowersAsciiAndLatinLetters) {
  EXPECT_EQ(fold("ABZ[@"), "abz[@");
  EXPECT_EQ(fold("ÀÉÖØÞ×ßÿ"), "àéöøþ×ßÿ");
  EXPECT_EQ(fold("ĀāĲĶķĸĹŇŉŊŶŸŹŽžſ"), "āāĳķķĸĺňŉŋŷÿźžžs");
  EXPECT_EQ(fold("İı"), "iı");
}

TEST(Fold, TurnsFullWidthFormsIntoAscii) { EXPECT_EQ(fold("Ｃ＋＋　ＤＥＶ（１）～"), "c++ dev(1)~"); }

TEST(Fold, CollapsesAndTrimsWhiteSpace) {
  EXPECT_EQ(fold(" \t a \r\n\u00A0\u3000b\u2003 "), "a b");
  EXPECT_EQ(fold(" \u3000 "), "");
}

TEST(Fold, LeavesOtherScriptsAlone) { EXPECT_EQ(fold("焊工ЖΩ"), "焊工ЖΩ"); }

TEST(Fold, ChangesNothingWhenDoneTwiceAndIsAlwaysValid) {
  for (std::uint32_t seed = 0; seed < 5000; ++seed) {
    std::mt19937 random(seed);
    std::string text;
    for (int i = 0; i < 20; ++i) text += static_cast<char>(random() % 3 == 0 ? random() % 256 : 0xC0 + random() % 0x10);
    const std::string once = fold(text);
    ASSERT_EQ(fold(once), once) << "seed " << seed;
    ASSERT_TRUE(is_valid_utf8(once)) << "seed " << seed;
  }
}

// UTF-8 read as Windows-1252, with the undefined bytes passed through.
std::string encode_twice(std::string_view text) {
  constexpr std::u32string_view high =
      U"\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
      U"\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const char32_t point = byte >= 0x80 && byte < 0xA0 ? high[byte - 0x80U] : char32_t{byte};
    if (point < 0x80) {
      out += c;
    } else if (point < 0x800) {
      out += static_cast<char>(0xC0U | (point >> 6));
      out += static_cast<char>(0x80U | (point & 0x3FU));
    } else {
      out += static_cast<char>(0xE0U | (point >> 12));
      out += static_cast<char>(0x80U | ((point >> 6) & 0x3FU));
      out += static_cast<char>(0x80U | (point & 0x3FU));
    }
  }
  return out;
}

TEST(RepairDoubleEncoding, UndoesTheSecondEncoding) {
  EXPECT_EQ(repair_double_encoding("the workerâ€™s Ã©tude"), "the worker’s étude");
  for (const std::string_view text : {"naïve – “quoted” … €", "焊工 at 花莲", "\U0001F600 Ýá", "plain"}) {
    EXPECT_EQ(repair_double_encoding(encode_twice(text)), text);
  }
}

TEST(RepairDoubleEncoding, LeavesSoundTextAlone) {
  for (const std::string_view text : {"", "plain", "é", "naïve café", "焊工", "’", "“x”", "Ωmega €5", "garçon à Ürümqi", "\xC3\xA9\xFF"}) {
    EXPECT_EQ(repair_double_encoding(text), text);
  }
}

TEST(RepairDoubleEncoding, JudgesEachRunByItself) { EXPECT_EQ(repair_double_encoding("café Ã© 焊工 â€™"), "café é 焊工 ’"); }

}  // namespace
}  // namespace aril::text
