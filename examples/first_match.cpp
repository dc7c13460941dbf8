// Who fits which opening, and why: the smallest whole use of aril.
#include <aril/aril.hpp>
#include <iostream>

int main() {
  const aril::Market market = aril::sample::district({.size = aril::sample::Size::community, .seed = 7});
  const aril::Ranker ranker(market, aril::Policy::standard(), aril::sample::reference_date());
  const auto lists = ranker.rank({.k = 3, .threads = 2});
  const aril::ResidentRow resident = market.resident("R000042");
  for (const aril::Hit& hit : lists.of(resident)) {
    std::cout << market.title(hit.posting) << "  " << hit.score.fraction() << "\n  "
              << ranker.explain(hit).sentence(aril::Language::english) << "\n  " << ranker.explain(hit).sentence(aril::Language::chinese)
              << "\n";
  }
  for (const aril::NearMiss& miss : ranker.near_misses(resident, 1)) {
    std::cout << "almost: " << market.title(miss.posting) << ": " << miss.sentence(aril::Language::english) << "\n";
  }
}
