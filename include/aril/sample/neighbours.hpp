// Who knows whom in a sample district, as records: grid workers, friends, former jobs, and what people agreed to be asked. For demos, examples and tests;
// links.hpp has millions of links for benches. Nobody in it is real.
//
//   aril::sample::Neighbours known = aril::sample::neighbours(market, 7);
//   aril::ReferralGraphBuilder builder;
//   builder.add(market);
//   for (aril::VertexRecord& person : known.people) builder.add(std::move(person));
#pragma once

#include <cstdint>
#include <vector>

#include "aril/market/links.hpp"
#include "aril/market/market.hpp"

namespace aril::sample {

struct Neighbours {
  std::vector<VertexRecord> people;           // grid workers, one a grid in which a resident lives
  std::vector<LinkRecord> links;              // residents to grid workers, friends and former employers; grid workers to employers
  std::vector<MembershipRecord> memberships;  // of those who worked for one employer
  std::vector<ConsentRecord> consents;        // to be asked by people of the same grid and the same employer
};

// Of ten residents four name a former employer and six agree to be asked by their grid; everyone names up to three friends. A grid worker knows up to eight
// employers. Employers are those with postings.
// Same market, same seed, same records; integers only.
[[nodiscard]] Neighbours neighbours(const Market& market, std::uint64_t seed = 1);

}  // namespace aril::sample
