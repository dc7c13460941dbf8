#include "aril/sample/district.hpp"

#include <algorithm>
#include <string>

#include "aril/core/error.hpp"
#include "openings.hpp"
#include "people.hpp"
#include "world.hpp"

namespace aril::sample {

SizeCounts counts(Size size) noexcept {
  SizeCounts counts{.residents = 5'000,
                    .postings = 1'246,
                    .training_slots = 40,
                    .employers = 125,
                    .business_districts = 1,
                    .buildings = 5,
                    .seats = 3'700,
                    .townships = 1,
                    .communities = 2,
                    .grids = 30,
                    .skills = 12'000};
  if (size == Size::community) return counts;
  counts = {.residents = 150'000,
            .postings = 20'000,
            .training_slots = 500,
            .employers = 2'000,
            .business_districts = 12,
            .buildings = 60,
            .seats = 60'000,
            .townships = 8,
            .communities = 68,
            .grids = 2'024,
            .skills = 12'000};
  if (size == Size::city) {
    counts.residents = 500'000;
    counts.postings = 50'000;
    counts.training_slots = 2'000;
    counts.employers = 5'000;
    counts.seats = 150'000;
    counts.grids = 10'000;
  } else if (size == Size::province) {
    counts.residents = 1'000'000;
    counts.postings = 100'000;
    counts.training_slots = 5'000;
    counts.employers = 10'000;
    counts.seats = 300'000;
    counts.grids = 20'000;
  }
  return counts;
}

SizeCounts counts(const DistrictOptions& options) noexcept {
  SizeCounts counts = sample::counts(options.size);
  if (options.residents != 0) counts.residents = options.residents;
  if (options.postings != 0) {
    counts.seats = counts.seats * options.postings / counts.postings;
    counts.postings = options.postings;
    counts.seats = std::max(counts.seats, counts.postings + counts.training_slots);
  }
  return counts;
}

namespace {

void validate(const DistrictOptions& options) {
  const auto at_most = [](const char* field, std::size_t value, std::size_t most) {
    if (value > most) throw Error(ErrorCode::out_of_range, {"", 0, 0, field}, "at most " + std::to_string(most), std::to_string(value));
  };
  at_most("residents", options.residents, 9'999'999);
  at_most("postings", options.postings, 999'999);
}

}  // namespace

void fill(MarketBuilder& builder, const DistrictOptions& options) {
  validate(options);
  World world{
      .options = options, .counts = counts(options), .ground = make_ground(options), .catalogue = make_catalogue(options), .firms = {}};
  world.firms = make_firms(options, world.ground, world.catalogue);
  builder.set({.currency = "CNY", .title_english = "Jinfeng District, a sample", .title_chinese = "金凤区样例"});
  add_ground(builder, options, world.ground);
  add_skills(builder, options, world.catalogue);
  add_occupations(builder, world.catalogue);
  add_firms(builder, options, world.ground, world.firms);
  add_residents(builder, world);
  add_protected_attributes(builder, world);
  add_openings(builder, world);
  add_courses(builder, world);
}

Market district(const DistrictOptions& options) {
  MarketBuilder builder;
  fill(builder, options);
  return builder.build();
}

}  // namespace aril::sample
