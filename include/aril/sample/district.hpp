// A seeded district with the shape of Jinfeng, made up from the first grid to the last posting: for demos, tests and benches. Nobody in it is real.
// Its shape (who may take what, what is asked, what is missing) is held by tests/sample/shape_test.cpp and printed by ./dev demo --shape.
//
//   aril::Market market = aril::sample::district({.size = aril::sample::Size::community, .seed = 7});
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "aril/market/market.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/units/date.hpp"

namespace aril::sample {

enum class Size : std::uint8_t { community, district, city, province };
inline constexpr std::array<std::string_view, 4> size_names{"community", "district", "city", "province"};

struct DistrictOptions {
  Size size = Size::community;
  std::uint64_t seed = 1;
  std::size_t residents = 0;  // 0: as many as the size has; at most 9,999,999
  std::size_t postings = 0;   // without training slots; 0: as many as the size has; at most 999,999
};

// Ids count from 1 and are padded with zeros: residents R000001, postings P000001, slots T000001, employers E000001, grids G00001.
struct SizeCounts {
  std::size_t residents = 0;
  std::size_t postings = 0;  // jobs, internships and piecework lots
  std::size_t training_slots = 0;
  std::size_t employers = 0;  // that may post; the business districts and buildings they sit in come on top, as rows of the same table
  std::size_t business_districts = 0;
  std::size_t buildings = 0;
  std::size_t seats = 0;  // of all postings together; one where a posting does not state its seats
  std::size_t townships = 0;
  std::size_t communities = 0;
  std::size_t grids = 0;
  std::size_t skills = 0;  // nodes of the taxonomy, headings among them
};
[[nodiscard]] SizeCounts counts(Size size) noexcept;
// The same where the options say otherwise: seats then follow the number of postings.
[[nodiscard]] SizeCounts counts(const DistrictOptions& options) noexcept;

// The day at which the sample stands: some postings open later, some have closed before.
[[nodiscard]] constexpr Date reference_date() noexcept { return Date::from_days(20607); }  // 2026-06-03

// Same seed, same bytes, on every machine: integers only, and a stream of random numbers for each row, so rows don't depend on each other.
// Errors: Error{out_of_range} for more residents or postings than ids have digits for.
// Cost, measured on 2 cores: community 0.2 s, district 3 s and 0.5 GiB, city 15 s, province 21 s and 2.5 GiB: its travel tables
// alone take grids^2 bytes for each of four modes, 1.6 GB. A city and a province are the district's ground, divided finer.
[[nodiscard]] Market district(const DistrictOptions& options = {});

// The same records, handed to a builder that the caller may add to before building.
void fill(MarketBuilder& builder, const DistrictOptions& options = {});

}  // namespace aril::sample
