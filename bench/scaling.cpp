// How the cost grows with the number of postings: what `./dev bench scaling` times beside the threads of `./dev bench rank`.
//
//   aril_bench_scaling [Google Benchmark's options]            postings/N/real_time: a district of N postings, some residents, one thread
//   aril_bench_scaling --check N COUNT                         whether the lists of COUNT of these residents are those of explain() for all pairs
#include <benchmark/benchmark.h>

#include <map>
#include <string>

#include "common/brute_force.hpp"
#include "common/case.hpp"

namespace {

using aril::bench::k;

constexpr std::size_t residents = 20'000;

// Made once: a benchmark's function is called several times.
const aril::Market& market_with(std::size_t postings) {
  static std::map<std::size_t, aril::Market> markets;
  auto place = markets.find(postings);
  if (place == markets.end()) {
    const aril::sample::DistrictOptions options{
        .size = aril::sample::Size::district, .seed = aril::bench::seed, .residents = residents, .postings = postings};
    place = markets.emplace(postings, aril::sample::district(options)).first;
  }
  return place->second;
}

void rank_some(benchmark::State& state, std::size_t postings) {
  const aril::Ranker ranker(market_with(postings), aril::Policy::standard(), aril::sample::reference_date());
  for (auto _ : state) benchmark::DoNotOptimize(ranker.rank({.k = k, .threads = 1}));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(residents));
}

int check(std::size_t postings, std::size_t count) {
  const aril::Ranker ranker(market_with(postings), aril::Policy::standard(), aril::sample::reference_date());
  return aril::bench::agrees_with_brute_force(ranker, count) ? 0 : 1;
}

}  // namespace

int main(int count, char** words) {
  if (count == 4 && std::string(words[1]) == "--check") return check(std::stoul(words[2]), std::stoul(words[3]));
  for (std::size_t postings = 5'000; postings <= 80'000; postings *= 2) {
    benchmark::RegisterBenchmark(("postings/" + std::to_string(postings)).c_str(),
                                 [=](benchmark::State& state) { rank_some(state, postings); })
        ->UseRealTime()
        ->Unit(benchmark::kSecond);
  }
  benchmark::Initialize(&count, words);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
