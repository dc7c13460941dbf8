// The shape of a market, measured: how many pairs the rules leave, which rule alone stands in the way, what is held, asked and missing.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <vector>

#include "aril/market/market.hpp"
#include "aril/rank/policy.hpp"
#include "aril/units/date.hpp"

namespace demo {

struct ShapeOptions {
  std::size_t sampled_residents = 400;  // for the rules' answers, spread evenly; eligible counts are of everybody
  std::size_t threads = 0;
};

// One rule: the pairs in which it is the only one to fail, among the pairs of its kind of postings.
struct OnlyFailure {
  std::uint64_t pairs = 0;  // of the sampled residents; of `blocked`, of all residents
  std::uint64_t of = 0;
  [[nodiscard]] double percent() const noexcept { return of == 0 ? 0.0 : 100.0 * static_cast<double>(pairs) / static_cast<double>(of); }
};

struct MissingColumn {
  std::string name;
  std::size_t missing = 0;
  std::size_t of = 0;  // the rows to which it applies
  [[nodiscard]] double percent() const noexcept { return of == 0 ? 0.0 : 100.0 * static_cast<double>(missing) / static_cast<double>(of); }
};

struct Shape {
  std::array<std::size_t, 4> postings_of_kind{};
  std::uint64_t seats = 0;
  double eligible_percent = 0;  // of all pairs
  double few_percent = 0;       // of the residents have fewer than `few` eligible postings
  double many_percent = 0;      // of the residents have more than `many`
  std::size_t few = 20;
  std::size_t many = 0;                     // 2,000 of 20,500, in proportion
  std::array<std::uint64_t, 11> deciles{};  // of the eligible postings of a resident
  std::array<OnlyFailure, 17> only_failures{};
  std::size_t skills_held = 0;         // the median of residents who state them
  std::size_t skills_asked = 0;        // the median of postings that state them, courses left out
  double seats_of_top_percent = 0;     // what part of the seats the hundredth part of postings with most seats has
  double postings_of_top_percent = 0;  // what part of the postings the hundredth part of employers with most postings has
  std::vector<MissingColumn> missing;
  [[nodiscard]] double missing_percent() const noexcept;  // the mean over columns
};

// Cost: a ranking of everybody, and seventeen rules for each sampled resident on every posting.
[[nodiscard]] Shape measure_shape(const aril::Market& market, const aril::Policy& policy, aril::Date as_of,
                                  const ShapeOptions& options = {});

// Measures under the standard policy at the sample's reference date, and prints the table.
void print_shape(const aril::Market& market, std::ostream& out);

}  // namespace demo
