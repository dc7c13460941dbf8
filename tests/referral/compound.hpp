// People who live in a few grids and share employers, groups and buildings, drawn from a seed.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "aril/market/market_builder.hpp"
#include "aril/referral/derived_links.hpp"
#include "aril/referral/graph_builder.hpp"
#include "support.hpp"

namespace aril::test {

struct Compound {
  std::map<std::string, std::string> homes;  // of people; "": not known
  std::map<std::pair<std::string, std::string>, int> minutes;
  std::vector<MembershipRecord> memberships;
  std::vector<ConsentRecord> consents;

  [[nodiscard]] Market market() const {
    MarketBuilder builder;
    builder.add(ModeRecord{.id = "walk", .title = {}, .metres_per_minute = {}});
    for (const char* grid : {"g0", "g1", "g2"})
      builder.add(GridRecord{.id = grid, .title = {}, .area = {}, .latitude = {}, .longitude = {}});
    for (const auto& [ends, cell] : minutes) builder.add(TravelRecord{"walk", ends.first, ends.second, cell});
    for (const auto& [id, home] : homes) {
      ResidentRecord record;
      record.id = id;
      if (!home.empty()) record.home = home;
      builder.add(std::move(record));
    }
    return builder.build();
  }

  void add_person(const std::string& id, std::mt19937& random) {
    homes[id] = draw(random, 5) != 0 ? "g" + std::to_string(draw(random, 3)) : "";
    for (std::uint32_t count = draw(random, 4); count > 0; --count) add_membership(id, random);
    for (const LinkKind kind : {LinkKind::same_grid, LinkKind::same_employer, LinkKind::same_group, LinkKind::building_head}) {
      if (draw(random, 3) != 0) consents.push_back({id, kind, draw(random, 3) != 0});
    }
  }
  void add_membership(const std::string& id, std::mt19937& random) {
    const auto kind = static_cast<MembershipKind>(draw(random, 3));
    memberships.push_back({id, kind, "s" + std::to_string(draw(random, 3)), draw(random, 3) == 0});
  }
  void take_person(const std::string& id) {
    homes.erase(id);
    std::erase_if(memberships, [&](const MembershipRecord& record) { return record.person == id; });
    std::erase_if(consents, [&](const ConsentRecord& record) { return record.person == id; });
  }
};

inline Compound random_compound(std::mt19937& random) {
  Compound compound;
  for (const char* from : {"g0", "g1", "g2"}) {
    for (const char* to : {"g0", "g1", "g2"}) {
      if (from == to || draw(random, 3) == 0) continue;
      compound.minutes[{from, to}] = std::vector<int>{5, 5, 9, 255}[draw(random, 4)];
    }
  }
  const std::uint32_t people = 4 + draw(random, 12);
  for (std::uint32_t i = 0; i < people; ++i) compound.add_person("p" + std::to_string(100 + i), random);
  return compound;
}

inline ReferralGraph graph_of(const Market& market) {
  ReferralGraphBuilder builder;
  builder.add(market);
  return builder.build();
}

inline std::vector<DerivationRule> rules_with_caps(std::mt19937& random) {
  std::vector<DerivationRule> rules = standard_derivation_rules();
  for (DerivationRule& rule : rules) rule.most_links = 1 + draw(random, 6);
  return rules;
}

// All that links are derived from.
struct Drawn {
  Compound compound;
  Market market;
  ReferralGraph people;  // without links
  PeopleSets sets;
  std::vector<DerivationRule> rules;

  explicit Drawn(std::mt19937& random)
      : compound(random_compound(random)),
        market(compound.market()),
        people(graph_of(market)),
        sets(people, market, compound.memberships, compound.consents),
        rules(rules_with_caps(random)) {}
};

}  // namespace aril::test
