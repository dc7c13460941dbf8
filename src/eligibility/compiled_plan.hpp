// What EligibilityPlan holds once compiled. compile_plan.cpp makes it, plan.cpp asks it.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "aril/core/bitmap.hpp"
#include "aril/core/ragged.hpp"
#include "aril/eligibility/plan.hpp"
#include "classes.hpp"
#include "must_sets.hpp"

namespace aril {

// One bitmap a class of residents, side by side.
class BitmapTable {
 public:
  BitmapTable() = default;
  BitmapTable(std::size_t rows, std::size_t bits) : stride_(bits / 64), words_(rows * stride_, 0) {}
  [[nodiscard]] std::uint64_t* row(std::size_t r) noexcept { return words_.data() + r * stride_; }
  [[nodiscard]] const std::uint64_t* row(std::size_t r) const noexcept { return words_.data() + r * stride_; }
  [[nodiscard]] bool test(std::size_t r, std::size_t bit) const noexcept { return (row(r)[bit / 64] >> (bit % 64) & 1) != 0; }
  [[nodiscard]] bool empty() const noexcept { return words_.empty(); }

 private:
  std::size_t stride_ = 0;
  std::vector<std::uint64_t> words_;
};

// A rule's answers to all pairs of classes. Residents who get the same answers from all postings are of one class, whatever they state.
struct RuleAnswers {
  std::vector<std::uint32_t> of_resident;  // the row of each resident
  Classes postings;                        // by position
  std::vector<Answer> answers;             // rows x classes of postings
  std::size_t row_count = 0;
  [[nodiscard]] std::size_t rows() const noexcept { return row_count; }
  [[nodiscard]] std::span<const Answer> row(std::size_t r) const noexcept {
    return std::span(answers).subspan(r * postings.representatives.size(), postings.representatives.size());
  }
  void merge_equal_rows(const Classes& residents);
};

struct ClassedRule {
  RuleCode code{};
  BitmapTable admitted;                   // by class of residents
  BitmapTable unknown;                    // the same, where the policy asks; else empty
  std::vector<std::uint8_t> has_unknown;  // by class: whether any bit of `unknown` is set
  bool admits_all = false;
};

inline constexpr std::uint8_t not_touched = 255;  // a key that no skill of the resident counts for; worse than any answer

// A rule that is asked pair by pair for what the others leave.
struct PairedRule {
  RuleCode code{};
  Bitmap where;  // positions that it asks anything of
};

struct PositionRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A set of must-haves as it is tested once one of its keys is met: two more keys at hand, others in MustSets.
struct LookedAtSet {
  PositionRange range;
  std::array<std::uint32_t, 2> others{};  // the number past the keys, which everybody meets, where there are fewer
  std::uint32_t set = 0;
  bool has_more = false;
};

// The sets with open postings that are looked at when a key is met: the first at hand, for most keys have one or none.
struct SetsUnderKey {
  LookedAtSet first;   // an empty range: there is none
  PositionRange more;  // of more_sets_under_key
};

struct EligibilityPlan::Compiled {
  const StandardRules& rules;
  RuleSettings settings;
  MustSets musts;
  std::vector<PostingRow> order;
  std::vector<std::uint32_t> position_of;
  std::uint32_t live = 0;  // positions from here on are closed or full: what the resident has no say in
  std::size_t bits = 0;    // live, rounded up

  std::vector<ClassedRule> classed;
  std::vector<std::uint32_t> classes_of_resident;  // resident x classed: one line of the cache holds what a resident needs
  std::vector<std::uint32_t> asking;               // those of `classed` with something to ask
  std::vector<PairedRule> by_pair;
  std::vector<RuleCode> asked_by_pair;  // rules that the policy asks about and that have no bitmaps

  std::vector<PositionRange> range_of_set;  // of positions
  std::vector<SetsUnderKey> sets_under_key;
  std::vector<LookedAtSet> more_sets_under_key;
  std::vector<PositionRange> asking_nothing;

  // Training slots with prerequisites, and their keys by position.
  Bitmap with_prerequisites;
  Ragged<std::uint32_t> prerequisite_keys;

  std::vector<std::uint32_t> place_of_position;  // a grid; one past the grids: not known; two past: no travel
  Bitmap no_travel;

  // Blocks, from the side of whoever is blocked.
  Ragged<std::uint32_t> positions_of_employer;
  Ragged<std::uint32_t> positions_that_block;                  // by resident
  std::vector<std::vector<EmployerRow>> employers_that_block;  // by resident; empty where no employer blocks anyone

  Compiled(const StandardRules& standard, const RuleSettings& rule_settings) : rules(standard), settings(rule_settings), musts(standard) {}

  [[nodiscard]] const RuleSetting& setting(RuleCode code) const noexcept { return settings[static_cast<std::size_t>(code)]; }
  [[nodiscard]] bool is_on(RuleCode code) const noexcept { return setting(code).on; }
  [[nodiscard]] bool admits_pair(RuleCode code, ResidentRow resident, PostingRow posting) const noexcept {
    return admits(setting(code), rules.answer(code, resident, posting));
  }

  void compile_order();
  void compile_classed(std::size_t threads);
  // nullopt: too much to keep.
  [[nodiscard]] std::optional<RuleAnswers> answer_rule(RuleCode code, std::size_t threads) const;
  [[nodiscard]] ClassedRule compile_rule(RuleCode code, const RuleAnswers& table, std::size_t threads) const;
  [[nodiscard]] const std::uint32_t* classes_of(ResidentRow resident) const noexcept {
    return classes_of_resident.data() + resident.index() * classed.size();
  }
  void compile_blocks();
  void compile_prerequisites();
  void compile_travel();
  void measure_places(ResidentRow resident, Scratch& scratch) const;
  void measure_positions(Scratch& scratch) const;
  // The positions within reach; nullptr where they are not made, and `out` has to be asked for each of its own.
  [[nodiscard]] const std::uint64_t* within_reach(ResidentRow resident, Scratch& scratch) const;
  void keep_within_reach(ResidentRow resident, Scratch& scratch, Bitmap& out) const;
  void apply_blocks(ResidentRow resident, Bitmap& out) const;
  void answer_keys(ResidentRow resident, Scratch& scratch) const;
  void meet_musts(ResidentRow resident, const Scratch& scratch, std::uint64_t* words) const;
  void apply_prerequisites(ResidentRow resident, const Scratch& scratch, Bitmap& out) const;
};

}  // namespace aril
