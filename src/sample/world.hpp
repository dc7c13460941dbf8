// All that a row of residents or postings may look at while it is made up.
#pragma once

#include "aril/sample/district.hpp"
#include "catalogue.hpp"
#include "firms.hpp"
#include "ground.hpp"

namespace aril::sample {

struct World {
  DistrictOptions options;
  SizeCounts counts;
  Ground ground;
  Catalogue catalogue;
  Firms firms;
};

// So many days after the reference date.
[[nodiscard]] inline Date from_today(std::int64_t days) noexcept {
  return Date::from_days(reference_date().days() + static_cast<std::int32_t>(days));
}

}  // namespace aril::sample
