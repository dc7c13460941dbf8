#include "aril/referral/derived_links.hpp"

#include <algorithm>
#include <numeric>

#include "aril/core/parallel.hpp"

namespace aril {
namespace {

constexpr std::size_t people_a_block = 256;

// Whom a person may be linked to, by distance and row as one number, so that the nearest is the smallest.
class Candidates {
 public:
  void gather(const PeopleSets& sets, DerivationBasis basis, VertexRow person) {
    keys_.clear();
    const SetKind kind = set_kind_of(basis);
    for (const std::uint32_t set : sets.sets(kind, person)) {
      const auto others = basis == DerivationBasis::building_head ? sets.heads(set) : sets.members(kind, set);
      for (const std::uint32_t other : others) {
        if (other != person.value) keys_.push_back(std::uint64_t{sets.distance(person, VertexRow(other))} << 32 | other);
      }
    }
  }
  // The nearest, each once.
  [[nodiscard]] std::span<const std::uint64_t> nearest(std::size_t most) {
    std::sort(keys_.begin(), keys_.end());
    keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
    if (keys_.size() > most) keys_.resize(most);
    return keys_;
  }

 private:
  std::vector<std::uint64_t> keys_;
};

void derive(const PeopleSets& sets, const DerivationRule& rule, std::span<const VertexRow> people, std::size_t threads,
            std::vector<Link>& links) {
  std::vector<std::vector<Link>> blocks((people.size() + people_a_block - 1) / people_a_block);
  for_each_block(people.size(), {threads, people_a_block}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
    Candidates candidates;
    for (std::size_t i = begin; i < end; ++i) {
      candidates.gather(sets, rule.basis, people[i]);
      for (const std::uint64_t key : candidates.nearest(rule.most_links)) {
        const VertexRow to(key & 0xffffffffU);
        blocks[begin / people_a_block].push_back({people[i], to, rule.kind, rule.strength, Date::none(), sets.agrees(to, rule.kind)});
      }
    }
  });
  for (const std::vector<Link>& block : blocks) links.insert(links.end(), block.begin(), block.end());
}

}  // namespace

SetKind set_kind_of(DerivationBasis basis) noexcept {
  switch (basis) {
    case DerivationBasis::same_grid: return SetKind::grid;
    case DerivationBasis::same_employer: return SetKind::employer;
    case DerivationBasis::same_group: return SetKind::group;
    case DerivationBasis::building_head: return SetKind::building;
  }
  return SetKind::grid;
}

std::vector<DerivationRule> standard_derivation_rules() {
  return {{DerivationBasis::same_grid, LinkKind::same_grid, *parse_strength("0.3"), 64},
          {DerivationBasis::same_employer, LinkKind::same_employer, *parse_strength("0.6"), 64},
          {DerivationBasis::same_group, LinkKind::same_group, *parse_strength("0.5"), 64},
          {DerivationBasis::building_head, LinkKind::building_head, *parse_strength("0.8"), 64}};
}

std::vector<Link> derived_links(const PeopleSets& sets, std::span<const DerivationRule> rules, std::span<const VertexRow> people,
                                std::size_t threads) {
  std::vector<Link> links;
  for (const DerivationRule& rule : rules) derive(sets, rule, people, threads, links);
  return links;
}

std::vector<Link> derived_links(const PeopleSets& sets, std::span<const DerivationRule> rules, std::size_t threads) {
  std::vector<VertexRow> people;
  for (std::size_t v = 0; v < sets.vertex_count(); ++v) people.push_back(VertexRow(v));
  return derived_links(sets, rules, people, threads);
}

}  // namespace aril
