#include "brute_force.hpp"

#include <algorithm>

#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "case.hpp"

namespace aril::bench {

std::vector<Hit> best_by_brute_force(const Ranker& ranker, ResidentRow resident, std::size_t most) {
  std::vector<Hit> hits;
  for (std::size_t row = 0; row < ranker.market().postings().size(); ++row) {
    const Explanation explanation = ranker.explain(resident, PostingRow(row));
    if (explanation.is_eligible) hits.push_back({.resident = resident, .posting = PostingRow(row), .score = explanation.score});
  }
  std::stable_sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.score.value > b.score.value; });
  hits.resize(std::min(hits.size(), most));
  return hits;
}

bool same_hits(std::span<const Hit> one, std::span<const Hit> other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(), [](const Hit& a, const Hit& b) {
    return a.resident == b.resident && a.posting == b.posting && a.score.value == b.score.value;
  });
}

bool agrees_with_brute_force(const Ranker& ranker, std::size_t count) {
  const std::size_t residents = ranker.market().residents().size();
  std::vector<ResidentRow> rows;
  for (std::size_t i = 0; i < count; ++i) rows.push_back(ResidentRow(i * (residents - 1) / std::max<std::size_t>(1, count - 1)));
  const auto lists = ranker.rank({.k = k, .residents = rows});
  return std::all_of(rows.begin(), rows.end(),
                     [&](ResidentRow row) { return same_hits(lists.of(row), best_by_brute_force(ranker, row, k)); });
}

}  // namespace aril::bench
