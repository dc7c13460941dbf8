#include "aril/referral/page_rank.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <mutex>
#include <string>
#include <utility>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "walk.hpp"
#include "wide_ranks.hpp"
#include "zeroed_array.hpp"

namespace aril {
namespace {

using wide::rank_lanes;
using Lanes = std::array<double, rank_lanes>;
using RankRows = std::array<std::span<double>, rank_lanes>;  // one a seed; the last pass may have fewer

// Up to this many vertices a pass is one worker's own; above, its blocks are shared out, so that what is read stays in the cache that cores
// share.
constexpr std::size_t one_worker_vertices = std::size_t{1} << 16;
// What float can reach from one right-hand side is 4e-7: a stage aims above it, and the next one starts from the residual in double.
constexpr double least_of_a_stage = 1e-6;
constexpr std::size_t most_stages = 6;
constexpr double spare = 1.5;  // a stage aims so far below what is wanted
constexpr double float_rounding = 1.0 / (1 << 24);

// The seeds of one pass as the first right-hand side: 1 in the seed's lane, so that it is exact, and 0 in nearly all rows.
struct SeedRow {
  std::uint32_t vertex = 0;
  std::array<float, rank_lanes> right{};
};
std::vector<SeedRow> seed_rows_of(std::span<const std::uint32_t> seeds) {
  std::vector<SeedRow> rows;
  for (const std::uint32_t seed : seeds) rows.push_back({seed, {}});
  std::ranges::sort(rows, {}, &SeedRow::vertex);
  const auto same = [](const SeedRow& one, const SeedRow& other) { return one.vertex == other.vertex; };
  rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
  for (std::size_t lane = 0; lane < seeds.size(); ++lane)
    std::ranges::lower_bound(rows, seeds[lane], {}, &SeedRow::vertex)->right[lane] = 1;
  return rows;
}

// What one pass works in. Kept from pass to pass.
struct Scratch {
  ZeroedArray<float> current;
  ZeroedArray<float> previous;
  ZeroedArray<float> right;
  ZeroedArray<double> total;
  std::vector<Lanes> block_sums;
  std::vector<double> ranks;  // of a visitor: a row for each seed

  void prepare(std::size_t vertices) {
    if (total.size() == vertices * rank_lanes) return;
    for (auto* values : {&current, &previous, &right}) *values = ZeroedArray<float>(vertices * rank_lanes);
    total = ZeroedArray<double>(vertices * rank_lanes);
    block_sums.resize(walk_blocks(vertices));
  }
  [[nodiscard]] Lanes sum_of_blocks() const {
    Lanes sum{};
    for (const Lanes& block : block_sums) {
      for (std::size_t lane = 0; lane < rank_lanes; ++lane) sum[lane] += block[lane];
    }
    return sum;
  }
};

// Solves value = share x (sum of values that lead here) + right for sixteen right-hand sides; the ranks are value x scale, scaled to sum 1.
// A walk that ends at a vertex without links starts again at the seed: that changes the sum only.
class LaneSolver {
 public:
  LaneSolver(RowsView links, const PageRankOptions& options) : walk_(walk_of(links)), options_(options) {
    for (const double scale : walk_.scales) {
      shares_.push_back(options.damping / scale);
      float_shares_.push_back(static_cast<float>(options.damping / scale));
    }
  }

  [[nodiscard]] std::size_t vertex_count() const noexcept { return walk_.scales.size(); }

  // Writes the ranks to rows, one a seed; returns their error bounds.
  Lanes solve(std::span<const std::uint32_t> seeds, std::size_t threads, Scratch& scratch, const RankRows& rows) const {
    scratch.prepare(vertex_count());
    const Pass pass{scratch, {.threads = threads, .block_size = walk_block}, {nullptr, options_.watch.cancelled}};
    std::vector<SeedRow> seed_rows = seed_rows_of(seeds);
    Lanes scales{};  // of the right-hand sides, in L1
    for (std::size_t lane = 0; lane < seeds.size(); ++lane) scales[lane] = walk_.scales[seeds[lane]];
    const double wanted = wanted_residual(seeds);
    double reached = 1;
    double lost = 0;  // residuals are rounded to float when they become right-hand sides
    for (std::size_t stage = 0; stage < most_stages && reached + lost > wanted; ++stage) {
      run_stage(pass, seed_rows, std::max(least_of_a_stage, wanted / spare / reached));
      lost += stage == 0 ? 0 : reached * float_rounding;
      const double before = reached;
      reached = largest_share(scratch.sum_of_blocks(), scales);
      seed_rows.clear();
      if (reached > before / 2) break;  // rounding is all that is left
    }
    const Lanes residuals = scratch.sum_of_blocks();
    const Lanes sums = scale_values(pass);
    spread(pass, sums, rows);
    Lanes bounds{};
    for (std::size_t lane = 0; lane < seeds.size(); ++lane)
      bounds[lane] = 2 * (residuals[lane] + lost * scales[lane]) / ((1 - options_.damping) * sums[lane]);
    return bounds;
  }

 private:
  struct Pass {
    Scratch& scratch;
    BlockOptions blocks;
    Watch watch;
  };

  // In L1, for right-hand sides of 1. The ranks' bound is 2 residual / ((1 - damping) sum of values x scales), and that sum is 1 at least,
  // and 1 / (1 - damping) where no walk ends.
  [[nodiscard]] double wanted_residual(std::span<const std::uint32_t> seeds) const {
    const bool ends = std::ranges::any_of(seeds, [&](std::uint32_t seed) { return walk_.incoming.degree(seed) == 0; });
    return options_.tolerance / 2 * (walk_.symmetric && !ends ? 1 : 1 - options_.damping);
  }

  static double largest_share(const Lanes& sums, const Lanes& scales) {
    double largest = 0;
    for (std::size_t lane = 0; lane < rank_lanes; ++lane) {
      if (scales[lane] > 0) largest = std::max(largest, sums[lane] / scales[lane]);
    }
    return largest;
  }

  // Calls run(begin, end, right-hand side from begin on). seed_rows: the right-hand side; empty: all of scratch.right is.
  template <class Run>
  static void for_each_run(std::size_t begin, std::size_t end, const std::vector<SeedRow>& seed_rows, const Scratch& scratch, Run run) {
    if (seed_rows.empty()) return run(begin, end, scratch.right.data() + begin * rank_lanes);
    auto seed = std::ranges::lower_bound(seed_rows, begin, {}, &SeedRow::vertex);
    for (; seed != seed_rows.end() && seed->vertex < end; ++seed) {
      run(begin, seed->vertex, nullptr);
      run(seed->vertex, seed->vertex + 1, seed->right.data());
      begin = seed->vertex + 1;
    }
    run(begin, end, nullptr);
  }

  // The state after the first step from 0: the right-hand side itself. The first stage of a pass begins with no total.
  void begin_stage(const Pass& pass, const std::vector<SeedRow>& seed_rows) const {
    Scratch& scratch = pass.scratch;
    for_each_block(vertex_count(), pass.blocks, pass.watch, [&](std::size_t block_begin, std::size_t block_end, std::size_t) {
      std::fill(scratch.previous.data() + block_begin * rank_lanes, scratch.previous.data() + block_end * rank_lanes, 0.0F);
      if (!seed_rows.empty())
        std::fill(scratch.total.data() + block_begin * rank_lanes, scratch.total.data() + block_end * rank_lanes, 0.0);
      for_each_run(block_begin, block_end, seed_rows, scratch, [&](std::size_t begin, std::size_t end, const float* right) {
        float* const to = scratch.current.data() + begin * rank_lanes;
        if (right == nullptr) return (void)std::fill_n(to, (end - begin) * rank_lanes, 0.0F);
        std::copy_n(right, (end - begin) * rank_lanes, to);
      });
    });
  }

  // Steps from 0 until about `share` of the right-hand side is left, adds what came out to scratch.total and leaves the residual in
  // scratch.right.
  void run_stage(const Pass& pass, const std::vector<SeedRow>& seed_rows, double share) const {
    Scratch& scratch = pass.scratch;
    begin_stage(pass, seed_rows);
    const wide::IncomingLinks incoming{walk_.incoming.offsets.data(), walk_.incoming.columns.data(), walk_.incoming.columns.size(),
                                       float_shares_.data()};
    StepLengths lengths(options_.damping, walk_.symmetric);
    (void)lengths.next();  // begin_stage took it
    const std::size_t steps = steps_to(share, rate_of(options_.damping, walk_.symmetric));
    for (std::size_t number = 1; number < steps; ++number) {
      const auto omega = static_cast<float>(lengths.next());
      for_each_block(vertex_count(), pass.blocks, pass.watch, [&](std::size_t block_begin, std::size_t block_end, std::size_t) {
        for_each_run(block_begin, block_end, seed_rows, scratch, [&](std::size_t begin, std::size_t end, const float* right) {
          wide::step(incoming, {scratch.current.data(), right, scratch.previous.data(), omega}, begin, end);
        });
      });
      std::swap(scratch.current, scratch.previous);
    }
    measure(pass, seed_rows, incoming);
  }

  void measure(const Pass& pass, const std::vector<SeedRow>& seed_rows, const wide::IncomingLinks& incoming) const {
    Scratch& scratch = pass.scratch;
    for_each_block(vertex_count(), pass.blocks, pass.watch, [&](std::size_t block_begin, std::size_t block_end, std::size_t) {
      Lanes& sums = scratch.block_sums[block_begin / walk_block];
      sums.fill(0);
      for_each_run(block_begin, block_end, seed_rows, scratch, [&](std::size_t begin, std::size_t end, const float* right) {
        wide::residual(
            incoming,
            {scratch.current.data(), right, shares_.data(), walk_.scales.data(), scratch.total.data(), scratch.right.data(), sums.data()},
            begin, end);
      });
    });
  }

  // From values to ranks that are not yet scaled to sum 1: value x scale, none below 0. Returns their sums.
  Lanes scale_values(const Pass& pass) const {
    Scratch& scratch = pass.scratch;
    for_each_block(vertex_count(), pass.blocks, pass.watch, [&](std::size_t begin, std::size_t end, std::size_t) {
      Lanes& sums = scratch.block_sums[begin / walk_block];
      sums.fill(0);
      for (std::size_t row = begin; row < end; ++row) {
        for (std::size_t lane = 0; lane < rank_lanes; ++lane) {
          double& value = scratch.total[row * rank_lanes + lane];
          value = std::max(0.0, value * walk_.scales[row]);
          sums[lane] += value;
        }
      }
    });
    return scratch.sum_of_blocks();
  }

  // From side by side to a row for each seed.
  void spread(const Pass& pass, const Lanes& sums, const RankRows& rows) const {
    for_each_block(vertex_count(), pass.blocks, pass.watch, [&](std::size_t begin, std::size_t end, std::size_t) {
      for (std::size_t lane = 0; lane < rank_lanes && !rows[lane].empty(); ++lane) {
        for (std::size_t row = begin; row < end; ++row) rows[lane][row] = pass.scratch.total[row * rank_lanes + lane] / sums[lane];
      }
    });
  }

  Walk walk_;
  const PageRankOptions& options_;
  std::vector<double> shares_;
  std::vector<float> float_shares_;
};

// Calls rows_of(number of the first seed, how many, scratch) for where a pass is to leave its ranks, then done(first, how many, rows,
// bounds). By several workers at once where passes run side by side.
void solve_all(RowsView links, std::span<const std::uint32_t> seeds, const PageRankOptions& options,
               FunctionView<RankRows(std::size_t, std::size_t, Scratch&)> rows_of,
               FunctionView<void(std::size_t, std::size_t, const RankRows&, const Lanes&)> done) {
  options.validate();
  check_seeds(seeds, links.size());
  const LaneSolver solver(links, options);
  const std::size_t threads = resolve_threads(options.threads);
  const bool one_worker = links.size() <= one_worker_vertices;
  std::vector<Scratch> scratches(one_worker ? threads : 1);
  for_each_block(seeds.size(), {.threads = one_worker ? threads : 1, .block_size = rank_lanes}, options.watch,
                 [&](std::size_t begin, std::size_t end, std::size_t worker) {
                   const RankRows rows = rows_of(begin, end - begin, scratches[worker]);
                   const Lanes bounds = solver.solve(seeds.subspan(begin, end - begin), one_worker ? 1 : threads, scratches[worker], rows);
                   done(begin, end - begin, rows, bounds);
                 });
}

RankRows rows_in(std::span<double> ranks, std::size_t first, std::size_t count, std::size_t vertex_count) {
  RankRows rows;
  for (std::size_t lane = 0; lane < count; ++lane) rows[lane] = ranks.subspan((first + lane) * vertex_count, vertex_count);
  return rows;
}

}  // namespace

void PageRankOptions::validate() const {
  check_damping(damping);
  if (!(tolerance >= 1e-12 && tolerance <= 1))
    throw Error(ErrorCode::invalid_option, {"", 0, 0, "tolerance"}, "1e-12..1", std::to_string(tolerance));
  (void)resolve_threads(threads);
}

PageRanks page_rank(RowsView links, std::span<const std::uint32_t> seeds, const PageRankOptions& options) {
  PageRanks result{links.size(), std::vector<double>(links.size() * seeds.size()), std::vector<double>(seeds.size())};
  solve_all(
      links, seeds, options,
      [&](std::size_t first, std::size_t count, Scratch&) { return rows_in(result.ranks, first, count, links.size()); },
      [&](std::size_t first, std::size_t count, const RankRows&, const Lanes& bounds) {
        std::copy_n(bounds.begin(), count, result.error_bounds.begin() + static_cast<std::ptrdiff_t>(first));
      });
  return result;
}

void visit_page_rank(RowsView links, std::span<const std::uint32_t> seeds, const PageRankOptions& options, RankVisitor visit) {
  std::mutex mutex;
  solve_all(
      links, seeds, options,
      [&](std::size_t, std::size_t count, Scratch& scratch) {
        scratch.ranks.resize(rank_lanes * links.size());
        return rows_in(scratch.ranks, 0, count, links.size());
      },
      [&](std::size_t first, std::size_t count, const RankRows& rows, const Lanes& bounds) {
        const std::lock_guard lock(mutex);
        for (std::size_t lane = 0; lane < count; ++lane) visit(first + lane, rows[lane], bounds[lane]);
      });
}

}  // namespace aril
