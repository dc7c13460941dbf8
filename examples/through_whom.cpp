// Through whom: who can introduce a resident to the employers of their best openings, and the same as a term of the ranking.
#include <aril/aril.hpp>
#include <iostream>

#include "aril/market/market.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/records.hpp"

// The market's people and employers, with what they say of each other and what follows from what they share.
aril::ReferralGraph graph_of(const aril::Market& market) {
  aril::sample::Neighbours known = aril::sample::neighbours(market, 7);  // or aril::read_referral_files("folder", market)
  aril::ReferralGraphBuilder builder;
  builder.add(market);
  for (aril::VertexRecord& person : known.people) builder.add(std::move(person));
  for (aril::LinkRecord& link : known.links) builder.add(std::move(link));
  const aril::ReferralGraph graph = builder.build();
  const aril::PeopleSets sets(graph, market, known.memberships, known.consents);
  return aril::with_links(graph, {}, aril::derived_links(sets, aril::standard_derivation_rules()));
}

int main() {
  const aril::Market market = aril::sample::district({.size = aril::sample::Size::community, .seed = 7});
  const aril::Introducer introducer(graph_of(market));
  const aril::ReferralGraph& graph = introducer.graph();

  aril::RankerInputs inputs;
  inputs.terms.sparse.emplace_back(market, "referral", aril::SparseColumns::employers, aril::referral_strengths(introducer, market));
  const aril::Policy policy = aril::Policy::from_json(R"({"weights": {
      "resident": [{"term": "skills", "weight": 3}, {"term": "commute", "weight": 1}, {"term": "referral", "weight": 1}],
      "employer": [{"term": "skills", "weight": 1}, {"term": "commute", "weight": 0}, {"term": "referral", "weight": 0}]}})",
                                                      "policy", {.rules = {}, .terms = {"referral"}});
  const aril::Ranker ranker(market, policy, aril::sample::reference_date(), std::move(inputs));

  const aril::ResidentRow resident = market.resident("R002175");
  const auto lists = ranker.rank(resident, {.k = 5});
  for (const aril::Hit& hit : lists.hits()) {
    const aril::EmployerRow employer = market.postings().employers[hit.posting.index()];
    std::cout << market.title(hit.posting) << ": " << ranker.explain(hit).sentence(aril::Language::english) << "\n";
    for (const aril::Introduction& chain :
         introducer.between(graph.vertex(market.id(resident)), graph.vertex(market.id(employer)), {.k = 2})) {
      std::cout << "  " << sentence(graph, chain, aril::Language::english) << "\n  " << sentence(graph, chain, aril::Language::chinese)
                << "\n";
    }
  }
}
