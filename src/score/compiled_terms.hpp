// What Terms holds once compiled, and what a worker keeps between residents.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/market/kind.hpp"
#include "aril/score/terms.hpp"
#include "aril/units/minutes.hpp"
#include "aril/units/money.hpp"
#include "aril/units/week_mask.hpp"
#include "cover_index.hpp"
#include "dense_columns.hpp"
#include "posting_bounds.hpp"
#include "score_columns.hpp"

namespace aril {

// What week masks give, for every mask that a resident has and every mask that a posting has. A table's last column is "the posting states none".
struct WeekTable {
  std::vector<WeekMask> masks;            // of postings
  std::vector<std::uint32_t> of_posting;  // masks.size(): not stated
  std::vector<WeekMask> resident_masks;
  std::vector<std::uint32_t> of_resident;  // resident_masks.size(): not stated
  std::vector<TermValue> values;           // resident_masks x (masks.size() + 1); empty where that would be too much to keep
  [[nodiscard]] std::size_t columns() const noexcept { return masks.size() + 1; }
  void fill_row(const WeekMask& resident, std::span<TermValue> row) const;
};

// What each pay gives for each floor that a resident has.
struct PayTable {
  std::vector<Money> pays;                // distinct, rising; no_money is one of them
  std::vector<std::uint32_t> of_posting;  // among pays
  std::vector<Money> floors;
  std::vector<std::uint32_t> of_resident;  // among floors
  std::vector<TermValue> values;           // floors x pays; empty where that would be too much to keep
  void fill_row(Money floor, std::span<TermValue> row) const;
};

// Pay of at least twice the floor is worth all, pay at the floor nothing.
TermValue pay_value(Money upper, Money floor) noexcept;

// 32,767 + 8,192 for each point of liking, points and value clamped.
constexpr TermValue preference_value(int likes) noexcept {
  return static_cast<TermValue>(std::clamp(preference_neutral + 8192 * std::clamp(likes, -4, 4), 0, 65'535));
}

struct Terms::Compiled {
  Market market;
  TermInputs inputs;
  Closeness closeness;
  CoverIndex cover;
  std::vector<TermValue> freshness_of_posting;
  WeekTable weeks;
  PayTable pays;
  std::vector<std::uint32_t> occupation_of_posting;  // among those that postings have; occupation_count: none
  std::size_t occupation_count = 0;
  Ragged<CloseConcept, std::uint32_t>
      near_occupations;                         // by occupation that residents name; rows are numbers among the postings' occupations
  std::vector<std::uint32_t> place_of_posting;  // a grid; one past the grids: not known; two past: no travel
  std::vector<std::uint8_t> liking_of_posting;  // workplace_count * kind + workplace
  ScoreColumns columns;
  DenseColumns dense;
  PostingBounds bounds;

  Compiled(const Market& market, std::span<const PostingRow> order, Date as_of, const Closeness& closeness, TermInputs inputs);
  void compile_occupations();
  void compile_weeks();
  void compile_pays();
  void compile_places();
  void compile_columns(std::span<const PostingRow> order);
  void compile_bounds(std::span<const PostingRow> order);
  // Whether any occupation that the resident wants asks for skills at all.
  [[nodiscard]] bool wants_what_asks(ResidentRow resident) const;
};

inline constexpr std::size_t term_block = 1024;  // values of a block stay in the first-level cache

struct Terms::Scratch {
  ResidentRow resident = ResidentRow::none();
  std::vector<std::uint8_t> cover;     // by key; in whole words of eight
  std::vector<std::uint32_t> covered;  // the keys with a cover, once they are listed
  BoundScratch bounds;
  std::vector<TermValue> occupations;  // by the postings' occupation, the last one for none
  std::vector<TravelCell> cells;       // by grid, from the home
  std::vector<TermValue> commute;      // by place
  GridRow home = GridRow::none();      // whom `commute` was made for
  ModeRow mode = ModeRow::none();
  bool commute_is_made = false;
  std::size_t neighbours = 1;       // residents of this home and mode in a row
  std::vector<TermValue> own_week;  // a row of the week table that is not kept
  const TermValue* week = nullptr;
  std::vector<TermValue> own_pay;  // a row of the pay table that is not kept
  const TermValue* pay = nullptr;
  std::array<TermValue, kind_count * workplace_count> likings{};
  std::vector<std::uint32_t> flagged;    // see packed_scores.hpp
  std::vector<std::uint32_t> number_of;  // of a position in the list that is scored
  std::vector<PostingRow> rows;          // of a block of postings whose other terms are added
  std::vector<TermValue> values;
  std::vector<std::int8_t> vector;  // the resident's, padded
  std::vector<std::int32_t> dots;

  // Cheap for all postings at once; the other terms are asked for those only that may still make the list.
  [[nodiscard]] bool is_early(const ScoreColumns& columns, std::size_t term) const noexcept {
    if (!columns.fits || term >= standard_term_count) return false;
    return static_cast<TermCode>(term) == TermCode::skills ? bounds.has_skills : static_cast<TermCode>(term) != TermCode::embedding;
  }
};

}  // namespace aril
