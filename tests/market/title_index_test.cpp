#include "aril/market/title_index.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "aril/market/market.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/text/similarity.hpp"
#include "aril/text/utf8.hpp"

namespace aril {
namespace {

constexpr std::uint32_t all = 65535;

struct Concept {
  std::string english;
  std::string chinese;
  std::vector<std::string> aliases;
  bool group = false;
};

// Row i is the i-th concept.
ConceptTable table_of(const std::vector<Concept>& concepts) {
  MarketBuilder builder;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    const Concept& concept_ = concepts[i];
    builder.add(OccupationRecord{.id = std::to_string(1000 + i),
                                 .title = {concept_.english, concept_.chinese},
                                 .aliases = concept_.aliases,
                                 .broader = {},
                                 .related = {},
                                 .group = concept_.group,
                                 .essential = {},
                                 .optional = {}});
  }
  return builder.build().taxonomy().occupations();
}

ConceptTable table_of_titles(const std::vector<std::string>& titles) {
  std::vector<Concept> concepts;
  for (const std::string& title : titles) concepts.push_back({title, "", {}});
  return table_of(concepts);
}

std::vector<std::uint32_t> rows_of(const std::vector<TitleMatch>& matches) {
  std::vector<std::uint32_t> rows;
  for (const TitleMatch& match : matches) rows.push_back(match.row);
  return rows;
}

TEST(TitleIndex, FindsATitleThenAnAliasThenWhatIsAlike) {
  const TitleIndex index(
      table_of({{"metal worker", "", {"welder"}}, {"under-water welder", "", {}}, {"cook", "", {}}, {"Welder", "", {}}}));
  const std::vector<TitleMatch> found = index.find("WELDER", 9);
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], (TitleMatch{3, all, MatchKind::exact}));
  EXPECT_EQ(found[1], (TitleMatch{0, all, MatchKind::alias}));
  EXPECT_EQ(found[2].row, 1U);
  EXPECT_EQ(found[2].kind, MatchKind::similar);
  EXPECT_LT(found[2].similarity, all);
}

TEST(TitleIndex, FoldsTheTextAndTheLabels) {
  const TitleIndex index(table_of({{"  Éducateur\tspécialisé ", "", {}}, {"ＣＮＣ工", "", {}}}));
  EXPECT_EQ(index.find("éducateur SPÉCIALISÉ", 1), (std::vector<TitleMatch>{{0, all, MatchKind::exact}}));
  EXPECT_EQ(index.find("cnc工", 1), (std::vector<TitleMatch>{{1, all, MatchKind::exact}}));
}

TEST(TitleIndex, FindsMisspeltAndLongerTexts) {
  const TitleIndex index(table_of_titles({"registered nurse", "nursery teacher", "cash register clerk", "surgeon"}));
  EXPECT_EQ(index.find("registred nurse", 1).at(0).row, 0U);
  EXPECT_EQ(index.find("registered nurse, night shift, ward 7", 1).at(0).row, 0U);
  EXPECT_EQ(index.find("teacher in a nursery", 1).at(0).row, 1U);
}

TEST(TitleIndex, FindsInChinese) {
  const TitleIndex index(table_of({{"welder", "焊工", {"电焊工"}}, {"", "电工", {}}, {"", "缝纫工", {"衣车工"}}, {"", "厨师", {}}}));
  EXPECT_EQ(index.find("焊工", 1), (std::vector<TitleMatch>{{0, all, MatchKind::exact}}));
  EXPECT_EQ(index.find("电焊工", 1), (std::vector<TitleMatch>{{0, all, MatchKind::alias}}));
  EXPECT_EQ(index.find("高级电焊工", 1).at(0).row, 0U);
  EXPECT_EQ(index.find("缝制衣服", 1).at(0).row, 2U) << "no pair of characters is shared, single ones are";
  EXPECT_EQ(rows_of(index.find("师", 9)), (std::vector<std::uint32_t>{3}));
}

TEST(TitleIndex, ATitleInEitherLanguageIsATitle) {
  const TitleIndex index(table_of({{"cook", "厨师", {"厨师"}}, {"chef", "", {"cook"}}}));
  EXPECT_EQ(index.find("厨师", 9), (std::vector<TitleMatch>{{0, all, MatchKind::exact}}));
  EXPECT_EQ(index.find("cook", 9), (std::vector<TitleMatch>{{0, all, MatchKind::exact}, {1, all, MatchKind::alias}}));
}

TEST(TitleIndex, BreaksTiesByRow) {
  const TitleIndex index(table_of({{"tailor's helper", "", {}}, {"tailor", "", {}}, {"tailor", "", {}}, {"tailor's helper", "", {}}}));
  EXPECT_EQ(rows_of(index.find("tailor", 9)), (std::vector<std::uint32_t>{1, 2, 0, 3}));
  EXPECT_EQ(rows_of(index.find("helper", 9)), (std::vector<std::uint32_t>{0, 3}));
}

TEST(TitleIndex, LeavesGroupsOut) {
  const TitleIndex index(table_of({{"welders", "", {"welder"}, true}, {"welder of pipes", "", {}}}));
  EXPECT_EQ(rows_of(index.find("welder", 9)), (std::vector<std::uint32_t>{1}));
}

TEST(TitleIndex, FindsNothingForNothing) {
  const TitleIndex index(table_of_titles({"welder", "", "cook"}));
  EXPECT_TRUE(index.find("welder", 0).empty());
  EXPECT_TRUE(index.find("", 9).empty());
  EXPECT_TRUE(index.find(" \t　", 9).empty());
  EXPECT_TRUE(index.find("黑", 9).empty());
  EXPECT_TRUE(index.find("1001", 9).empty()) << "an id is not a label";
  EXPECT_TRUE(TitleIndex(ConceptTable{}).find("welder", 9).empty());
  EXPECT_TRUE(TitleIndex(table_of({{"welder", "", {}, true}})).find("welder", 9).empty());
}

TEST(TitleIndex, TakesBytesThatAreNotUtf8) {
  const TitleIndex index(table_of_titles({"welder"}));
  EXPECT_TRUE(index.find("\xff\xfe", 9).empty());
  EXPECT_EQ(rows_of(index.find("\xffwelder", 9)), (std::vector<std::uint32_t>{0}));
}

TEST(TitleIndex, SimilarityIsWhatTheHeaderSays) {
  // One row: every feature weighs 1. "ab": " ab", "ab ", the word "ab". "ab c": these, "b c", " c ", the word "c".
  const TitleIndex index(table_of_titles({"ab"}));
  const std::uint32_t alike = all * 2 * 3 / (6 + 3);
  const std::uint32_t covered = all * 3 / 6;
  EXPECT_EQ(index.find("ab c", 1), (std::vector<TitleMatch>{{0, (3 * alike + covered) / 4, MatchKind::similar}}));
}

TEST(TitleIndex, ARareWordSaysMoreThanACommonOne) {
  const std::vector<std::string> titles{"crane driver", "truck operator", "lathe operator", "press operator"};
  EXPECT_EQ(TitleIndex(table_of_titles(titles)).find("crane operator", 1).at(0).row, 0U);
  const auto plain = [](std::string_view title) { return text::similarity(text::grams(title), text::grams("crane operator")); };
  EXPECT_LT(plain(titles[0]), plain(titles[1])) << "the plain Dice coefficient would say otherwise";
}

TEST(TitleIndex, TheOtherLabelsOfARowCount) {
  const TitleIndex index(table_of({{"shop clerk", "", {"office helper"}}, {"shop clerk", "", {"night watch"}}}));
  EXPECT_EQ(rows_of(index.find("shop clerk at night", 9)), (std::vector<std::uint32_t>{1, 0}));
}

TEST(TitleIndex, OutlivesTheTable) {
  TitleIndex index{ConceptTable{}};
  {
    const ConceptTable table = table_of_titles({"welder"});
    const TitleIndex made(table);
    index = made;
  }
  EXPECT_EQ(rows_of(index.find("welder", 1)), (std::vector<std::uint32_t>{0}));
}

// The header's definition again, label by label and with sets of texts.

bool is_han(char32_t point) { return point >= 0x4E00 && point <= 0x9FFF; }

std::set<std::u32string> slow_features(const std::string& folded) {
  std::set<std::u32string> features;
  for (const std::uint64_t gram : text::grams(folded)) {
    const auto point = [&](int shift) { return static_cast<char32_t>((gram >> shift) & 0x1FFFFF); };
    features.insert(point(42) == 0 ? (point(21) == 0 ? std::u32string{point(0)} : std::u32string{point(21), point(0)})
                                   : std::u32string{point(42), point(21), point(0)});
  }
  std::u32string word;
  const auto end_word = [&] {
    if (!word.empty()) features.insert(U"word: " + word);
    word.clear();
  };
  for (const char32_t point : text::code_points(folded)) {
    if (is_han(point)) features.insert(std::u32string{point});
    if (point == U' ' || point == U'-' || is_han(point)) {
      end_word();
    } else {
      word += point;
    }
  }
  end_word();
  return features;
}

std::vector<std::string> folded_labels(const Concept& concept_) {
  std::vector<std::string> labels{text::fold(concept_.english), text::fold(concept_.chinese)};
  for (const std::string& alias : concept_.aliases) labels.push_back(text::fold(alias));
  std::erase(labels, "");
  return concept_.group ? std::vector<std::string>{} : labels;
}

std::vector<TitleMatch> slow_find(const std::vector<Concept>& concepts, const std::string& text, std::size_t most) {
  const std::string folded = text::fold(text);
  if (folded.empty()) return {};
  std::uint64_t named_rows = 0;
  std::map<std::u32string, std::uint64_t> rows_with;
  for (const Concept& concept_ : concepts) {
    const auto labels = folded_labels(concept_);
    std::set<std::u32string> of_row;
    for (const std::string& label : labels) of_row.merge(slow_features(label));
    for (const auto& feature : of_row) ++rows_with[feature];
    named_rows += labels.empty() ? 0U : 1U;
  }
  const auto weight = [&](const std::set<std::u32string>& features) {
    std::uint64_t sum = 0;
    for (const auto& feature : features) {
      for (std::uint64_t ratio = named_rows / std::max<std::uint64_t>(rows_with[feature], 1); ratio > 0; ratio /= 2) ++sum;
    }
    return sum;
  };
  const auto shared = [](const std::set<std::u32string>& a, const std::set<std::u32string>& b) {
    std::set<std::u32string> both;
    for (const auto& feature : a) {
      if (b.count(feature) != 0) both.insert(feature);
    }
    return both;
  };
  const std::set<std::u32string> features = slow_features(folded);
  std::vector<TitleMatch> found;
  for (std::uint32_t row = 0; row < concepts.size(); ++row) {
    const Concept& concept_ = concepts[row];
    const auto labels = folded_labels(concept_);
    const auto is_named = std::find(labels.begin(), labels.end(), folded) != labels.end();
    const bool is_title = folded == text::fold(concept_.english) || folded == text::fold(concept_.chinese);
    if (is_named) {
      found.push_back({row, all, is_title ? MatchKind::exact : MatchKind::alias});
      continue;
    }
    std::uint64_t alike = 0;
    std::set<std::u32string> of_row;
    for (const std::string& label : labels) {
      const std::set<std::u32string> of_label = slow_features(label);
      alike = std::max(alike, all * 2 * weight(shared(features, of_label)) / (weight(features) + weight(of_label)));
      of_row.insert(of_label.begin(), of_label.end());
    }
    if (labels.empty()) continue;
    const std::uint64_t covered = all * weight(shared(features, of_row)) / weight(features);
    const auto similarity = static_cast<std::uint32_t>((3 * alike + covered) / 4);
    if (similarity != 0) found.push_back({row, similarity, MatchKind::similar});
  }
  std::stable_sort(found.begin(), found.end(), [](const TitleMatch& a, const TitleMatch& b) {
    return a.kind != b.kind ? a.kind < b.kind : a.similarity > b.similarity;
  });
  found.resize(std::min(most, found.size()));
  return found;
}

class RandomLabels {
 public:
  explicit RandomLabels(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t end) { return random_() % end; }
  std::string text() {
    static const std::vector<std::string> pieces{"a", "b", "C", " ", " ", "-", "é", "工", "电", "焊", "Ａ"};
    std::string text;
    for (std::size_t left = below(7); left > 0; --left) text += pieces[below(pieces.size())];
    return text;
  }
  std::string text_or_label(const std::vector<Concept>& concepts) {
    if (concepts.empty() || below(2) == 0) return text();
    const std::vector<std::string> labels = folded_labels(concepts[below(concepts.size())]);
    return labels.empty() ? text() : labels[below(labels.size())];
  }
  std::vector<Concept> concepts() {
    std::vector<Concept> concepts(below(12));
    for (Concept& concept_ : concepts) {
      concept_ = {text(), text(), {}, below(6) == 0};
      for (std::size_t left = below(4); left > 0; --left) concept_.aliases.push_back(text());
    }
    return concepts;
  }

 private:
  std::mt19937 random_;
};

TEST(TitleIndex, EqualsAComparisonWithEveryLabel) {
  std::size_t kinds[3] = {};
  for (std::uint32_t seed = 0; seed < 1000; ++seed) {
    RandomLabels random(seed);
    const std::vector<Concept> concepts = random.concepts();
    const TitleIndex index(table_of(concepts));
    for (int texts = 0; texts < 5; ++texts) {
      const std::string text = random.text_or_label(concepts);
      const std::size_t most = random.below(concepts.size() + 3);
      const std::vector<TitleMatch> found = index.find(text, most);
      ASSERT_EQ(found, slow_find(concepts, text, most)) << "seed " << seed << ", text '" << text << "', most " << most;
      for (const TitleMatch& match : found) ++kinds[static_cast<std::size_t>(match.kind)];
    }
  }
  for (const std::size_t count : kinds) EXPECT_GT(count, 300U) << "a kind of match that the random texts hardly meet";
}

TEST(TitleIndex, FewerAreTheBeginningOfMore) {
  for (std::uint32_t seed = 0; seed < 200; ++seed) {
    RandomLabels random(seed);
    const TitleIndex index(table_of(random.concepts()));
    const std::string text = random.text();
    const std::vector<TitleMatch> more = index.find(text, 100);
    for (std::size_t most = 0; most <= more.size(); ++most) {
      const std::vector<TitleMatch> beginning(more.begin(), more.begin() + static_cast<std::ptrdiff_t>(most));
      ASSERT_EQ(index.find(text, most), beginning) << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace aril
