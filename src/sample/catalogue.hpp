// What can be known and done: the skills and the occupations of the sample, by number, for those that make up residents and postings.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "aril/market/market_builder.hpp"
#include "aril/sample/district.hpp"
#include "professions.hpp"
#include "random.hpp"

namespace aril::sample {

using SkillNumber = std::uint32_t;
using OccupationNumber = std::uint32_t;

struct Occupation {
  std::string id;
  std::uint32_t field = 0;
  Profession profession;
  std::vector<SkillNumber> essential;
  std::vector<SkillNumber> optional;
};

struct Catalogue {
  std::vector<std::string> skill_ids;           // all nodes
  std::vector<SkillNumber> named;               // those named by hand
  std::vector<SkillNumber> everyday;            // asked and held in every field
  std::vector<std::vector<SkillNumber>> narrower;  // one and two steps under each skill
  std::vector<Occupation> occupations;
  std::vector<std::vector<OccupationNumber>> fields;  // the occupations of each
  std::vector<Weights> occupation_weights;            // Zipf over each field's occupations
  Weights field_weights;                              // over fields, by how many work there
};

[[nodiscard]] Catalogue make_catalogue(const DistrictOptions& options, MarketBuilder& builder);

}  // namespace aril::sample
