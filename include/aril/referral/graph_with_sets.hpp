// A graph and what its people share, changed together: sets merged, people moving in and out. Derived links follow.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "aril/market/links.hpp"
#include "aril/market/market.hpp"
#include "aril/referral/derived_links.hpp"
#include "aril/referral/graph.hpp"
#include "aril/referral/people_sets.hpp"

namespace aril {

struct GraphWithSets {
  ReferralGraph graph;
  PeopleSets sets;
};

// Two grids, groups, employers or buildings become one (a wall came down between two compounds, 破墙合体): the derived links of their people are made anew, all
// others stay. Equal to deriving all links again from sets.merged(kind, into, from).
// Pre: the graph has the links that `rules` derive from `sets`.
// Errors: Error{unknown_id} for a name that no set bears, or where the graph lacks a link that the rules derive.
[[nodiscard]] GraphWithSets merge_sets(const ReferralGraph& graph, const PeopleSets& sets, std::span<const DerivationRule> rules,
                                       SetKind kind, std::string_view into, std::string_view from);

struct PeopleChange {
  std::vector<VertexRow> taken;
  std::vector<VertexRecord> added;
  std::vector<MembershipRecord> memberships;  // of those who are added, and new ones of others
  std::vector<ConsentRecord> consents;        // likewise; in place of what was said before
  std::optional<Market> market;  // where its residents live now; nullopt: newcomers as in the market of `sets`, others as before
};

// People move in, out and about: the derived links of those who share something with them are made anew, all others stay. Equal to deriving all links again.
// Pre: the graph has the links that `rules` derive from `sets`.
// Errors: those of with_vertices; Error{unknown_id} for a membership or a consent of a person whom the changed graph does not have, or where the graph
// lacks a link that the rules derive.
[[nodiscard]] GraphWithSets with_people(const ReferralGraph& graph, const PeopleSets& sets, std::span<const DerivationRule> rules,
                                        const PeopleChange& change);

}  // namespace aril
