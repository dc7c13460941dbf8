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
#include <vector>

#include "aril/market/market.hpp"
#include "aril/market/market_builder.hpp"
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

std::vector<Concept> read_csco(const std::filesystem::path& path) {
  std::vector<Concept> concepts;
  std::ifstream file(path);
  std::string line;
  std::getline(file, line);
  while (std::getline(file, line)) {
    const std::vector<std::string> cells = split_csv(line);
    std::string name = cells.at(2);
    while (!name.empty() && (name.back() == 'L' || name.back() == 'S')) name.pop_back();  // marks of green and digital occupations
    concepts.push_back({cells.at(1), {"", name}, split(cells.at(3), ','), cells.at(0) != "4"});
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

// Holds out about half of the alternative labels, by coins in the order of the file. A held-out label that equals an indexed one asks nothing.
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
  double first = 0;   // the first answer is right
  double five = 0;    // one of the first five is
  double wrong = 0;   // the first answer is another concept
  double nothing = 0;  // no answer
  std::array<double, thresholds.size()> answered{};  // the first answer reaches the threshold
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

// What the index is measured against: the best plain Dice coefficient over a row's labels.
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
    std::vector<std::uint32_t> best(row_count_);
    for (const auto& [row, label] : labels_) best[row] = std::max(best[row], text::similarity(grams, label));
    std::vector<TitleMatch> found;
    for (std::uint32_t row = 0; row < row_count_; ++row) {
      if (best[row] != 0) found.push_back({row, best[row], MatchKind::similar});
    }
    std::stable_sort(found.begin(), found.end(), [](const TitleMatch& a, const TitleMatch& b) { return a.similarity > b.similarity; });
    found.resize(std::min(most, found.size()));
    return found;
  }

 private:
  void add(std::uint32_t row, const std::string& label) {
    if (!label.empty()) labels_.emplace_back(row, text::grams(text::fold(label)));
  }

  std::size_t row_count_;
  std::vector<std::pair<std::uint32_t, std::vector<std::uint64_t>>> labels_;
};

using Clock = std::chrono::steady_clock;

double milliseconds_since(Clock::time_point start) {
  return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

void print(std::string_view what, std::size_t questions, const Score& score) {
  std::cout << std::fixed << std::setprecision(1) << "  " << what << ", " << questions << " texts: top-1 " << 100 * score.first << " %, top-5 "
            << 100 * score.five << " %, wrong " << 100 * score.wrong << " %, nothing found " << 100 * score.nothing << " %\n";
  for (std::size_t i = 1; i < thresholds.size(); ++i) {
    std::cout << "    similarity >= " << thresholds[i] << ": " << 100 * score.answered[i] << " % answered, of these right "
              << 100 * score.precision[i] << " %\n";
  }
}

struct Evaluation {
  Score index;
  Score sampled_index;  // on the texts that the plain coefficient, which is slow, was asked too
  Score sampled_plain;
};

Evaluation evaluate(const Trial& trial) {
  const auto build_start = Clock::now();
  const TitleIndex index(trial.table);
  const double build = milliseconds_since(build_start);
  const auto ask_index = [&](const std::string& text) { return index.find(text, 5); };

  const std::vector<Question> questions = sample(trial.questions, 8000);
  const auto find_start = Clock::now();
  Evaluation evaluation{score(questions, ask_index), {}, {}};
  const double find = milliseconds_since(find_start) / static_cast<double>(questions.size());
  std::cout << std::fixed << std::setprecision(2) << "  " << trial.questions.size() << " held-out texts; index built in " << build << " ms, found in "
            << find << " ms a text\n";
  print("index", questions.size(), evaluation.index);

  const std::vector<Question> few = sample(trial.questions, 500);
  const PlainDice plain(trial.table);
  evaluation.sampled_index = score(few, ask_index);
  evaluation.sampled_plain = score(few, [&](const std::string& text) { return plain.find(text, 5); });
  print("index", few.size(), evaluation.sampled_index);
  print("plain Dice", few.size(), evaluation.sampled_plain);
  return evaluation;
}

constexpr std::uint32_t seed = 1;

TEST(TitleIndexOnRealData, HeldOutLabelsOfEscoOccupations) {
  const auto path = real_data("esco/occupations.tsv");
  if (!path) GTEST_SKIP() << "no esco/occupations.tsv: set ARIL_REAL_DATA to the folder of real data";
  const Trial trial = hold_out(read_esco(*path), seed);
  ASSERT_EQ(trial.table.size(), 3007U);
  const Evaluation evaluation = evaluate(trial);
  EXPECT_GT(evaluation.index.first, 0.0);
}

TEST(TitleIndexOnRealData, HeldOutLabelsOfEscoSkills) {
  const auto path = real_data("esco/skills.tsv");
  if (!path) GTEST_SKIP() << "no esco/skills.tsv: set ARIL_REAL_DATA to the folder of real data";
  const Trial trial = hold_out(read_esco(*path), seed);
  ASSERT_EQ(trial.table.size(), 13896U);
  const Evaluation evaluation = evaluate(trial);
  EXPECT_GT(evaluation.index.first, 0.0);
}

TEST(TitleIndexOnRealData, HeldOutAliasesOfChineseOccupations) {
  const auto path = real_data("csco/csco22.csv");
  if (!path) GTEST_SKIP() << "no csco/csco22.csv: set ARIL_REAL_DATA to the folder of real data";
  const Trial trial = hold_out(read_csco(*path), seed);
  ASSERT_EQ(trial.table.size(), 2051U);
  const Evaluation evaluation = evaluate(trial);
  EXPECT_GT(evaluation.index.first, 0.0);
}

// What is asked most: the labels themselves.
TEST(TitleIndexOnRealData, EveryLabelOfEscoOccupationsFindsItsConcept) {
  const auto path = real_data("esco/occupations.tsv");
  if (!path) GTEST_SKIP() << "no esco/occupations.tsv: set ARIL_REAL_DATA to the folder of real data";
  const ConceptTable table = table_of(read_esco(*path));
  const auto build_start = Clock::now();
  const TitleIndex index(table);
  const double build = milliseconds_since(build_start);
  std::size_t labels = 0;
  const auto find_start = Clock::now();
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    const auto title = index.find(table.title(row), 1);
    ASSERT_EQ(title.at(0).kind, MatchKind::exact);
    for (const std::string& alias : table.aliases[row]) {
      if (alias.empty()) continue;
      const auto found = index.find(alias, 1000);
      const auto is_row = [&](const TitleMatch& match) { return match.row == row; };
      const auto match = std::find_if(found.begin(), found.end(), is_row);
      ASSERT_NE(match, found.end()) << alias;
      ASSERT_NE(match->kind, MatchKind::similar) << alias;
      ++labels;
    }
  }
  std::cout << std::fixed << std::setprecision(2) << "  index of all labels built in " << build << " ms, found in "
            << milliseconds_since(find_start) / static_cast<double>(labels) << " ms a label\n";
}

}  // namespace
}  // namespace aril
