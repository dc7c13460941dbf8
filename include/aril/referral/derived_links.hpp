// Links that follow from what people share: neighbours of one unit grid, colleagues, members of a group, the head of one's building.
//
//   const aril::PeopleSets sets(graph, market, files.memberships, files.consents);
//   graph = aril::with_links(graph, {}, aril::derived_links(sets, aril::standard_derivation_rules()));
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/referral/graph.hpp"
#include "aril/referral/people_sets.hpp"

namespace aril {

enum class DerivationBasis : std::uint8_t { same_grid, same_employer, same_group, building_head };

[[nodiscard]] SetKind set_kind_of(DerivationBasis basis) noexcept;

struct DerivationRule {
  DerivationBasis basis{};
  LinkKind kind{};
  Strength strength = 0;
  std::size_t most_links = 64;  // of one person, to the nearest first, ties to the lower row
};

// same_grid 0.3, same_employer 0.6, same_group 0.5, building_head 0.8, at most 64 links each.
[[nodiscard]] std::vector<DerivationRule> standard_derivation_rules();

// Order: by rule, then by the person they start from, then nearest first. A link has the consent of the one it leads to, for the rule's kind; `since` is not
// stated.
// Cost: for each person the members of all sets that it shares.
[[nodiscard]] std::vector<Link> derived_links(const PeopleSets& sets, std::span<const DerivationRule> rules, std::size_t threads = 0);
// Those alone that start from these people.
[[nodiscard]] std::vector<Link> derived_links(const PeopleSets& sets, std::span<const DerivationRule> rules,
                                              std::span<const VertexRow> people, std::size_t threads = 0);

}  // namespace aril
