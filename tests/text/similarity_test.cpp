#include "aril/text/similarity.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace aril::text {
namespace {

std::uint64_t gram(char32_t a, char32_t b, char32_t c) { return (std::uint64_t{a} << 42) | (std::uint64_t{b} << 21) | c; }

std::vector<std::uint64_t> sorted(std::vector<std::uint64_t> grams) {
  std::sort(grams.begin(), grams.end());
  return grams;
}

std::uint32_t compare(std::string_view a, std::string_view b) { return similarity(grams(a), grams(b)); }

TEST(Grams, AreTrigramsOfThePaddedText) {
  EXPECT_EQ(grams("ab c"), sorted({gram(' ', 'a', 'b'), gram('a', 'b', ' '), gram('b', ' ', 'c'), gram(' ', 'c', ' ')}));
  EXPECT_EQ(grams("é"), sorted({gram(' ', U'é', ' ')}));
}

TEST(Grams, OfCjkRunsArePairsOrTheSingleCharacter) {
  EXPECT_EQ(grams("电焊工"), sorted({gram(0, U'电', U'焊'), gram(0, U'焊', U'工')}));
  EXPECT_EQ(grams("工"), sorted({gram(0, 0, U'工')}));
  EXPECT_EQ(grams("T恤 缝纫"), sorted({gram(' ', 'T', ' '), gram(0, 0, U'恤'), gram(0, U'缝', U'纫')}));
}

TEST(Grams, KeepWhatOccursTwice) { EXPECT_EQ(grams("工工工"), (std::vector<std::uint64_t>(2, gram(0, U'工', U'工')))); }

TEST(Grams, OfNothingAreNone) {
  EXPECT_TRUE(grams("").empty());
  EXPECT_TRUE(grams(" ").empty());
}

TEST(Similarity, IsAllForTheSameAndNothingForStrangers) {
  EXPECT_EQ(compare("nurse", "nurse"), 65535U);
  EXPECT_EQ(compare("nurse", "cook"), 0U);
  EXPECT_EQ(compare("", ""), 0U);
  EXPECT_EQ(compare("", "cook"), 0U);
}

TEST(Similarity, IsTheDiceCoefficientRoundedDown) {
  // Pairs 电焊 焊工 against 焊工: 2 * 1 / 3.
  EXPECT_EQ(compare("电焊工", "焊工"), 43690U);
  EXPECT_GT(compare("registered nurse", "nurse"), compare("registered nurse", "register clerk nun"));
}

TEST(Similarity, AgreesWithCountingAndIsSymmetric) {
  for (std::uint32_t seed = 0; seed < 2000; ++seed) {
    std::mt19937 random(seed);
    std::vector<std::uint64_t> a(random() % 12);
    std::vector<std::uint64_t> b(random() % 12);
    std::map<std::uint64_t, std::pair<std::uint64_t, std::uint64_t>> counts;
    for (auto& gram : a) ++counts[gram = random() % 6].first;
    for (auto& gram : b) ++counts[gram = random() % 6].second;
    std::uint64_t common = 0;
    for (const auto& [gram, count] : counts) common += std::min(count.first, count.second);
    const std::uint64_t total = a.size() + b.size();
    const std::uint64_t expected = total == 0 ? 0 : 65535 * 2 * common / total;
    ASSERT_EQ(similarity(sorted(a), sorted(b)), expected) << "seed " << seed;
    ASSERT_EQ(similarity(sorted(b), sorted(a)), expected) << "seed " << seed;
  }
}

}  // namespace
}  // namespace aril::text
