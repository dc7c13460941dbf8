#include "through_whom.hpp"

#include <ostream>
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

void print_through_whom(const aril::Introducer& introducer, const aril::Market& market, aril::ResidentRow resident,
                        aril::PostingRow posting, std::ostream& out) {
  const aril::ReferralGraph& graph = introducer.graph();
  const aril::EmployerRow employer = market.postings().employers[posting.index()];
  for (const aril::Introduction& chain :
       introducer.between(graph.vertex(market.id(resident)), graph.vertex(market.id(employer)), {.k = 1})) {
    out << "          through whom: " << sentence(graph, chain, aril::Language::english) << "\n"
        << "          经谁引荐：" << sentence(graph, chain, aril::Language::chinese) << "\n";
  }
}

}  // namespace demo
