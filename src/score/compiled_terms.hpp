// What Terms holds once compiled, and what a worker keeps between residents.
#pragma once

#include <cstdint>
#include <vector>

#include "aril/score/terms.hpp"
#include "cover_index.hpp"

namespace aril {

inline constexpr std::uint32_t no_class = 0xffffffffU;

// The distinct week masks of postings, and each posting's among them.
struct WeekClasses {
  std::vector<WeekMask> masks;
  std::vector<std::uint32_t> of_posting;  // no_class: not stated
};

struct Terms::Compiled {
  Market market;
  TermInputs inputs;
  Closeness closeness;
  CoverIndex cover;
  std::vector<TermValue> freshness_of_posting;
  WeekClasses weeks;
  std::vector<std::uint32_t> occupation_of_posting;  // among those that postings have
  std::size_t occupation_count = 0;
  Ragged<CloseConcept> near_occupations;  // by occupation that residents name; rows are numbers among the postings' occupations

  Compiled(const Market& market, Date as_of, const Closeness& closeness, TermInputs inputs);
  void compile_occupations();
  // Whether any occupation that the resident wants asks for skills at all.
  [[nodiscard]] bool wants_what_asks(ResidentRow resident) const;
};

struct Terms::Scratch {
  ResidentRow resident = ResidentRow::none();
  std::vector<std::uint8_t> cover;  // by key
  std::vector<std::uint32_t> touched_keys;
  std::vector<TermValue> gains;  // by training slot
  std::vector<std::uint32_t> touched_slots;
  std::vector<std::uint8_t> occupations;  // largest closeness by the postings' occupation
  std::vector<std::uint32_t> touched_occupations;
  std::vector<TermValue> week_values;  // by class of masks
  WeekMask week;
  bool week_is_set = false;
};

}  // namespace aril
