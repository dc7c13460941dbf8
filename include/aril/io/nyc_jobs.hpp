// Job postings of the City of New York (NYC Open Data kpav-sd4t, "NYC Jobs") into a MarketBuilder: agencies as employers, and jobs with
// their seats, pay and dates. What they ask for is prose there; the caller may fill it in.
//
//   aril::MarketBuilder builder;
//   builder.set({.currency = "USD"});
//   aril::io::read_nyc_jobs("nyc-jobs.csv", builder, {.occupation_of = [&](std::string_view title) { return best_match(title); }});
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "aril/market/market_builder.hpp"
#include "aril/market/records.hpp"

namespace aril::io {

struct NycOptions {
  // The occupation's id for a posting of this title; called once for each different title.
  std::function<std::optional<std::string>(std::string_view title)> occupation_of = nullptr;
  // Called for each posting before it is added, to fill in what the file does not say.
  std::function<void(PostingRecord& posting)> adjust = nullptr;
};

struct NycCounts {
  std::size_t rows = 0;       // that could be read
  std::size_t repeats = 0;    // of them, rows with the id of an earlier one
  std::size_t employers = 0;  // different agencies
  std::int64_t seats = 0;     // the sum over all these rows, repeats included
};

// A posting's id is "<Job ID>-<Posting Type>" ("87990-Internal"), its employer's the agency's name. `# Of Positions` are the seats,
// `Posting Date` is posted, `Post Until` closes; pay a year, an hour or a day in USD, rounded half up to whole cents. Text that was encoded
// twice is repaired.
// All rows are added, repeats too: of rows with the same id a lenient build keeps the smallest and reports the others, a strict one fails.
// The builder's currency must be USD, else the amounts count as missing; where it has none, the build reports that.
// Errors: file_not_readable. Rows that can't be read go to builder.report() and are left out.
NycCounts read_nyc_jobs(const std::string& file, MarketBuilder& builder, const NycOptions& options = {});

}  // namespace aril::io
