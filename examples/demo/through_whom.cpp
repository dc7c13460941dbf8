#include "through_whom.hpp"

#include <utility>

#include "aril/referral/derived_links.hpp"
#include "aril/referral/graph_builder.hpp"
#include "aril/referral/graph_change.hpp"
#include "aril/sample/neighbours.hpp"

namespace demo {

aril::Introducer introducer_of(const aril::Market& market, std::uint64_t seed) {
  aril::sample::Neighbours known = aril::sample::neighbours(market, seed);
  aril::ReferralGraphBuilder builder;
  builder.add(market);
  for (aril::VertexRecord& person : known.people) builder.add(std::move(person));
  for (aril::LinkRecord& link : known.links) builder.add(std::move(link));
  const aril::ReferralGraph graph = builder.build();
  const aril::PeopleSets sets(graph, market, known.memberships, known.consents);
  return aril::Introducer(aril::with_links(graph, {}, aril::derived_links(sets, aril::standard_derivation_rules())));
}

std::optional<aril::Introduction> best_chain(const aril::Introducer& introducer, const aril::Market& market, aril::ResidentRow resident,
                                             aril::EmployerRow employer) {
  const aril::ReferralGraph& graph = introducer.graph();
  auto chains = introducer.between(graph.vertex(market.id(resident)), graph.vertex(market.id(employer)), {.k = 1});
  if (chains.empty()) return std::nullopt;
  return std::move(chains.front());
}

}  // namespace demo
