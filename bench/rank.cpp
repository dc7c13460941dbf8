// Ranking a whole sample: what `./dev bench rank` times. Its driver, bench/run_rank.py, first has the answers written (--answers) and compares them.
//
//   aril_bench_rank --write-market SIZE FOLDER | --write-policy CASE FILE | --write-vectors SIZE FOLDER | --answers CASE FILE
//                   | --check SIZE COUNT (lists of so many residents against a full sort) | [Google Benchmark's options]
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/score/curves.hpp"
#include "common/answers.hpp"
#include "common/brute_force.hpp"
#include "common/case.hpp"

namespace {

using aril::bench::Case;
using aril::bench::case_of;
using aril::bench::k;
using aril::bench::market_of;

void count_pairs(benchmark::State& state, const aril::Market& market) {
  const auto pairs = static_cast<std::int64_t>(market.residents().size() * market.postings().size());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * pairs);
}

aril::Ranker make_ranker(const Case& one) {
  return {market_of(one.size), aril::bench::policy_of(one), aril::sample::reference_date(), aril::bench::inputs_of(one)};
}

void rank_once(const aril::Ranker& ranker, const Case& one, std::size_t threads) {
  if (one.variant == "reverse") {
    benchmark::DoNotOptimize(ranker.rank_residents({.k = k, .threads = threads}));
  } else {
    benchmark::DoNotOptimize(ranker.rank({.k = k, .threads = threads}));
  }
}

// Making the ranker is a figure of its own, as the peers' preparation is. Embeddings are quantised before either clock starts. A peer repeats in one process,
// so that all but its first time its memory is there; here each repetition is its own, so it ranks once before the clock starts.
void rank_all(benchmark::State& state, const Case& one, std::size_t threads) {
  const aril::RankerInputs inputs = aril::bench::inputs_of(one);
  const aril::Policy policy = aril::bench::policy_of(one);
  const aril::Market& market = market_of(one.size);
  const auto start = std::chrono::steady_clock::now();
  const aril::Ranker ranker(market, policy, aril::sample::reference_date(), inputs);
  state.counters["preparation"] = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  rank_once(ranker, one, threads);
  for (auto _ : state) rank_once(ranker, one, threads);
  count_pairs(state, market);
}

// The lists of a million never stand in memory together. Returns the hits.
std::size_t rank_streamed(const aril::Ranker& ranker, std::size_t threads) {
  std::size_t hits = 0;
  ranker.stream({.k = k, .threads = threads}, [&](const aril::RankedLists<aril::ResidentRow>& lists) { hits += lists.hits().size(); });
  return hits;
}

void rank_province(benchmark::State& state, std::size_t threads) {
  const aril::Market& market = market_of("province");
  for (auto _ : state) {
    const aril::Ranker ranker(market, aril::Policy::standard(), aril::sample::reference_date());
    benchmark::DoNotOptimize(rank_streamed(ranker, threads));
  }
  count_pairs(state, market);
}

// The built-in freshness as a user would write it: what a term of one's own costs over a built-in one.
struct OwnFreshness {
  OwnFreshness(const aril::Market& market, aril::Date as_of) {
    for (const aril::Date posted : market.postings().posted) {
      values_of.push_back(posted.is_none() ? aril::usual_neutral : aril::freshness(std::int64_t{as_of.days()} - posted.days()));
    }
  }
  std::string_view name() const { return "own_freshness"; }
  aril::TermValue neutral() const { return aril::usual_neutral; }
  void operator()(aril::ResidentRow, std::span<const aril::PostingRow> postings, std::span<aril::TermValue> values) const {
    for (std::size_t i = 0; i < postings.size(); ++i) values[i] = values_of[postings[i].index()];
  }
  std::vector<aril::TermValue> values_of;
};

aril::Policy with_freshness_by(const std::string& term) {
  aril::Policy policy = aril::bench::policy_of(case_of("community-open"));
  for (auto* side : {&policy.resident_weights, &policy.employer_weights}) {
    for (aril::TermWeight& entry : *side) {
      if (entry.term == "freshness") entry.term = term;
    }
  }
  return policy;
}

// Every pair is scored, the freshness by `term`; the ranker is made before the clock starts.
void score_all(benchmark::State& state, const std::string& size, const std::string& term) {
  const aril::Market& market = market_of(size);
  aril::RankerInputs inputs;
  if (term == "own_freshness") inputs.terms.own.emplace_back(OwnFreshness(market, aril::sample::reference_date()));
  const aril::Ranker ranker(market, with_freshness_by(term), aril::sample::reference_date(), std::move(inputs));
  for (auto _ : state) benchmark::DoNotOptimize(ranker.rank({.k = k, .threads = 1}));
  count_pairs(state, market);
}

void register_benchmarks() {
  for (const std::string name : {"community", "district", "district-open", "district-reverse", "district-dense"}) {
    for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) {
      benchmark::RegisterBenchmark((name + "/" + std::to_string(threads)).c_str(),
                                   [=](benchmark::State& state) { rank_all(state, case_of(name), threads); })
          ->UseRealTime()
          ->Unit(benchmark::kSecond);
    }
  }
  benchmark::RegisterBenchmark("province/2", [](benchmark::State& state) { rank_province(state, 2); })
      ->UseRealTime()
      ->Unit(benchmark::kSecond);
  for (const std::string size : {"community", "district"}) {
    for (const std::string term : {"freshness", "own_freshness"}) {
      benchmark::RegisterBenchmark((size + "-" + term + "/1").c_str(), [=](benchmark::State& state) { score_all(state, size, term); })
          ->UseRealTime()
          ->Unit(benchmark::kSecond);
    }
  }
}

int write_answers(const Case& one, const std::string& file) {
  const aril::Ranker ranker = make_ranker(one);
  return one.variant == "reverse" ? aril::bench::write_answers(ranker.rank_residents({.k = k}), file)
                                  : aril::bench::write_answers(ranker.rank({.k = k}), file);
}

int write_vectors(const std::string& size, const std::string& folder) {
  const aril::bench::Vectors& vectors = aril::bench::vectors_of(size);
  return aril::bench::write_numbers(vectors.residents, folder + "/residents.f32") +
         aril::bench::write_numbers(vectors.postings, folder + "/postings.f32");
}

int write(const std::string& what, const std::string& name, const std::string& place) {
  if (what == "--write-market") aril::io::write_market(market_of(name), place);
  if (what == "--write-policy") return aril::bench::write_text(aril::bench::policy_of(case_of(name)).to_json(), place);
  if (what == "--write-vectors") return write_vectors(name, place);
  if (what == "--answers") return write_answers(case_of(name), place);
  if (what == "--check") return aril::bench::agrees_with_brute_force(make_ranker(case_of(name)), std::stoul(place)) ? 0 : 1;
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count == 4) return write(words[1], words[2], words[3]);
  register_benchmarks();
  benchmark::Initialize(&count, words);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
