// How often the index names the right concept for a label that it has not seen. docs/title_lookup.md has the numbers and how they are made.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "aril/market/market.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/market/title_index.hpp"
#include "aril/text/similarity.hpp"
#include "aril/text/utf8.hpp"

namespace aril {
namespace {

std::optional<std::filesystem::path> real_data(const std::string& name) {
  std::filesystem::path folder;
#ifdef ARIL_SOURCE_DIR
  folder = ARIL_SOURCE_DIR "/../shared/data";
#endif
  if (const char* stated = std::getenv("ARIL_REAL_DATA")) folder = stated;
  if (folder.empty() || !std::filesystem::exists(folder / name)) return std::nullopt;
  return folder / name;
}

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts(1);
  for (const char c : text) {
    if (c == separator) {
      parts.emplace_back();
    } else if (c != '\r') {
      parts.back() += c;
    }
  }
  return parts;
}

// A line of a CSV file without quotes inside of cells.
std::vector<std::string> split_csv(const std::string& line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"') {
      quoted = !quoted;
    } else if (c == ',' && !quoted) {
      cells.emplace_back();
    } else if (c != '\r') {
      cells.back() += c;
    }
  }
  return cells;
}

struct Concept {
  std::string id;
  Titles title;
  std::vector<std::string> alternatives;
  bool group = false;
};

// ESCO's occupations.tsv and skills.tsv have the columns that are read here in the same places.
std::vector<Concept> read_esco(const std::filesystem::path& path) {
  std::vector<Concept> concepts;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split(line, '\t');
    concepts.push_back({cells.at(0), {cells.at(4), ""}, split(cells.at(5), '|')});
  }
  return concepts;
}

// "…人员L/S": after the name, marks of green and digital occupations.
std::string without_marks(std::string name) {
  const std::size_t last = name.find_last_not_of("LS/");
  if (last != std::string::npos && static_cast<unsigned char>(name[last]) >= 0x80) name.resize(last + 1);
  return name;
}

// Four codes stand twice; the first row stays.
std::vector<Concept> read_csco(const std::filesystem::path& path) {
  std::vector<Concept> concepts;
  std::set<std::string> seen;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split_csv(line);
    if (!seen.insert(cells.at(1)).second) continue;
    concepts.push_back({cells.at(1), {"", without_marks(cells.at(2))}, {}, cells.at(0) != "4"});
    for (const std::string& alias : split(cells.at(3), ',')) concepts.back().alternatives.push_back(without_marks(alias));
  }
  return concepts;
}

// A concept table is the same for occupations and skills: both are added as occupations here.
ConceptTable table_of(const std::vector<Concept>& concepts) {
  MarketBuilder builder;
  for (const Concept& concept_ : concepts) {
    builder.add(OccupationRecord{.id = concept_.id,
                                 .title = concept_.title,
                                 .aliases = concept_.alternatives,
                                 .broader = {},
                                 .related = {},
                                 .group = concept_.group,
                                 .essential = {},
                                 .optional = {}});
  }
  return builder.build().taxonomy().occupations();
}

struct Question {
  std::string text;
  std::set<std::uint32_t> right;  // rows of the concepts that this label was held out from
};

struct Trial {
  ConceptTable table;
  std::vector<Question> questions;
};

// Holds out half of the alternative labels, by coins in the order of the file. A held-out label that equals an indexed one is left out.
Trial hold_out(std::vector<Concept> concepts, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::map<std::string, std::set<std::string>> held;
  std::set<std::string> indexed;
  for (Concept& concept_ : concepts) {
    if (concept_.group) continue;
    std::vector<std::string> kept;
    for (const std::string& label : concept_.alternatives) {
      if (random() % 2 == 0) {
        kept.push_back(label);
      } else {
        held[text::fold(label)].insert(concept_.id);
      }
    }
    concept_.alternatives = kept;
    for (const std::string& label : kept) indexed.insert(text::fold(label));
    indexed.insert({text::fold(concept_.title.english), text::fold(concept_.title.chinese)});
  }
  Trial trial{table_of(concepts), {}};
  for (const auto& [text, ids] : held) {
    if (text.empty() || indexed.count(text) != 0) continue;
    Question question{text, {}};
    for (const std::string& id : ids) question.right.insert(static_cast<std::uint32_t>(trial.table.ids.find(id).value()));
    trial.questions.push_back(question);
  }
  return trial;
}

// At most about `most` questions, evenly over the texts' order.
std::vector<Question> sample(const std::vector<Question>& questions, std::size_t most) {
  const std::size_t stride = std::max<std::size_t>(1, questions.size() / most);
  std::vector<Question> taken;
  for (std::size_t i = 0; i < questions.size(); i += stride) taken.push_back(questions[i]);
  return taken;
}

constexpr std::array<std::uint32_t, 5> thresholds{0, 32768, 39321, 45875, 52428};  // 0, 0.5, 0.6, 0.7, 0.8

struct Score {
  double first = 0;                                   // the first answer is right
  double five = 0;                                    // one of the first five is
  double wrong = 0;                                   // the first answer is another concept
  double nothing = 0;                                 // no answer
  std::array<double, thresholds.size()> answered{};   // the first answer reaches the threshold
  std::array<double, thresholds.size()> precision{};  // and then is right
};

template <class Find>  // (text) -> the first five matches
Score score(const std::vector<Question>& questions, Find find) {
  Score counts;
  for (const Question& question : questions) {
    const std::vector<TitleMatch> found = find(question.text);
    const auto is_right = [&](const TitleMatch& match) { return question.right.count(match.row) != 0; };
    if (std::any_of(found.begin(), found.end(), is_right)) ++counts.five;
    if (found.empty()) {
      ++counts.nothing;
      continue;
    }
    ++(is_right(found.front()) ? counts.first : counts.wrong);
    for (std::size_t i = 0; i < thresholds.size(); ++i) {
      if (found.front().similarity < thresholds[i]) continue;
      ++counts.answered[i];
      if (is_right(found.front())) ++counts.precision[i];
    }
  }
  const auto asked = static_cast<double>(questions.size());
  for (std::size_t i = 0; i < thresholds.size(); ++i) {
    counts.precision[i] /= std::max(1.0, counts.answered[i]);
    counts.answered[i] /= asked;
  }
  return {counts.first / asked, counts.five / asked, counts.wrong / asked, counts.nothing / asked, counts.answered, counts.precision};
}

// What the index is measured against: a row's best text::similarity over its labels, by counting common grams.
class PlainDice {
 public:
  explicit PlainDice(const ConceptTable& table) : row_count_(table.size()) {
    for (std::uint32_t row = 0; row < table.size(); ++row) {
      if (table.is_group[row] != 0) continue;
      add(row, table.titles.english[row]);
      add(row, table.titles.chinese[row]);
      for (const std::string& alias : table.aliases[row]) add(row, alias);
    }
  }
  std::vector<TitleMatch> find(const std::string& text, std::size_t most) const {
    const std::vector<std::uint64_t> grams = text::grams(text::fold(text));
    std::vector<std::uint32_t> common(labels_.size());
    for (const auto& [gram, count] : counted(grams)) {
      const auto found = postings_.find(gram);
      if (found == postings_.end()) continue;
      for (const Posting& posting : found->second) common[posting.label] += std::min(count, posting.count);
    }
    std::vector<std::uint32_t> best(row_count_);
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      const auto similarity = static_cast<std::uint32_t>(65535 * 2 * std::uint64_t{common[i]} / (grams.size() + labels_[i].gram_count));
      best[labels_[i].row] = std::max(best[labels_[i].row], similarity);
    }
    std::vector<TitleMatch> found;
    for (std::uint32_t row = 0; row < row_count_; ++row) {
      if (best[row] != 0) found.push_back({row, best[row], MatchKind::similar});
    }
    std::stable_sort(found.begin(), found.end(), [](const TitleMatch& a, const TitleMatch& b) { return a.similarity > b.similarity; });
    found.resize(std::min(most, found.size()));
    return found;
  }

 private:
  struct Label {
    std::uint32_t row;
    std::size_t gram_count;
  };
  struct Posting {
    std::uint32_t label;
    std::uint32_t count;
  };

  static std::map<std::uint64_t, std::uint32_t> counted(const std::vector<std::uint64_t>& grams) {
    std::map<std::uint64_t, std::uint32_t> counts;
    for (const std::uint64_t gram : grams) ++counts[gram];
    return counts;
  }
  void add(std::uint32_t row, const std::string& label) {
    const std::vector<std::uint64_t> grams = text::grams(text::fold(label));
    if (grams.empty()) return;
    for (const auto& [gram, count] : counted(grams)) postings_[gram].push_back({static_cast<std::uint32_t>(labels_.size()), count});
    labels_.push_back({row, grams.size()});
  }

  std::size_t row_count_;
  std::vector<Label> labels_;
  std::unordered_map<std::uint64_t, std::vector<Posting>> postings_;
};

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

void print(std::string_view what, std::size_t questions, const Score& score) {
  std::cout << std::fixed << std::setprecision(1) << "  " << what << ", " << questions << " texts: top-1 " << 100 * score.first
            << " %, top-5 " << 100 * score.five << " %, wrong " << 100 * score.wrong << " %, nothing found " << 100 * score.nothing
            << " %\n";
  for (std::size_t i = 1; i < thresholds.size(); ++i) {
    std::cout << "    similarity >= " << thresholds[i] << ": " << 100 * score.answered[i] << " % answered, of these right "
              << 100 * score.precision[i] << " %\n";
  }
}

struct Evaluation {
  Score index;
  Score plain;
};

Evaluation evaluate(const Trial& trial) {
  const std::vector<Question> questions = sample(trial.questions, 5000);
  const auto build_start = Clock::now();
  const TitleIndex index(trial.table);
  const double build = milliseconds_since(build_start);
  const auto find_start = Clock::now();
  const Score of_index = score(questions, [&](const std::string& text) { return index.find(text, 5); });
  const double find = milliseconds_since(find_start) / static_cast<double>(questions.size());
  const PlainDice plain(trial.table);
  const Score of_plain = score(questions, [&](const std::string& text) { return plain.find(text, 5); });
  std::cout << std::fixed << std::setprecision(2) << "  " << trial.questions.size() << " held-out texts; index built in " << build
            << " ms, " << find << " ms a find\n";
  print("index", questions.size(), of_index);
  print("plain Dice", questions.size(), of_plain);
  return {of_index, of_plain};
}

constexpr std::uint32_t seed = 2;  // the measure was chosen on the split of seed 1

// Floors a little below what was measured: the split and the index are the same on every machine, so lower numbers mean a worse index.
struct Floors {
  double first;
  double five;
  double first_over_plain;
};

void expect_floors(const Evaluation& evaluation, const Floors& floors) {
  EXPECT_GE(evaluation.index.first, floors.first);
  EXPECT_GE(evaluation.index.five, floors.five);
  EXPECT_GE(evaluation.index.first - evaluation.plain.first, floors.first_over_plain);
}

TEST(TitleIndexOnRealData, HeldOutLabelsOfEscoOccupations) {
  const auto path = real_data("esco/occupations.tsv");
  if (!path) GTEST_SKIP() << "no esco/occupations.tsv: set ARIL_REAL_DATA to the folder of real data";
  const Trial trial = hold_out(read_esco(*path), seed);
  ASSERT_EQ(trial.table.size(), 3007U);
  expect_floors(evaluate(trial), {0.67, 0.85, 0.09});
}

TEST(TitleIndexOnRealData, HeldOutLabelsOfEscoSkills) {
  const auto path = real_data("esco/skills.tsv");
  if (!path) GTEST_SKIP() << "no esco/skills.tsv: set ARIL_REAL_DATA to the folder of real data";
  const Trial trial = hold_out(read_esco(*path), seed);
  ASSERT_EQ(trial.table.size(), 13896U);
  expect_floors(evaluate(trial), {0.82, 0.92, 0.03});
}

TEST(TitleIndexOnRealData, HeldOutAliasesOfChineseOccupations) {
  const auto path = real_data("csco/csco22.csv");
  if (!path) GTEST_SKIP() << "no csco/csco22.csv: set ARIL_REAL_DATA to the folder of real data";
  const Trial trial = hold_out(read_csco(*path), seed);
  ASSERT_EQ(trial.table.size(), 2047U);
  expect_floors(evaluate(trial), {0.485, 0.71, 0.10});
}

// What is asked most: the labels themselves.
TEST(TitleIndexOnRealData, EveryLabelOfEscoOccupationsIsFound) {
  const auto path = real_data("esco/occupations.tsv");
  if (!path) GTEST_SKIP() << "no esco/occupations.tsv: set ARIL_REAL_DATA to the folder of real data";
  const ConceptTable table = table_of(read_esco(*path));
  const auto build_start = Clock::now();
  const TitleIndex index(table);
  const double build = milliseconds_since(build_start);
  const auto has = [&](std::uint32_t row, const std::string& alias) {
    const auto is_same = [&](const std::string& other) { return text::fold(other) == text::fold(alias); };
    return is_same(std::string(table.title(row))) || std::any_of(table.aliases[row].begin(), table.aliases[row].end(), is_same);
  };
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    ASSERT_EQ(index.find(table.title(row), 1).at(0).kind, MatchKind::exact);
    for (const std::string& alias : table.aliases[row]) {
      if (alias.empty()) continue;
      const TitleMatch found = index.find(alias, 1).at(0);
      ASSERT_NE(found.kind, MatchKind::similar) << alias;
      ASSERT_TRUE(has(found.row, alias)) << alias;
    }
  }
  constexpr std::uint32_t texts = 1000;
  const auto find_start = Clock::now();
  for (std::uint32_t row = 0; row < texts; ++row) {
    ASSERT_EQ(index.find(std::string(table.title(row)) + " at night", 5).size(), 5U);
  }
  std::cout << std::fixed << std::setprecision(2) << "  index of all labels built in " << build << " ms, "
            << milliseconds_since(find_start) / texts << " ms a find\n";
}

}  // namespace
}  // namespace aril
