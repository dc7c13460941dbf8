// Referral in a made-up district of 500,000 people and 5,000,000 links: what `./dev bench referral` times. Its driver, bench/run_referral.py, first has the
// answers written (--answers) and compares them with those of the peers.
//
//   aril_bench_referral --write-input ORDER FOLDER | --answers CASE FOLDER | [Google Benchmark's options]
//
// A case is chains, batch, pagerank, push or triangles; with people shuffled: chains-shuffled, ...
#include <benchmark/benchmark.h>

#include <array>
#include <functional>
#include <string>
#include <utility>

#include "aril/referral/introductions.hpp"
#include "aril/referral/page_rank.hpp"
#include "aril/referral/proximity.hpp"
#include "aril/referral/referral_strengths.hpp"
#include "common/answers.hpp"
#include "common/referral_input.hpp"

namespace {

using aril::VertexRow;
using aril::bench::links_of;
using aril::bench::questions_of;
using aril::bench::write_numbers;
using aril::sample::Links;

constexpr std::size_t pairs_at_peer = 400;
constexpr std::size_t seeds_at_peer = 20;
// The error that it leaves, in sum over all people, is just below that of the peer at 1e-6; the driver measures both.
constexpr double push_threshold = 1.9e-6;

struct Case {
  std::string name;
  std::string order;
};

Case case_of(const std::string& text) {
  const std::size_t dash = text.find('-');
  return dash == std::string::npos ? Case{text, "place"} : Case{text.substr(0, dash), text.substr(dash + 1)};
}

std::vector<aril::IntroductionPair> pairs_of(const Links& links, std::size_t most) {
  const std::vector<std::uint32_t> numbers = questions_of(links).pairs;
  std::vector<aril::IntroductionPair> pairs;
  for (std::size_t pair = 0; pair < std::min(most, numbers.size() / 2); ++pair)
    pairs.push_back({VertexRow(numbers[2 * pair]), VertexRow(numbers[2 * pair + 1])});
  return pairs;
}

// Numbered as people are where there are no employers.
std::vector<std::uint32_t> seeds_of(const Links& links, std::size_t most) {
  std::vector<std::uint32_t> seeds = questions_of(links).seeds;
  seeds.resize(std::min(most, seeds.size()));
  for (std::uint32_t& seed : seeds) seed -= static_cast<std::uint32_t>(links.employers);
  return seeds;
}

std::vector<VertexRow> residents_of(const Links& links) {
  std::vector<VertexRow> residents;
  for (const std::uint32_t resident : links.residents) residents.emplace_back(resident);
  return residents;
}

// What is timed, made ready before the clock starts, and how many items it does.
struct Work {
  std::function<void()> once;
  std::size_t items = 0;
};

// The rows that chains use are made before: of a graph that stands, they are made once.
Work chains(const Links& links, std::size_t threads) {
  const aril::Introducer introducer(aril::bench::graph_of(links));
  const auto pairs = pairs_of(links, aril::bench::pair_count);
  return {[=] { benchmark::DoNotOptimize(introducer.between(pairs, {.threads = threads})); }, pairs.size()};
}

Work batch(const Links& links, std::size_t threads) {
  const aril::Introducer introducer(aril::bench::graph_of(links));
  const auto residents = residents_of(links);
  return {[=] { benchmark::DoNotOptimize(aril::referral_strengths(introducer, residents, {.threads = threads})); }, residents.size()};
}

// All 1,000 seeds on two threads; fewer on one, so that it takes seconds.
Work pagerank(const Links& links, std::size_t threads) {
  const auto people = aril::bench::people_of(links);
  const auto seeds = seeds_of(links, threads > 1 ? aril::bench::seed_count : 160);
  return {[=] {
            double largest = 0;
            aril::visit_page_rank(people, seeds, {.threads = threads},
                                  [&](std::size_t, std::span<const double>, double bound) { largest = std::max(largest, bound); });
            benchmark::DoNotOptimize(largest);
          },
          seeds.size()};
}

Work push(const Links& links, std::size_t threads) {
  const auto people = aril::bench::people_of(links);
  const auto seeds = seeds_of(links, aril::bench::seed_count);
  return {[=] { benchmark::DoNotOptimize(aril::page_rank_push(people, seeds, {.threshold = push_threshold, .threads = threads})); },
          seeds.size()};
}

Work triangles(const Links& links, std::size_t threads) {
  const auto people = aril::bench::people_of(links);
  return {[=] { benchmark::DoNotOptimize(aril::embeddedness(people, {.threads = threads})); }, people.view().columns.size() / 2};
}

int chains_answered(const Links& links, const std::string& folder) {
  const aril::Introducer introducer(aril::bench::graph_of(links));
  std::vector<std::uint32_t> counts;
  std::vector<std::uint32_t> chains;  // of each its strength, then its vertices, filled up to four
  const auto pairs = pairs_of(links, pairs_at_peer);
  const auto lists = introducer.between(pairs, {});
  for (std::size_t pair = 0; pair < lists.size(); ++pair) {
    counts.push_back(static_cast<std::uint32_t>(lists.strengths(pair).size()));
    for (std::size_t rank = 0; rank < lists.strengths(pair).size(); ++rank) {
      const aril::Introduction chain = lists.introduction(pair, rank);
      chains.push_back(chain.strength);
      for (const VertexRow vertex : chain.vertices) chains.push_back(vertex.value);
      chains.resize((chains.size() + 4) / 5 * 5, 0xffffffffU);
    }
  }
  return write_numbers(counts, folder + "/counts.u32") + write_numbers(chains, folder + "/chains.u32");
}

int batch_answered(const Links& links, const std::string& folder) {
  const aril::Introducer introducer(aril::bench::graph_of(links));
  const aril::SparseMatrix best = aril::referral_strengths(introducer, residents_of(links));
  return write_numbers(best.offsets, folder + "/offsets.u64") + write_numbers(best.columns, folder + "/employers.u32") +
         write_numbers(best.values, folder + "/strengths.u16");
}

int pagerank_answered(const Links& links, const std::string& folder) {
  const aril::PageRanks ranks = aril::page_rank(aril::bench::people_of(links), seeds_of(links, seeds_at_peer));
  return write_numbers(ranks.ranks, folder + "/ranks.f64") + write_numbers(ranks.error_bounds, folder + "/bounds.f64");
}

int push_answered(const Links& links, const std::string& folder) {
  const aril::SparseRanks found =
      aril::page_rank_push(aril::bench::people_of(links), seeds_of(links, seeds_at_peer), {.threshold = push_threshold});
  return write_numbers(found.offsets, folder + "/offsets.u64") + write_numbers(found.vertices, folder + "/people.u32") +
         write_numbers(found.ranks, folder + "/ranks.f64") + write_numbers(found.error_bounds, folder + "/bounds.f64");
}

// One a link between people, in the order of source, then target.
int triangles_answered(const Links& links, const std::string& folder) {
  return write_numbers(aril::embeddedness(aril::bench::people_of(links)), folder + "/counts.u32");
}

struct CaseKind {
  const char* name;
  Work (*work)(const Links&, std::size_t threads);
  int (*answer)(const Links&, const std::string& folder);
};
constexpr std::array<CaseKind, 5> kinds{{{"chains", chains, chains_answered},
                                         {"batch", batch, batch_answered},
                                         {"pagerank", pagerank, pagerank_answered},
                                         {"push", push, push_answered},
                                         {"triangles", triangles, triangles_answered}}};

void time_case(benchmark::State& state, const CaseKind& kind, const std::string& order, std::size_t threads) {
  const Work work = kind.work(links_of(order), threads);
  for (auto _ : state) work.once();
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(work.items));
}

void register_benchmarks() {
  for (const CaseKind& kind : kinds) {
    for (const std::string order : {"place", "shuffled"}) {
      for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) {
        const std::string name = kind.name + std::string(order == "place" ? "" : "-shuffled") + "/" + std::to_string(threads);
        benchmark::RegisterBenchmark(name.c_str(), [=, &kind](benchmark::State& state) { time_case(state, kind, order, threads); })
            ->UseRealTime()
            ->Unit(benchmark::kSecond);
      }
    }
  }
}

int answer(const Case& one, const std::string& folder) {
  for (const CaseKind& kind : kinds) {
    if (kind.name == one.name) return kind.answer(links_of(one.order), folder);
  }
  return 1;
}

}  // namespace

int main(int count, char** words) {
  if (count == 4 && std::string(words[1]) == "--write-input") return aril::bench::write_input(links_of(words[2]), words[3]);
  if (count == 4 && std::string(words[1]) == "--answers") return answer(case_of(words[2]), words[3]);
  register_benchmarks();
  benchmark::Initialize(&count, words);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
