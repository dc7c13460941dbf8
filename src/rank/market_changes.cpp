#include "market_changes.hpp"

#include <algorithm>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include "aril/core/parallel.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/record_of.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "aril/score/curves.hpp"

namespace aril {
namespace {

using State = Ranker::State;

constexpr std::size_t rows_per_block = 256;

// Without what only people read.
template <class Record>
Record untitled(Record record) {
  record.title = {};
  record.aliases = {};
  return record;
}

bool same_taxonomy(const Market& a, const Market& b) {
  const Taxonomy& first = a.taxonomy();
  const Taxonomy& second = b.taxonomy();
  if (&first == &second) return true;
  if (first.skills().size() != second.skills().size() || first.occupations().size() != second.occupations().size()) return false;
  for (std::size_t row = 0; row < first.skills().size(); ++row) {
    if (untitled(skill_record(a, row)) != untitled(skill_record(b, row))) return false;
  }
  for (std::size_t row = 0; row < first.occupations().size(); ++row) {
    if (untitled(occupation_record(a, row)) != untitled(occupation_record(b, row))) return false;
  }
  return true;
}

// What a policy and the caller hand over. Functions of the caller's cannot be compared.
bool same_inputs(const State& a, const State& b) {
  const TermInputs& first = a.terms.inputs();
  const TermInputs& second = b.terms.inputs();
  if (!first.own.empty() || !second.own.empty() || !a.own_rules.empty() || !b.own_rules.empty()) return false;
  const auto same_column = [](const SparseTerm& x, const SparseTerm& y) { return x.name() == y.name() && x.columns() == y.columns(); };
  if (!std::equal(first.sparse.begin(), first.sparse.end(), second.sparse.begin(), second.sparse.end(), same_column)) return false;
  return first.embedding.dimension() == second.embedding.dimension() && first.embedding.options() == second.embedding.options();
}

bool weighs(const State& state, std::string_view term) {
  return std::any_of(state.resident_weights.begin(), state.resident_weights.end(),
                     [&](const WeightedTerm& weighted) { return weighted.weight != 0 && state.terms.name(weighted.term) == term; });
}

bool same_vector(std::span<const std::int8_t> a, std::span<const std::int8_t> b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end());
}

class Comparison {
 public:
  Comparison(const State& before, const State& after, MarketChanges& changes)
      : before_(before), after_(after), changes_(changes), reads_freshness_(weighs(after, name_of(TermCode::freshness))) {
    const Market& a = before.market;
    const Market& b = after.market;
    changes.posting_after = matching_rows<PostingRow>(a.postings().ids, b.postings().ids);
    changes.posting_before = matching_rows<PostingRow>(b.postings().ids, a.postings().ids);
    changes.resident_after = matching_rows<ResidentRow>(a.residents().ids, b.residents().ids);
    changes.resident_before = matching_rows<ResidentRow>(b.residents().ids, a.residents().ids);
    employer_after_ = matching_rows<EmployerRow>(a.employers().ids, b.employers().ids);
    employer_before_ = matching_rows<EmployerRow>(b.employers().ids, a.employers().ids);
  }

  void compare_postings(std::size_t threads) {
    const std::vector<std::uint8_t> same_employer = unchanged_employers();
    std::vector<std::uint8_t> same(changes_.posting_before.size(), 0);
    for_each_block(same.size(), {threads, rows_per_block}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t row = begin; row < end; ++row) {
        const PostingRow old = changes_.posting_before[row];
        same[row] = !old.is_none() && same_employer[before_.market.postings().employers[old.index()].index()] != 0 &&
                    same_posting(old, PostingRow(row));
      }
    });
    for (std::size_t row = 0; row < same.size(); ++row) {
      if (same[row] == 0) changes_.gained.push_back(PostingRow(row));
    }
    for (std::size_t row = 0; row < changes_.posting_after.size(); ++row) {
      const PostingRow now = changes_.posting_after[row];
      if (now.is_none() || same[now.index()] == 0) changes_.lost.push_back(PostingRow(row));
    }
  }

  // Pre: postings are compared.
  void compare_residents(std::size_t threads) {
    const auto moved = homes_with_other_travel();
    changes_.resident_changed.assign(changes_.resident_before.size(), 1);
    for_each_block(changes_.resident_changed.size(), {threads, rows_per_block}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t row = begin; row < end; ++row) {
        const ResidentRow old = changes_.resident_before[row];
        if (old.is_none() || moved.contains(home_of(after_.market, ResidentRow(row)))) continue;
        changes_.resident_changed[row] = same_resident(old, ResidentRow(row)) ? 0 : 1;
      }
    });
  }

 private:
  using Home = std::pair<GridRow, ModeRow>;
  static Home home_of(const Market& market, ResidentRow row) {
    return {market.residents().homes[row.index()], market.residents().modes[row.index()]};
  }

  // By yesterday's row: whether whom it blocks is the same. All else of an employer is for people, or names it.
  [[nodiscard]] std::vector<std::uint8_t> unchanged_employers() const {
    std::vector<std::uint8_t> same(employer_after_.size(), 0);
    for (std::size_t row = 0; row < same.size(); ++row) {
      if (employer_after_[row].is_none()) continue;
      same[row] = employer_record(before_.market, row).blocked_residents ==
                  employer_record(after_.market, employer_after_[row].index()).blocked_residents;
    }
    return same;
  }

  [[nodiscard]] bool same_posting(PostingRow old, PostingRow now) const {
    const EmbeddingTerm& vectors = before_.terms.inputs().embedding;
    PostingRecord first = posting_record(before_.market, old.index());
    PostingRecord second = posting_record(after_.market, now.index());
    first.title = second.title = {};
    if (first != second || !same_vector(vectors.posting_vector(old), after_.terms.inputs().embedding.posting_vector(now))) return false;
    const auto is_open = [](const State& state, PostingRow row) { return state.rules.answer(RuleCode::open, ResidentRow(0), row); };
    if (is_open(before_, old) != is_open(after_, now)) return false;
    if (!reads_freshness_ || !first.posted) return true;
    const auto fresh = [&](const State& state) { return freshness(std::int64_t{state.rules.as_of().days()} - first.posted->days()); };
    return fresh(before_) == fresh(after_);
  }

  // From where, and how, it takes another time to the place of a posting that is as it was. Today's rows.
  [[nodiscard]] std::set<Home> homes_with_other_travel() const {
    const Places& a = before_.market.places();
    const Places& b = after_.market.places();
    std::set<Home> moved;
    if (&a == &b) return moved;
    const auto grids = matching_rows<GridRow>(b.grid_ids, a.grid_ids);
    const auto modes = matching_rows<ModeRow>(b.mode_ids, a.mode_ids);
    std::set<GridRow> workplaces;
    for (std::size_t row = 0; row < changes_.posting_before.size(); ++row) {
      const GridRow grid = after_.market.postings().measured_grids[row];
      if (!grid.is_none() && !std::binary_search(changes_.gained.begin(), changes_.gained.end(), PostingRow(row))) workplaces.insert(grid);
    }
    std::set<Home> homes;
    for (std::size_t row = 0; row < after_.market.residents().size(); ++row) homes.insert(home_of(after_.market, ResidentRow(row)));
    for (const Home& home : homes) {
      const auto [grid, mode] = home;
      if (grid.is_none() || mode.is_none() || grids[grid.index()].is_none() || modes[mode.index()].is_none()) continue;
      const bool same = std::all_of(workplaces.begin(), workplaces.end(), [&, from = grid, by = mode](GridRow to) {
        return b.minutes(by, from, to) == a.minutes(modes[by.index()], grids[from.index()], grids[to.index()]);
      });
      if (!same) moved.insert(home);
    }
    return moved;
  }

  [[nodiscard]] bool same_resident(ResidentRow old, ResidentRow now) const {
    const TermInputs& first = before_.terms.inputs();
    const TermInputs& second = after_.terms.inputs();
    if (resident_record(before_.market, old.index()) != resident_record(after_.market, now.index())) return false;
    if (!same_vector(first.embedding.resident_vector(old), second.embedding.resident_vector(now))) return false;
    for (std::size_t term = 0; term < first.sparse.size(); ++term) {
      if (!same_strengths(first.sparse[term], second.sparse[term], old, now)) return false;
    }
    return true;
  }

  // For what is there on both days. Rows of both days are in the order of ids, so what is the same stands in the same order.
  [[nodiscard]] bool same_strengths(const SparseTerm& a, const SparseTerm& b, ResidentRow old, ResidentRow now) const {
    const SparseRow first = a.row(old);
    const SparseRow second = b.row(now);
    std::vector<std::pair<std::uint32_t, std::uint16_t>> kept;
    for (std::size_t i = 0; i < first.columns.size(); ++i) {
      const std::uint32_t column = first.columns[i];
      const std::uint32_t today =
          a.columns() == SparseColumns::postings ? changes_.posting_after[column].value : employer_after_[column].value;
      if (today != PostingRow::none().value) kept.emplace_back(today, first.values[i]);
    }
    std::size_t met = 0;
    for (std::size_t i = 0; i < second.columns.size(); ++i) {
      if (is_new(b.columns(), second.columns[i])) continue;
      if (met == kept.size() || kept[met] != std::pair(second.columns[i], second.values[i])) return false;
      ++met;
    }
    return met == kept.size();
  }
  // A new posting is looked at for everyone; so are all postings of a new employer.
  [[nodiscard]] bool is_new(SparseColumns columns, std::uint32_t column) const {
    return columns == SparseColumns::postings ? changes_.posting_before[column].is_none() : employer_before_[column].is_none();
  }

  const State& before_;
  const State& after_;
  MarketChanges& changes_;
  bool reads_freshness_;
  std::vector<EmployerRow> employer_after_;   // by yesterday's row
  std::vector<EmployerRow> employer_before_;  // by today's
};

}  // namespace

MarketChanges market_changes(const State& before, const State& after, std::size_t threads) {
  MarketChanges changes;
  Comparison comparison(before, after, changes);
  changes.reach_everyone = before.policy != after.policy || !same_inputs(before, after) || !same_taxonomy(before.market, after.market);
  if (changes.reach_everyone) return changes;
  comparison.compare_postings(threads);
  comparison.compare_residents(threads);
  return changes;
}

}  // namespace aril
