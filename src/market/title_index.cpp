#include "aril/market/title_index.hpp"

#include <algorithm>
#include <bit>
#include <iterator>
#include <limits>
#include <numeric>
#include <string>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "aril/text/similarity.hpp"
#include "aril/text/utf8.hpp"

namespace aril {
namespace {

constexpr std::uint32_t all = 65535;
constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

// A gram with nothing above its second code point is a pair of CJK characters, or one character that stands alone.
std::vector<std::uint64_t> cjk_characters(const std::vector<std::uint64_t>& grams) {
  constexpr std::uint64_t point = (std::uint64_t{1} << 21) - 1;
  std::vector<std::uint64_t> characters;
  for (const std::uint64_t gram : grams) {
    if ((gram >> 42) != 0) break;  // ascending: only trigrams from here on
    if ((gram >> 21) != 0) characters.push_back(gram >> 21);
    characters.push_back(gram & point);
  }
  sort_unique(characters);
  return characters;
}

constexpr bool is_letter_or_digit(char32_t point) noexcept {
  if (point < 0x80) return (point >= '0' && point <= '9') || (point >= 'a' && point <= 'z');  // folded: no capitals
  const bool is_punctuation = point < 0xC0 || (point >= 0x2000 && point <= 0x206F) || (point >= 0x3000 && point <= 0x303F);
  return !is_punctuation;
}

std::vector<std::u32string> words_of(std::string_view folded, const std::vector<std::uint64_t>& characters) {
  std::vector<std::u32string> words;
  bool in_word = false;
  for (const char32_t point : text::code_points(folded)) {
    const bool was_in_word = in_word;
    in_word = is_letter_or_digit(point) && !std::binary_search(characters.begin(), characters.end(), std::uint64_t{point});
    if (!in_word) continue;
    if (!was_in_word) words.emplace_back();
    words.back() += point;
  }
  sort_unique(words);
  return words;
}

struct Features {
  std::vector<std::uint64_t> grams;  // and CJK characters: a character is the same feature as the gram of one that stands alone
  std::vector<std::u32string> words;
};

Features features_of(std::string_view folded) {
  Features features;
  features.grams = text::grams(folded);
  const std::vector<std::uint64_t> characters = cjk_characters(features.grams);
  features.words = words_of(folded, characters);
  features.grams.insert(features.grams.end(), characters.begin(), characters.end());
  sort_unique(features.grams);
  return features;
}

// Numbers features in the order of their first adding. The numbers are places in the lists below; no result depends on them.
class Vocabulary {
 public:
  [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
  [[nodiscard]] std::vector<std::uint32_t> add(const Features& features) {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(features.grams.size() + features.words.size());
    const auto add_to = [&](auto& known, const auto& feature) {
      const auto [entry, is_new] = known.try_emplace(feature, size_);
      size_ += is_new ? 1U : 0U;
      numbers.push_back(entry->second);
    };
    for (const std::uint64_t gram : features.grams) add_to(grams_, gram);
    for (const std::u32string& word : features.words) add_to(words_, word);
    return numbers;
  }
  // `none` for a feature that no label has.
  [[nodiscard]] std::vector<std::uint32_t> find(const Features& features) const {
    std::vector<std::uint32_t> numbers;
    numbers.reserve(features.grams.size() + features.words.size());
    const auto find_in = [&](const auto& known, const auto& feature) {
      const auto entry = known.find(feature);
      numbers.push_back(entry == known.end() ? none : entry->second);
    };
    for (const std::uint64_t gram : features.grams) find_in(grams_, gram);
    for (const std::u32string& word : features.words) find_in(words_, word);
    return numbers;
  }

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> grams_;
  std::unordered_map<std::u32string, std::uint32_t> words_;
  std::uint32_t size_ = 0;
};

struct Label {
  std::uint32_t row = 0;
  std::string text;  // folded
  MatchKind kind = MatchKind::exact;
};

// One a text of a row: a title that stands among the aliases again, or is the same in both languages, stays once, as a title.
std::vector<Label> labels_of(const ConceptTable& table) {
  std::vector<Label> labels;
  for (std::uint32_t row = 0; row < table.size(); ++row) {
    if (table.is_group[row] != 0) continue;
    const auto add = [&](std::string_view text, MatchKind kind) {
      std::string folded = text::fold(text);
      if (!folded.empty()) labels.push_back({row, std::move(folded), kind});
    };
    add(table.titles.english[row], MatchKind::exact);
    add(table.titles.chinese[row], MatchKind::exact);
    for (const std::string& alias : table.aliases[row]) add(alias, MatchKind::alias);
  }
  std::sort(labels.begin(), labels.end(),
            [](const Label& a, const Label& b) { return std::tie(a.row, a.text, a.kind) < std::tie(b.row, b.text, b.kind); });
  const auto is_repeated = [](const Label& a, const Label& b) { return a.row == b.row && a.text == b.text; };
  labels.erase(std::unique(labels.begin(), labels.end(), is_repeated), labels.end());
  return labels;
}

bool is_before(const TitleMatch& a, const TitleMatch& b) noexcept {
  if (a.kind != b.kind) return a.kind < b.kind;
  return a.similarity != b.similarity ? a.similarity > b.similarity : a.row < b.row;
}

}  // namespace

struct TitleIndex::Labels {
  explicit Labels(const ConceptTable& table);
  // Rows that have the folded text as a label, in their order.
  [[nodiscard]] std::vector<TitleMatch> named(const std::string& folded) const;
  // All rows that share something with the folded text, in the order of rows.
  [[nodiscard]] std::vector<TitleMatch> similar(const std::string& folded) const;

  std::vector<Label> labels;           // by row
  std::vector<std::uint32_t> by_text;  // labels by text, then row
  std::vector<std::uint32_t> rows;     // of each label; apart from `labels`, for the counting's sake
  std::vector<std::uint32_t> label_weights;
  Vocabulary vocabulary;
  std::vector<std::uint32_t> weights;  // of each feature
  std::uint32_t unknown_weight = 0;    // of a feature that no label has
  std::vector<std::uint64_t> offsets;  // feature -> its labels in `postings`
  std::vector<std::uint32_t> postings;
  std::uint32_t row_count = 0;  // the largest row with a label, and one

 private:
  void weigh(const std::vector<std::vector<std::uint32_t>>& features);
  void post(const std::vector<std::vector<std::uint32_t>>& features);
};

TitleIndex::Labels::Labels(const ConceptTable& table) : labels(labels_of(table)), by_text(labels.size()) {
  std::iota(by_text.begin(), by_text.end(), 0U);
  std::sort(by_text.begin(), by_text.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(labels[a].text, labels[a].row) < std::tie(labels[b].text, labels[b].row);
  });
  std::vector<std::vector<std::uint32_t>> features;
  features.reserve(labels.size());
  rows.reserve(labels.size());
  for (const Label& label : labels) {
    features.push_back(vocabulary.add(features_of(label.text)));
    rows.push_back(label.row);
  }
  row_count = rows.empty() ? 0 : rows.back() + 1;
  weigh(features);
  post(features);
}

void TitleIndex::Labels::weigh(const std::vector<std::vector<std::uint32_t>>& features) {
  std::vector<std::uint32_t> rows_with(vocabulary.size());
  std::vector<std::uint32_t> last_row(vocabulary.size(), none);
  std::uint32_t named_rows = 0;
  for (std::size_t label = 0; label < labels.size(); ++label) {
    if (label == 0 || rows[label] != rows[label - 1]) ++named_rows;
    for (const std::uint32_t feature : features[label]) {
      if (std::exchange(last_row[feature], rows[label]) != rows[label]) ++rows_with[feature];
    }
  }
  // floor(log2(x)) + 1, without a logarithm: the same on every machine.
  const auto weight = [&](std::uint32_t with) { return static_cast<std::uint32_t>(std::bit_width(named_rows / with)); };
  std::transform(rows_with.begin(), rows_with.end(), std::back_inserter(weights), weight);
  unknown_weight = weight(1);
  for (const auto& list : features) {
    label_weights.push_back(
        std::accumulate(list.begin(), list.end(), 0U, [&](std::uint32_t sum, std::uint32_t f) { return sum + weights[f]; }));
  }
}

void TitleIndex::Labels::post(const std::vector<std::vector<std::uint32_t>>& features) {
  offsets.assign(vocabulary.size() + std::size_t{1}, 0);
  for (const auto& list : features) {
    for (const std::uint32_t feature : list) ++offsets[feature + std::size_t{1}];
  }
  std::partial_sum(offsets.begin(), offsets.end(), offsets.begin());
  postings.resize(offsets.back());
  std::vector<std::uint64_t> next(offsets.begin(), offsets.end() - 1);
  for (std::uint32_t label = 0; label < features.size(); ++label) {
    for (const std::uint32_t feature : features[label]) postings[next[feature]++] = label;
  }
}

std::vector<TitleMatch> TitleIndex::Labels::named(const std::string& folded) const {
  std::vector<TitleMatch> found;
  auto at = std::lower_bound(by_text.begin(), by_text.end(), folded,
                             [&](std::uint32_t label, const std::string& text) { return labels[label].text < text; });
  for (; at != by_text.end() && labels[*at].text == folded; ++at) found.push_back({labels[*at].row, all, labels[*at].kind});
  std::sort(found.begin(), found.end(), is_before);
  return found;
}

std::vector<TitleMatch> TitleIndex::Labels::similar(const std::string& folded) const {
  std::uint64_t text_weight = 0;
  std::vector<std::uint32_t> common(labels.size());  // weight of the features that text and label share
  std::vector<std::uint32_t> covered(row_count);     // weight of the text's features that any label of the row has
  for (const std::uint32_t feature : vocabulary.find(features_of(folded))) {
    const std::uint32_t weight = feature == none ? unknown_weight : weights[feature];
    text_weight += weight;
    if (feature == none) continue;
    std::uint32_t last_row = none;
    for (std::uint64_t at = offsets[feature]; at < offsets[feature + std::size_t{1}]; ++at) {
      const std::uint32_t label = postings[at];
      const std::uint32_t row = rows[label];
      common[label] += weight;
      covered[row] += row == last_row ? 0 : weight;
      last_row = row;
    }
  }
  std::vector<TitleMatch> found;
  for (std::size_t label = 0; label < labels.size();) {
    const std::uint32_t row = rows[label];
    // The largest of common / (text + label) is kept as a fraction: one division a row instead of one a label.
    std::uint64_t best = 0;
    std::uint64_t best_of = 1;
    for (; label < labels.size() && rows[label] == row; ++label) {
      const std::uint64_t of = text_weight + label_weights[label];
      if (common[label] * best_of <= best * of) continue;
      best = common[label];
      best_of = of;
    }
    if (best == 0) continue;
    const std::uint64_t alike = all * 2 * best / best_of;
    const auto similarity = static_cast<std::uint32_t>((3 * alike + all * std::uint64_t{covered[row]} / text_weight) / 4);
    if (similarity != 0) found.push_back({row, similarity, MatchKind::similar});
  }
  return found;
}

TitleIndex::TitleIndex(const ConceptTable& table) : labels_(Shared<const Labels>::made(table)) {}

std::vector<TitleMatch> TitleIndex::find(std::string_view text, std::size_t most) const {
  const std::string folded = text::fold(text);
  if (folded.empty() || most == 0) return {};
  std::vector<TitleMatch> found = labels_->named(folded);
  if (found.size() < most) {
    std::vector<TitleMatch> similar = labels_->similar(folded);
    std::erase_if(similar, [&](const TitleMatch& match) {
      return std::any_of(found.begin(), found.end(), [&](const TitleMatch& named) { return named.row == match.row; });
    });
    found.insert(found.end(), similar.begin(), similar.end());
    const auto kept = static_cast<std::ptrdiff_t>(std::min(most, found.size()));
    std::partial_sort(found.begin(), found.begin() + kept, found.end(), is_before);
  }
  found.resize(std::min(most, found.size()));
  return found;
}

}  // namespace aril
