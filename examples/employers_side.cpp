// The employer's side: the best residents for a posting by the employer's weights, and pairs that suit both.
#include <aril/aril.hpp>
#include <iostream>

#include "aril/market/market.hpp"
#include "aril/market/postings.hpp"

int main() {
  const aril::Market market = aril::sample::district({.size = aril::sample::Size::community, .seed = 7});
  const aril::Ranker ranker(market, aril::Policy::standard(), aril::sample::reference_date());
  const aril::PostingRow posting(0);
  std::cout << market.title(posting) << " at " << market.title(market.postings().employers[posting.index()]) << "\n";
  const auto residents = ranker.rank_residents(posting, {.k = 5});
  for (const aril::Hit& hit : residents.of(posting)) std::cout << "  " << market.id(hit.resident) << "  " << hit.score.fraction() << "\n";

  std::cout << "pairs that suit both sides:\n";
  const auto pairs = ranker.reciprocal(aril::Combination::harmonic,
                                       {.k = 1, .residents = {{aril::ResidentRow(0), aril::ResidentRow(1), aril::ResidentRow(2)}}});
  for (const aril::Hit& hit : pairs.hits()) {
    const auto both = ranker.explain_reciprocal(hit.resident, hit.posting, aril::Combination::harmonic);
    std::cout << "  " << market.id(hit.resident) << " and " << market.title(hit.posting) << ": " << both.resident_side.score.fraction()
              << " and " << both.employer_side.score.fraction() << ", together " << both.combined.fraction() << "\n";
  }
}
