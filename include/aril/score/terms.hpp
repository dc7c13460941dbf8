// All terms of a ranker, compiled for one market, date and closeness table: standard, sparse, dense and the user's own, behind one block signature.
// A resident is prepared once; then any term fills a block of postings.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/bitmap.hpp"
#include "aril/market/market.hpp"
#include "aril/score/closeness.hpp"
#include "aril/score/term.hpp"
#include "aril/score/term_inputs.hpp"
#include "aril/units/date.hpp"

namespace aril {

struct WeightedTerm {
  std::size_t term = 0;  // a number of Terms
  std::uint32_t weight = 0;
};

class Terms {
 public:
  struct Compiled;  // what was made of the market; defined where it is used
  // Terms are numbered: the eight standard ones, then sparse, then own.
  // Shape of `order`: one posting a position, in the numbering that score() uses.
  // Errors: Error{contradiction} when two terms bear one name; Error{out_of_range} for more than 8 million different requirements.
  Terms(const Market& market, std::span<const PostingRow> order, Date as_of, const Closeness& closeness, TermInputs inputs);
  ~Terms();
  Terms(Terms&&) noexcept;
  Terms& operator=(Terms&&) noexcept;

  [[nodiscard]] std::size_t size() const noexcept;
  [[nodiscard]] std::string_view name(std::size_t term) const;
  [[nodiscard]] std::vector<std::string> names() const;
  [[nodiscard]] const TermInputs& inputs() const noexcept;

  // What a worker keeps between residents. One a thread.
  struct Scratch;
  struct ScratchDeleter {
    void operator()(Scratch* scratch) const noexcept;
  };
  using ScratchHandle = std::unique_ptr<Scratch, ScratchDeleter>;
  [[nodiscard]] ScratchHandle make_scratch() const;

  // So many residents of one home and mode come in a row, the next one to be prepared among them; 1 unless told.
  void expect(std::size_t neighbours, Scratch& scratch) const noexcept;
  // Ask memory for what prepare() will read, while other work goes on: first the resident's row, then what it leads to.
  void prefetch_row(ResidentRow resident) const noexcept;
  void prefetch(ResidentRow resident) const noexcept;
  // Cost: the neighbourhoods of the skills held and the occupations wanted and held, about a microsecond.
  void prepare(ResidentRow resident, Scratch& scratch) const;
  // Shapes: values.size() == postings.size(). Pre: prepared. Errors: Error{above_declared_bound} by a user's own term.
  void fill(std::size_t term, const Scratch& scratch, std::span<const PostingRow> postings, std::span<TermValue> values) const;
  // A weighted sum in two parts, by position. Early: scores[i] = the sum over those terms that cost little, for the posting at positions[i].
  // Late: the other terms are added. Pre: prepared. Shapes: positions are distinct.
  void score_early(std::span<const WeightedTerm> weights, Scratch& scratch, const std::uint32_t* positions, std::size_t count,
                   std::uint32_t* scores) const;
  void add_late(std::span<const WeightedTerm> weights, Scratch& scratch, const std::uint32_t* positions, std::size_t count,
                std::uint32_t* scores) const;
  // The most that the late terms can add.
  [[nodiscard]] std::uint32_t late_bound(std::span<const WeightedTerm> weights, const Scratch& scratch) const noexcept;

  // Bounds: what scores cannot exceed, for all positions at a fraction of a nanosecond each. False where a market has too many different values.
  [[nodiscard]] bool has_bounds() const noexcept;
  // Prepares them for the resident. with_skills: sums up the skills term of every posting first, by inverted lists; then bounds are nearly exact,
  // and skills count as early. Pre: prepared; has_bounds().
  void prepare_bounds(std::span<const WeightedTerm> weights, Scratch& scratch, bool with_skills) const;
  // Moves the positions of employers that the resident likes from `eligible` to `positions`, since bounds take no account of them. Returns how many.
  std::size_t take_liked(std::span<const WeightedTerm> weights, const Scratch& scratch, Bitmap& eligible, std::uint32_t* positions) const;
  // The most that the occupation term gives in a row of words.
  [[nodiscard]] std::uint16_t most_by_occupation(const Scratch& scratch, std::size_t first, std::size_t count) const;
  // Of the bits in a row of words, lists the positions whose score may reach the threshold. thresholds: the upper halves of one for each position;
  // nullptr: `threshold` is for all. Room at `positions` for 64 a word. Returns how many there are.
  std::size_t list_reaching(Scratch& scratch, const std::uint64_t* words, std::size_t first, std::size_t count, std::uint32_t threshold,
                            const std::uint16_t* thresholds, std::uint32_t* positions) const;
  // Whether the term is a sparse one.
  [[nodiscard]] bool only_adds(std::size_t term) const noexcept;
  // Whether the term takes its neutral value for want of an input.
  [[nodiscard]] bool is_neutral(std::size_t term, ResidentRow resident, PostingRow posting) const;

 private:
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace aril
