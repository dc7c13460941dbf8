// Kinds of ties by strength, and the placements that each may have carried.
#include <algorithm>
#include <cmath>
#include <string>

#include "aril/core/error.hpp"
#include "aril/referral/proximity.hpp"
#include "aril/referral/ties.hpp"

namespace aril {
namespace {

bool holds(std::span<const std::uint32_t> row, std::uint32_t column) { return std::ranges::binary_search(row, column); }

// The kind of every link, in both directions.
std::vector<std::uint8_t> kinds_of_links(RowsView simple, std::span<const std::uint16_t> strengths, std::span<const std::uint16_t> cuts) {
  std::vector<std::uint8_t> kinds(strengths.size());
  std::vector<std::uint64_t> next(simple.offsets.begin(), simple.offsets.end());  // rows in rising order meet their twins in rising order
  for (std::size_t row = 0; row < simple.size(); ++row) {
    for (std::uint64_t link = simple.offsets[row]; link < simple.offsets[row + 1]; ++link) {
      const std::uint16_t strength = std::max(strengths[link], strengths[next[simple.columns[link]]++]);
      kinds[link] = static_cast<std::uint8_t>(std::ranges::upper_bound(cuts, strength) - cuts.begin());
    }
  }
  return kinds;
}

void check(RowsView simple, std::span<const std::uint16_t> strengths, std::span<const std::uint16_t> cuts,
           std::span<const Placement> placements) {
  if (strengths.size() != simple.columns.size())
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, "strengths"}, std::to_string(simple.columns.size()) + " strengths, one a column",
                std::to_string(strengths.size()));
  if (cuts.size() > 100 || std::ranges::adjacent_find(cuts, std::ranges::greater_equal()) != cuts.end())
    throw Error(ErrorCode::wrong_order, {"", 0, 0, "cuts"}, "at most 100 rising cuts", std::to_string(cuts.size()) + " that are not");
  for (const Placement& placement : placements) {
    const std::uint32_t introducer = placement.introducer == no_introducer ? 0 : placement.introducer;
    const std::uint32_t largest = std::max({placement.resident, placement.employer, introducer});
    if (largest >= simple.size())
      throw Error(ErrorCode::out_of_range, {"", 0, 0, "placements"}, "vertices below " + std::to_string(simple.size()),
                  std::to_string(largest));
  }
}

std::vector<TieKind> empty_kinds(std::span<const std::uint16_t> cuts) {
  std::vector<TieKind> kinds(cuts.size() + 1);
  for (std::size_t i = 0; i < cuts.size(); ++i) kinds[i].below = kinds[i + 1].from = cuts[i];
  return kinds;
}

void count_placement(RowsView simple, const std::vector<std::uint8_t>& kind_of, const Placement& placement, std::vector<TieKind>& kinds) {
  std::vector<bool> in_reach(kinds.size());
  for (std::uint64_t link = simple.offsets[placement.resident]; link < simple.offsets[placement.resident + 1]; ++link) {
    const std::uint32_t other = simple.columns[link];
    if (placement.through_referral && other == placement.introducer) ++kinds[kind_of[link]].carried;
    if (other == placement.employer || holds(simple[other], placement.employer)) in_reach[kind_of[link]] = true;
  }
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    if (in_reach[i]) ++(placement.through_referral ? kinds[i].referred_in_reach : kinds[i].other_in_reach);
  }
}

}  // namespace

TieReport tie_report(RowsView simple, std::span<const std::uint16_t> strengths, std::span<const std::uint16_t> cuts,
                     std::span<const Placement> placements, const ConstraintOptions& options) {
  check(simple, strengths, cuts, placements);
  const std::vector<std::uint32_t> together = embeddedness(simple, {options.threads, options.watch});
  const std::vector<std::uint8_t> kind_of = kinds_of_links(simple, strengths, cuts);
  TieReport report{empty_kinds(cuts), 0, 0};
  std::vector<std::uint64_t> sums(report.kinds.size());
  for (std::size_t row = 0; row < simple.size(); ++row) {
    for (std::uint64_t link = simple.offsets[row]; link < simple.offsets[row + 1]; ++link) {
      if (simple.columns[link] < row) continue;
      TieKind& kind = report.kinds[kind_of[link]];
      ++kind.links;
      kind.bridges += together[link] == 0 ? 1U : 0U;
      sums[kind_of[link]] += together[link];
    }
  }
  for (std::size_t i = 0; i < sums.size(); ++i) {
    TieKind& kind = report.kinds[i];
    if (kind.links != 0) kind.mean_embeddedness = static_cast<double>(sums[i]) / static_cast<double>(kind.links);
  }
  for (const Placement& placement : placements) {
    ++(placement.through_referral ? report.referred : report.others);
    count_placement(simple, kind_of, placement, report.kinds);
  }
  return report;
}

std::vector<std::uint16_t> strength_quantiles(std::span<const std::uint16_t> strengths, std::span<const double> fractions) {
  if (strengths.empty()) throw Error(ErrorCode::missing_value, {"", 0, 0, "strengths"}, "at least one strength", "none");
  std::vector<std::uint16_t> sorted(strengths.begin(), strengths.end());
  std::ranges::sort(sorted);
  std::vector<std::uint16_t> quantiles;
  for (const double fraction : fractions) {
    if (!(fraction >= 0 && fraction <= 1)) throw Error(ErrorCode::out_of_range, {"", 0, 0, "fractions"}, "0..1", std::to_string(fraction));
    const double rank = std::ceil(fraction * static_cast<double>(sorted.size()));
    quantiles.push_back(sorted[static_cast<std::size_t>(std::max(1.0, rank)) - 1]);
  }
  return quantiles;
}

}  // namespace aril
