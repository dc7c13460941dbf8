// Makes the plan: the order of positions, bitmaps by class of residents, must-have sets, blocks, travel.
#include <algorithm>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "aril/core/parallel.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "class_keys.hpp"
#include "compiled_plan.hpp"

namespace aril {
namespace {

constexpr std::size_t chunk = 512;  // bits that are looked at together

// A rule's bitmaps for all classes of residents may take this much, and its answers to all pairs of classes; above it the rule is asked pair by
// pair for what the others leave. The more residents, the more lists of credentials they hold: a quarter of a kilobyte each is little beside
// what else is kept of them.
constexpr std::size_t most_bitmap_bytes(std::size_t residents) noexcept { return std::max(std::size_t{64} << 20, residents * 256); }
constexpr std::size_t most_answers = std::size_t{64} << 20;

// For each entry, the positions that name it: employers, residents.
template <class Entry, class Column>
Ragged<std::uint32_t> inverted(std::size_t entries, std::span<const PostingRow> order, const Column& entries_of) {
  std::vector<std::vector<std::uint32_t>> lists(entries);
  for (std::uint32_t position = 0; position < order.size(); ++position) {
    for (const Entry entry : entries_of(order[position].index())) lists[entry.index()].push_back(position);
  }
  Ragged<std::uint32_t> column;
  for (const auto& list : lists) column.push_back(list);
  return column;
}

}  // namespace

void RuleAnswers::merge_equal_rows(const Classes& residents) {
  const std::size_t width = postings.representatives.size();
  std::unordered_map<std::string_view, std::uint32_t> known;
  std::vector<std::uint32_t> number(residents.representatives.size());
  std::vector<Answer> distinct;
  for (std::size_t row = 0; row < number.size(); ++row) {
    const std::string_view bytes(reinterpret_cast<const char*>(answers.data() + row * width), width);
    const auto [place, is_new] = known.try_emplace(bytes, static_cast<std::uint32_t>(known.size()));
    if (is_new)
      distinct.insert(distinct.end(), answers.begin() + static_cast<std::ptrdiff_t>(row * width),
                      answers.begin() + static_cast<std::ptrdiff_t>((row + 1) * width));
    number[row] = place->second;
  }
  row_count = known.size();
  of_resident.reserve(residents.of_row.size());
  for (const std::uint32_t row : residents.of_row) of_resident.push_back(number[row]);
  answers = std::move(distinct);
}

void EligibilityPlan::Compiled::compile_order() {
  const Postings& postings = rules.market().postings();
  const std::size_t count = postings.size();
  std::vector<std::uint8_t> is_dead(count, 0);
  for (std::size_t posting = 0; posting < count; ++posting) {
    for (const RuleCode code : {RuleCode::open, RuleCode::seats}) {
      // Neither reads the resident.
      if (is_on(code) && !admits_pair(code, ResidentRow(0), PostingRow(posting))) is_dead[posting] = 1;
    }
  }
  order.resize(count);
  for (std::size_t posting = 0; posting < count; ++posting) order[posting] = PostingRow(posting);
  const auto place = [&](PostingRow row) {
    const std::size_t p = row.index();
    return std::tuple(is_dead[p], musts.set_of[p], postings.measured_grids[p], row);
  };
  std::sort(order.begin(), order.end(), [&](PostingRow a, PostingRow b) { return place(a) < place(b); });
  position_of.resize(count);
  for (std::uint32_t position = 0; position < count; ++position) position_of[order[position].index()] = position;
  live = static_cast<std::uint32_t>(std::count(is_dead.begin(), is_dead.end(), std::uint8_t{0}));
  bits = (live + chunk - 1) / chunk * chunk;

  range_of_set.resize(musts.keys_of_set.size());
  for (std::uint32_t position = 0; position < live; ++position) {
    PositionRange& range = range_of_set[musts.set_of[order[position].index()]];
    if (range.begin == range.end) range.begin = position;
    range.end = position + 1;
  }
  const auto is_empty = [&](std::uint32_t set) { return range_of_set[set].begin == range_of_set[set].end; };
  for (const std::uint32_t set : musts.sets_without_keys) {
    if (!is_empty(set)) asking_nothing.push_back(range_of_set[set]);
  }
  std::vector<LookedAtSet> list;
  for (std::uint32_t under = 0; under < musts.keys.size(); ++under) {
    list.clear();
    for (const std::uint32_t set : musts.sets_under_key[under]) {
      if (is_empty(set)) continue;
      const auto met_by_all = static_cast<std::uint32_t>(musts.keys.size());
      LookedAtSet looked_at{range_of_set[set], {met_by_all, met_by_all}, set, musts.keys_of_set[set].size() > 3};
      std::size_t next = 0;
      for (const std::uint32_t key : musts.keys_of_set[set]) {
        if (key != under && next < looked_at.others.size()) looked_at.others[next++] = key;
      }
      list.push_back(looked_at);
    }
    const auto first_of_more = static_cast<std::uint32_t>(more_sets_under_key.size());
    if (list.size() > 1) more_sets_under_key.insert(more_sets_under_key.end(), list.begin() + 1, list.end());
    const PositionRange more{first_of_more, static_cast<std::uint32_t>(more_sets_under_key.size())};
    sets_under_key.push_back({list.empty() ? LookedAtSet{} : list.front(), more});
  }
}

std::optional<RuleAnswers> EligibilityPlan::Compiled::answer_rule(RuleCode code, std::size_t threads) const {
  const Classes residents =
      classify(rules.market().residents().size(), [&](std::size_t row, ClassKey& key) { write_resident_key(rules, code, row, key); });
  RuleAnswers table;
  table.postings =
      classify(live, [&](std::size_t position, ClassKey& key) { write_posting_key(rules, code, order[position].index(), key); });
  const std::size_t rows = residents.representatives.size();
  const std::size_t width = table.postings.representatives.size();
  if (rows * width > most_answers) return std::nullopt;
  table.answers.resize(rows * width);
  for_each_block(rows, {threads, 16}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t row = begin; row < end; ++row) {
      for (std::size_t p = 0; p < width; ++p) {
        table.answers[row * width + p] =
            rules.answer(code, ResidentRow(residents.representatives[row]), order[table.postings.representatives[p]]);
      }
    }
  });
  table.merge_equal_rows(residents);
  if (table.rows() * bits / 8 > most_bitmap_bytes(residents.of_row.size())) return std::nullopt;
  return table;
}

ClassedRule EligibilityPlan::Compiled::compile_rule(RuleCode code, const RuleAnswers& table, std::size_t threads) const {
  const std::size_t width = table.postings.representatives.size();
  const bool asks = setting(code).unknown == Unknown::ask;
  ClassedRule compiled{code, BitmapTable(table.rows(), bits), BitmapTable(asks ? table.rows() : 0, bits),
                       std::vector<std::uint8_t>(table.rows(), 0), true};
  // Few classes of postings: a bitmap of each, to be put together instead of walking the postings.
  BitmapTable members(width <= 128 ? width : 0, bits);
  if (!members.empty()) {
    for (std::size_t position = 0; position < live; ++position) {
      members.row(table.postings.of_row[position])[position / 64] |= std::uint64_t{1} << (position % 64);
    }
  }
  for_each_block(table.rows(), {threads, 16}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
    std::vector<std::uint8_t> marked(width);
    const auto spread = [&](std::uint64_t* words) {
      const auto count = static_cast<std::size_t>(std::count(marked.begin(), marked.end(), std::uint8_t{1}));
      if (members.empty() || count * bits / 64 > live) {
        for (std::size_t position = 0; position < live; ++position) {
          words[position / 64] |= std::uint64_t{marked[table.postings.of_row[position]]} << (position % 64);
        }
        return;
      }
      for (std::size_t p = 0; p < width; ++p) {
        if (marked[p] == 0) continue;
        for (std::size_t word = 0; word < bits / 64; ++word) words[word] |= members.row(p)[word];
      }
    };
    for (std::size_t row = begin; row < end; ++row) {
      const auto answers = table.row(row);
      std::transform(answers.begin(), answers.end(), marked.begin(),
                     [&](Answer answer) { return static_cast<std::uint8_t>(admits(setting(code), answer)); });
      spread(compiled.admitted.row(row));
      if (!asks || std::find(answers.begin(), answers.end(), Answer::unknown) == answers.end()) continue;
      compiled.has_unknown[row] = 1;
      std::transform(answers.begin(), answers.end(), marked.begin(),
                     [](Answer answer) { return static_cast<std::uint8_t>(answer == Answer::unknown); });
      spread(compiled.unknown.row(row));
    }
  });
  compiled.admits_all =
      std::all_of(table.answers.begin(), table.answers.end(), [&](Answer answer) { return admits(setting(code), answer); });
  return compiled;
}

void EligibilityPlan::Compiled::compile_classed(std::size_t threads) {
  const std::size_t resident_count = rules.market().residents().size();
  std::vector<RuleCode> codes;
  for (std::size_t rule = 0; rule < rule_count; ++rule) {
    if (is_on(static_cast<RuleCode>(rule)) && is_classed(static_cast<RuleCode>(rule))) codes.push_back(static_cast<RuleCode>(rule));
  }
  std::vector<std::optional<RuleAnswers>> tables(codes.size());
  for_each_block(codes.size(), {threads, 1}, {}, [&](std::size_t i, std::size_t, std::size_t) { tables[i] = answer_rule(codes[i], 1); });
  std::vector<const RuleAnswers*> kept;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (!tables[i]) {
      by_pair.push_back({codes[i], Bitmap(bits, true)});
    } else {
      classed.push_back(compile_rule(codes[i], *tables[i], threads));
      kept.push_back(&*tables[i]);
    }
  }
  classes_of_resident.reserve(resident_count * kept.size());
  for (std::size_t resident = 0; resident < resident_count; ++resident) {
    for (const RuleAnswers* of_rule : kept) classes_of_resident.push_back(of_rule->of_resident[resident]);
  }
}

void EligibilityPlan::Compiled::compile_blocks() {
  const Market& market = rules.market();
  const Postings& postings = market.postings();
  const auto employer_of = [&](std::size_t posting) { return std::span<const EmployerRow>(&postings.employers[posting], 1); };
  const auto blocked_by = [&](std::size_t posting) { return postings.blocked_residents[posting]; };
  const auto living = std::span<const PostingRow>(order).first(live);
  positions_of_employer = inverted<EmployerRow>(market.employers().size(), living, employer_of);
  positions_that_block = inverted<ResidentRow>(market.residents().size(), living, blocked_by);
  if (market.employers().blocked_residents.values().empty()) return;
  employers_that_block.resize(market.residents().size());
  for (std::size_t employer = 0; employer < market.employers().size(); ++employer) {
    for (const ResidentRow resident : market.employers().blocked_residents[employer])
      employers_that_block[resident.index()].push_back(EmployerRow(employer));
  }
}

void EligibilityPlan::Compiled::compile_prerequisites() {
  // Few postings have any, and few residents share both skills and credentials: no classes.
  const Postings& postings = rules.market().postings();
  with_prerequisites = Bitmap(bits);
  std::vector<std::uint32_t> list;
  for (std::size_t position = 0; position < live; ++position) {
    const std::size_t posting = order[position].index();
    list.clear();
    if (postings.kinds[posting] == Kind::training_slot) {
      for (const HeldSkill& asked : postings.prerequisite_skills[posting]) list.push_back(musts.number_of(asked));
      if (!list.empty() || !postings.prerequisite_credentials[posting].empty()) with_prerequisites.set(position);
    }
    prerequisite_keys.push_back(list);
  }
}

void EligibilityPlan::Compiled::compile_travel() {
  const Postings& postings = rules.market().postings();
  const auto grids = static_cast<std::uint32_t>(rules.market().places().grid_ids.size());
  no_travel = Bitmap(bits);
  for (std::size_t position = 0; position < live; ++position) {
    const std::size_t p = order[position].index();
    const GridRow place = postings.measured_grids[p];
    place_of_position.push_back(postings.travels[p] == 0 ? grids + 1 : (place.is_none() ? grids : place.value));
    if (postings.travels[p] == 0) no_travel.set(position);
  }
}

EligibilityPlan::EligibilityPlan(const StandardRules& rules, const RuleSettings& settings, std::size_t threads)
    : compiled_(std::make_unique<Compiled>(rules, settings)) {
  compiled_->compile_order();
  compiled_->compile_classed(threads);
  compiled_->compile_blocks();
  compiled_->compile_prerequisites();
  compiled_->compile_travel();
  for (std::size_t rule = 0; rule < rule_count; ++rule) {
    const auto code = static_cast<RuleCode>(rule);
    const bool has_bitmaps =
        std::any_of(compiled_->classed.begin(), compiled_->classed.end(), [&](const ClassedRule& c) { return c.code == code; });
    if (compiled_->is_on(code) && compiled_->setting(code).unknown == Unknown::ask && !has_bitmaps)
      compiled_->asked_by_pair.push_back(code);
  }
  for (std::uint32_t number = 0; number < compiled_->classed.size(); ++number) {
    if (!compiled_->classed[number].unknown.empty()) compiled_->asking.push_back(number);
  }
}

}  // namespace aril
