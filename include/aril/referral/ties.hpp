// What a tie's place tells: local bridges, Burt's constraint, and kinds of ties by strength side by side with the placements that they may
// have carried. Which help comes over weak ties and which over strong ones depends on the field of work: here it is counted, not assumed.
//
//   const auto cuts = aril::strength_quantiles(strengths, std::vector<double>{0.5});
//   const auto report = aril::tie_report(rows, strengths, cuts, placements);
//   report.kinds.front();   // the weaker half
//
// `simple`: undirected links, each both ways, without loops and repeats, as symmetrized() makes them. docs/definitions.md, section Reach.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/compressed_rows.hpp"
#include "aril/core/watch.hpp"

namespace aril {

// A link whose ends have no neighbour in common.
struct LocalBridge {
  std::uint32_t lower = 0;  // the ends
  std::uint32_t higher = 0;
  std::uint32_t span = 0;  // links of the shortest way between the ends without this one, 3 or more; 0: none within the limit
  bool operator==(const LocalBridge&) const = default;
};

struct BridgeOptions {
  std::uint32_t span_limit = 6;  // how far a way round is looked for; below 3: not at all
  std::size_t threads = 0;       // 0: all that the machine has
  Watch watch = {};              // progress counts local bridges
};

// Order: rising ends. Threads: the same for any number. Cost: a search from both ends of each, half the limit deep, and 8 bytes a vertex
// and worker.
// Errors: Error{cancelled}. Pre: `simple` is.
[[nodiscard]] std::vector<LocalBridge> local_bridges(RowsView simple, const BridgeOptions& options = {});

struct ConstraintOptions {
  std::size_t threads = 0;  // 0: all that the machine has
  Watch watch = {};         // progress counts vertices
};

// Burt's constraint of every vertex: with p(u, v) the share of link u - v among the weights of u's links, the sum over u's neighbours v of
// (p(u, v) + sum over w of p(u, w) p(w, v))^2. High where all that one knows know each other; low where one stands between others.
// NaN for a vertex without links, or whose links weigh nothing. weights: 0 or above, one a column, in which a link weighs what its two directions weigh together
// (so strengths_of(graph, contacts) serves as it is); empty: all 1.
// Cost: for each vertex the links of its neighbours. Threads: the same bytes for any number.
// Errors: Error{shape_mismatch}, {out_of_range} for a weight below 0 or not finite. Source: Burt, Structural Holes, 1992.
[[nodiscard]] std::vector<double> burt_constraint(RowsView simple, std::span<const double> weights = {},
                                                  const ConstraintOptions& options = {});

inline constexpr std::uint32_t no_introducer = 0xffffffffU;

// Someone found work.
struct Placement {
  std::uint32_t resident = 0;
  std::uint32_t employer = 0;  // a vertex, too
  bool through_referral = false;
  std::uint32_t introducer = no_introducer;  // whom the resident asked, where that is known
};

// Links whose strength lies in [from, below). Counts of links take each once, by the larger strength of its two directions.
struct TieKind {
  std::uint32_t from = 0;
  std::uint32_t below = 65'536;
  std::uint64_t links = 0;
  std::uint64_t bridges = 0;     // local bridges among them
  double mean_embeddedness = 0;  // common neighbours of the ends; 0 without links
  std::uint64_t carried = 0;     // placements through a referral whose introducer is named and linked with the resident by this kind
  // Placements through a referral, and others, where a link of this kind joins the resident, either way, with the employer or with someone who is linked
  // with the employer.
  std::uint64_t referred_in_reach = 0;
  std::uint64_t other_in_reach = 0;
};

struct TieReport {
  std::vector<TieKind> kinds;  // weakest first
  std::uint64_t referred = 0;  // all placements through a referral, and all others: what to compare the counts with
  std::uint64_t others = 0;
};

// cuts: rising; kind i holds the strengths from cut i - 1 up to below cut i. Two kinds, weak and strong, by one cut.
// strengths: one a column. Errors: Error{shape_mismatch}, {wrong_order} for cuts, {out_of_range} for a placement's vertex. Threads of
// options.
[[nodiscard]] TieReport tie_report(RowsView simple, std::span<const std::uint16_t> strengths, std::span<const std::uint16_t> cuts,
                                   std::span<const Placement> placements, const ConstraintOptions& options = {});

// For each fraction f the smallest strength s such that at least f of all are s or below: cuts by share. fractions: in 0..1.
// Errors: Error{out_of_range}; {missing_value} without strengths.
[[nodiscard]] std::vector<std::uint16_t> strength_quantiles(std::span<const std::uint16_t> strengths, std::span<const double> fractions);

}  // namespace aril
