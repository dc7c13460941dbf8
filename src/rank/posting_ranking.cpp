#include "posting_ranking.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
#include <string>
#include <utility>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/core/total_order.hpp"
#include "best_postings.hpp"

namespace aril {
namespace {

constexpr std::size_t residents_per_block = 16;  // small, so that a request to stop is heard within milliseconds

bool is_rising(std::span<const ResidentRow> residents) {
  return std::adjacent_find(residents.begin(), residents.end(), [](ResidentRow a, ResidentRow b) { return a >= b; }) == residents.end();
}

// Where the residents stand in `wanted`, in the order of work. Pre: they rise.
std::vector<std::size_t> positions_along(std::span<const ResidentRow> wanted, std::span<const ResidentRow> work_order) {
  std::vector<std::uint32_t> number(work_order.size(), 0);  // one more than the position; 0: not wanted
  for (std::size_t i = 0; i < wanted.size(); ++i) number[wanted[i].index()] = static_cast<std::uint32_t>(i + 1);
  std::vector<std::size_t> positions(wanted.size());
  std::size_t next = 0;
  for (const ResidentRow resident : work_order) {
    if (number[resident.index()] != 0) positions[next++] = number[resident.index()] - 1;
  }
  return positions;
}

std::vector<std::size_t> positions_by(std::span<const ResidentRow> wanted, std::span<const std::uint32_t> place_in_work) {
  std::vector<std::size_t> positions(wanted.size());
  std::iota(positions.begin(), positions.end(), std::size_t{0});
  const auto place = [&](std::size_t i) { return std::pair(place_in_work[wanted[i].index()], i); };
  std::sort(positions.begin(), positions.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
  return positions;
}

void add(RankCounters& sum, const RankCounters& part) {
  sum.eligible += part.eligible;
  sum.scored += part.scored;
  sum.bounded += part.bounded;
  sum.second_passes += part.second_passes;
  sum.listed += part.listed;
  sum.bounded_without_skills += part.bounded_without_skills;
  sum.bounded_by_skills += part.bounded_by_skills;
}

}  // namespace

struct PostingRanking::Worker {
  WorkerPool::Lent kernel;
  BestPostings selection;
  std::vector<OrderKey> best;
  std::vector<EligibilityPlan::Unknowns> unknowns;
};

// What one block of residents gives, until all are put together in order.
struct PostingRanking::BlockLists {
  std::vector<Hit> hits;
  std::vector<std::uint32_t> counts;
  std::vector<std::uint64_t> eligible;
};

// Whom to rank, as the caller asked; and the same in an order of work in which neighbours share their travel.
struct PostingRanking::Work {
  std::vector<ResidentRow> wanted;
  std::vector<ResidentRow> order;
  std::vector<std::size_t> position;  // of order[i] in wanted
};

PostingRanking::PostingRanking(const Ranker::State& state, const RankOptions& options, const ScoringSides& sides)
    : state_(state), options_(options), sides_(sides), filter_(state.market, options.allow, options.deny) {
  if (!options.residents) return;
  for (const ResidentRow resident : *options.residents) {
    if (resident.index() >= state.work_order.size())
      throw Error(ErrorCode::unknown_id, {"", 0, 0, "residents"}, "a resident's row", std::to_string(resident.value));
  }
}

std::vector<ResidentRow> PostingRanking::residents() const {
  if (options_.residents) return *options_.residents;
  std::vector<ResidentRow> all(state_.work_order.size());
  for (std::size_t row = 0; row < all.size(); ++row) all[row] = ResidentRow(row);
  return all;
}

PostingRanking::Work PostingRanking::plan_work(std::vector<ResidentRow> residents) const {
  // Where many are asked for, walking the whole order is less work than sorting.
  const bool are_many = is_rising(residents) && residents.size() >= state_.work_order.size() / 8;
  Work work{std::move(residents), {}, {}};
  work.position = are_many ? positions_along(work.wanted, state_.work_order) : positions_by(work.wanted, state_.place_in_work);
  work.order.resize(work.wanted.size());
  for (std::size_t i = 0; i < work.order.size(); ++i) work.order[i] = work.wanted[work.position[i]];
  return work;
}

RankedLists<ResidentRow> PostingRanking::rank(std::vector<ResidentRow> residents, const Watch& watch) const {
  Work work = plan_work(std::move(residents));
  const std::size_t threads = resolve_threads(options_.threads);
  std::vector<std::unique_ptr<Worker>> workers(threads);
  std::vector<BlockLists> blocks((work.order.size() + residents_per_block - 1) / residents_per_block);
  for_each_block(work.order.size(), {threads, residents_per_block}, watch, [&](std::size_t begin, std::size_t end, std::size_t number) {
    auto& worker = workers[number];
    if (!worker) {
      worker = std::make_unique<Worker>(
          Worker{state_.workers.lend(), BestPostings(state_.market, state_.kernel, state_.plan.order(), options_), {}, {}});
    }
    rank_block(std::span(work.order).subspan(begin, end - begin), *worker, blocks[begin / residents_per_block]);
  });
  if (options_.counters != nullptr) {
    for (const auto& worker : workers) {
      if (worker) add(*options_.counters, worker->selection.counters());
    }
  }
  return in_order(std::move(work), blocks, threads);
}

void PostingRanking::rank_block(std::span<const ResidentRow> residents, Worker& worker, BlockLists& block) const {
  (*worker.kernel).previous.clear();  // so that the work, not only its outcome, is the same for any number of threads
  block.hits.reserve(residents.size() * std::min<std::size_t>(options_.k, 64));
  for (std::size_t i = 0; i < residents.size(); ++i) {
    state_.kernel.expect(residents.subspan(i), *worker.kernel);
    block.eligible.push_back(list(residents[i], worker));
    block.counts.push_back(static_cast<std::uint32_t>(worker.best.size()));
    state_.plan.find_unknowns(residents[i], worker.unknowns);
    for (const OrderKey key : worker.best) {
      const PostingRow posting(row_of(key));
      block.hits.push_back({residents[i], posting, {score_of(key)}, state_.questions(worker.unknowns, residents[i], posting)});
    }
  }
}

std::size_t PostingRanking::list(ResidentRow resident, Worker& worker) const {
  Kernel::Worker& w = *worker.kernel;
  state_.kernel.find_eligible(resident, w);
  narrow(resident, w.eligible);
  state_.kernel.count_eligible(resident, w);
  worker.best.clear();
  worker.selection.count_eligible(w.count);
  if (w.count == 0) return 0;
  state_.kernel.prepare(resident, w);
  if (sides_.second.empty()) {
    worker.selection.find(sides_.first, w, worker.best);
  } else {
    state_.kernel.list_eligible(w);
    state_.kernel.score(sides_.first, w, w.scores);
    state_.kernel.score(sides_.second, w, w.other_scores);
    for (std::size_t i = 0; i < w.count; ++i) w.scores[i] = combine({w.scores[i]}, {w.other_scores[i]}, sides_.combination).value;
    worker.selection.choose(w, worker.best);
  }
  return w.count;
}

void PostingRanking::narrow(ResidentRow resident, Bitmap& eligible) const {
  for (std::size_t kind = 0; kind < kind_count; ++kind) {
    if ((options_.kinds & bit_of(static_cast<Kind>(kind))) != 0) continue;
    const Bitmap& unwanted = state_.positions_of_kind[kind];
    for (std::size_t word = 0; word < eligible.words().size(); ++word) eligible.words()[word] &= ~unwanted.words()[word];
  }
  filter_.apply(resident, state_.plan.positions(), eligible);
}

RankedLists<ResidentRow> PostingRanking::in_order(Work work, const std::vector<BlockLists>& blocks, std::size_t threads) {
  const std::size_t count = work.wanted.size();
  std::vector<std::uint64_t> offsets(count + 1, 0);
  std::vector<std::uint64_t> eligible(count);
  std::size_t item = 0;
  for (const BlockLists& block : blocks) {
    for (std::size_t j = 0; j < block.counts.size(); ++j, ++item) {
      offsets[work.position[item] + 1] = block.counts[j];
      eligible[work.position[item]] = block.eligible[j];
    }
  }
  for (std::size_t i = 0; i < count; ++i) offsets[i + 1] += offsets[i];
  std::vector<Hit> hits(offsets.back());
  for_each_block(blocks.size(), {threads, 64}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t b = begin; b < end; ++b) {
      const Hit* next = blocks[b].hits.data();
      for (std::size_t j = 0; j < blocks[b].counts.size(); ++j) {
        const std::uint64_t offset = offsets[work.position[b * residents_per_block + j]];
        std::copy_n(next, blocks[b].counts[j], hits.begin() + static_cast<std::ptrdiff_t>(offset));
        next += blocks[b].counts[j];
      }
    }
  });
  return {std::move(work.wanted), std::move(offsets), std::move(hits), std::move(eligible)};
}

}  // namespace aril
