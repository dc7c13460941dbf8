// The only writer of a Market and its only validator. Takes records in any order, reports every problem with its place, and numbers rows by id.
//
//   aril::MarketBuilder builder;
//   builder.add(aril::ResidentRecord{.id = "R1"});
//   aril::Market market = builder.build();
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/market/market.hpp"
#include "aril/market/records.hpp"
#include "aril/market/strictness.hpp"

namespace aril {

struct Lines {
  std::uint64_t first = 0;  // 0: the record's number in the order of adding
  std::uint64_t last = 0;
};

class MarketBuilder {
 public:
  struct State;  // what was added so far; defined where it is used
  MarketBuilder();
  ~MarketBuilder();
  MarketBuilder(MarketBuilder&&) noexcept;
  MarketBuilder& operator=(MarketBuilder&&) noexcept;

  // The name that problems of the records added from now on will bear; at first the table's own name ("residents").
  void begin_file(std::string name);
  // Errors: Error{out_of_range} for a travel_radius that is not 0..253.
  void set(MarketSettings settings);
  void add(ModeRecord record, Lines lines = {});
  void add(AreaRecord record, Lines lines = {});
  void add(GridRecord record, Lines lines = {});
  void add(TravelRecord record, Lines lines = {});
  void add(SkillRecord record, Lines lines = {});
  void add(OccupationRecord record, Lines lines = {});
  void add(EmployerRecord record, Lines lines = {});
  void add(ResidentRecord record, Lines lines = {});
  void add(PostingRecord record, Lines lines = {});
  void add(ProtectedRecord record, Lines lines = {});
  // A problem that a reader met before it had a record.
  void report(Problem problem);

  // Validates and builds; the builder is empty afterwards. `problems`, where given, receives all of them in the order of files and lines.
  // Errors: strict: Error with all problems. Lenient: none for bad rows.
  // Cost: O(n log n) in rows and references, and grids^2 a mode for travel; its memory is what lies within reach.
  [[nodiscard]] Market build(Strictness strictness = Strictness::strict, std::vector<Problem>* problems = nullptr);

 private:
  std::unique_ptr<State> state_;
};

}  // namespace aril
