#include "aril/market/market_builder.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "aril/market/protected_attributes.hpp"
#include "builder_state.hpp"
#include "columns.hpp"

namespace aril {
namespace {

// Credentials, languages and needs are free words: what rows use makes the list.
class Vocabulary {
 public:
  void add(const OptionalList<std::string>& words) {
    for (const std::string& word : words.value_or(std::vector<std::string>{})) words_.insert(word);
  }
  void add(const OptionalList<LanguageItem>& items) {
    for (const LanguageItem& item : items.value_or(std::vector<LanguageItem>{})) words_.insert(item.language);
  }
  void add(const OptionalList<OfferItem>& items) {
    for (const OfferItem& item : items.value_or(std::vector<OfferItem>{})) words_.insert(item.need);
  }
  [[nodiscard]] IdTable table() const { return IdTable(std::vector<std::string>(words_.begin(), words_.end())); }

 private:
  std::set<std::string> words_;
};

void make_vocabularies(const MarketBuilder::State& state, Market::Content& content) {
  Vocabulary credentials;
  Vocabulary languages;
  Vocabulary needs;
  state.residents.for_each_kept([&](const ResidentRecord& record) {
    credentials.add(record.credentials);
    languages.add(record.languages);
    needs.add(record.needs);
  });
  state.postings.for_each_kept([&](const PostingRecord& record) {
    credentials.add(record.credentials);
    credentials.add(record.prerequisite_credentials);
    languages.add(record.languages);
    needs.add(record.offers);
  });
  content.credentials = credentials.table();
  content.languages = languages.table();
  content.needs = needs.table();
}

// In the order in which files were begun, then of lines.
void sort_problems(std::vector<Problem>& problems, const std::vector<std::string>& files) {
  const auto file_rank = [&](const std::string& file) { return std::find(files.begin(), files.end(), file) - files.begin(); };
  std::stable_sort(problems.begin(), problems.end(), [&](const Problem& a, const Problem& b) {
    const auto rank_a = file_rank(a.where.file);
    const auto rank_b = file_rank(b.where.file);
    return rank_a != rank_b ? rank_a < rank_b : a.where.first_line < b.where.first_line;
  });
}

}  // namespace

std::uint32_t MarketBuilder::State::file_number(const std::string& name) {
  const auto found = std::find(files.begin(), files.end(), name);
  if (found != files.end()) return static_cast<std::uint32_t>(found - files.begin());
  files.push_back(name);
  return static_cast<std::uint32_t>(files.size() - 1);
}

MarketBuilder::MarketBuilder() : state_(Shared<State>::made()) {}
MarketBuilder::~MarketBuilder() = default;
MarketBuilder::MarketBuilder(MarketBuilder&&) noexcept = default;
MarketBuilder& MarketBuilder::operator=(MarketBuilder&&) noexcept = default;

void MarketBuilder::begin_file(std::string name) {
  state_->files.push_back(std::move(name));
  state_->file_begun = true;
}
void MarketBuilder::set(MarketSettings settings) { state_->settings = std::move(settings); }
void MarketBuilder::add(ModeRecord record, Lines lines) { state_->add(state_->modes, Table::modes, std::move(record), lines); }
void MarketBuilder::add(AreaRecord record, Lines lines) { state_->add(state_->areas, Table::areas, std::move(record), lines); }
void MarketBuilder::add(GridRecord record, Lines lines) { state_->add(state_->grids, Table::grids, std::move(record), lines); }
void MarketBuilder::add(TravelRecord record, Lines lines) { state_->add(state_->travel, Table::travel, std::move(record), lines); }
void MarketBuilder::add(SkillRecord record, Lines lines) { state_->add(state_->skills, Table::skills, std::move(record), lines); }
void MarketBuilder::add(OccupationRecord record, Lines lines) {
  state_->add(state_->occupations, Table::occupations, std::move(record), lines);
}
void MarketBuilder::add(EmployerRecord record, Lines lines) { state_->add(state_->employers, Table::employers, std::move(record), lines); }
void MarketBuilder::add(ResidentRecord record, Lines lines) { state_->add(state_->residents, Table::residents, std::move(record), lines); }
void MarketBuilder::add(PostingRecord record, Lines lines) { state_->add(state_->postings, Table::postings, std::move(record), lines); }
void MarketBuilder::add(ProtectedRecord record, Lines lines) {
  state_->add(state_->protected_attributes, Table::protected_attributes, std::move(record), lines);
}
void MarketBuilder::report(Problem problem) { state_->problems.push_back(std::move(problem)); }

Market MarketBuilder::build(Strictness strictness, std::vector<Problem>* problems) {
  const Shared<State> state = std::exchange(state_, Shared<State>::made());
  check_records(*state);
  leave_out_repeated_ids(*state);
  leave_out_dangling(*state);
  leave_out_cycles(*state);
  report_unknown_currency(*state);
  sort_problems(state->problems, state->files);
  if (problems != nullptr) *problems = state->problems;
  if (strictness == Strictness::strict && !state->problems.empty()) throw Error(std::move(state->problems));

  state->for_each_table([](auto& table, Table) { table.number_rows(); });
  auto content = Shared<Market::Content>::made();
  content->settings = state->settings;
  make_vocabularies(*state, *content);
  content->places = make_places(*state);
  content->taxonomy = make_taxonomy(*state);
  content->employers = make_employers(*state);
  content->residents = make_residents(*state, *content);
  content->postings = make_postings(*state, *content);
  auto attributes = std::make_shared<ProtectedAttributes>();
  state->protected_attributes.for_each_kept([&](const ProtectedRecord& record) {
    attributes->residents_.push_back(ResidentRow(state->residents.row(record.resident)));
    attributes->values_.push_back({record.ethnicity, record.sex, record.age_group, record.religion, record.disability, record.origin});
  });
  content->protected_attributes = std::move(attributes);
  return Market(std::move(content));
}

}  // namespace aril
