// What can be known and done: the skills and the occupations of the sample, by number, for those that make up residents and postings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "aril/market/market_builder.hpp"
#include "aril/sample/district.hpp"
#include "aril/sample/names.hpp"
#include "random.hpp"

namespace aril::sample {

// Skills by the number in names::skills(), then those generated under them; headings are not asked for.
using SkillNumber = std::uint32_t;
// The number in names::occupations().
using OccupationNumber = std::uint32_t;

struct Catalogue {
  std::vector<std::string> skill_ids;
  std::vector<std::vector<SkillNumber>> narrower;  // one step under each skill
  std::vector<SkillNumber> everyday;               // named, of no field
  std::vector<std::string> occupation_ids;
  std::vector<std::vector<OccupationNumber>> fields;  // the occupations of each
  std::vector<Weights> in_field;                      // Zipf over each field's occupations
  Weights by_field;
  std::vector<std::size_t> support;  // fields that firms of all fields need too, more often where they stand twice

  [[nodiscard]] OccupationNumber occupation_in(std::size_t field, Random& random) const noexcept {
    return fields[field][in_field[field].pick(random)];
  }
};

[[nodiscard]] inline const names::Occupation& named(OccupationNumber occupation) noexcept { return names::occupations()[occupation]; }

[[nodiscard]] Catalogue make_catalogue(const DistrictOptions& options);
void add_skills(MarketBuilder& builder, const DistrictOptions& options, const Catalogue& catalogue);
void add_occupations(MarketBuilder& builder, const Catalogue& catalogue);

}  // namespace aril::sample
