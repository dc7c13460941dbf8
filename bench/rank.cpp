// Ranking all residents of a sample: what `./dev bench rank` times. The driver, bench/run.py, first has the answers written (--answers) and compares them.
//
//   aril_bench_rank --write-market SIZE FOLDER | --answers SIZE FILE | [Google Benchmark's options]
#include <benchmark/benchmark.h>

#include <cstdio>
#include <map>
#include <memory>
#include <string>

#include "aril/aril.hpp"
#include "aril/score/curves.hpp"

namespace {

constexpr std::size_t k = 20;

aril::sample::Size size_of(const std::string& name) {
  return name == "district" ? aril::sample::Size::district : aril::sample::Size::community;
}

// Made once: a benchmark's function is called several times.
const aril::Market& market_of(const std::string& size) {
  static std::map<std::string, aril::Market> markets;
  auto place = markets.find(size);
  if (place == markets.end()) place = markets.emplace(size, aril::sample::district({.size = size_of(size), .seed = 7})).first;
  return place->second;
}

void count_pairs(benchmark::State& state, const aril::Market& market) {
  const auto pairs = static_cast<std::int64_t>(market.residents().size() * market.postings().size());
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) * pairs);
}

// Compiling the policy is part of the time: it holds work that depends on residents.
void rank_all(benchmark::State& state, const std::string& size, const aril::Policy& policy, std::size_t threads) {
  const aril::Market& market = market_of(size);
  for (auto _ : state) {
    const aril::Ranker ranker(market, policy, aril::sample::reference_date());
    benchmark::DoNotOptimize(ranker.rank({.k = k, .threads = threads}));
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

aril::Policy every_rule_off(const std::string& term) {
  aril::Policy policy = aril::Policy::standard();
  for (aril::RuleSetting& setting : policy.rules) setting.on = false;
  for (auto* side : {&policy.resident_weights, &policy.employer_weights}) {
    for (aril::TermWeight& entry : *side) {
      if (entry.term == "freshness") entry.term = term;
    }
  }
  return policy;
}

// Every pair is scored, the freshness by `term`; the ranker is made before the clock starts.
void score_all(benchmark::State& state, const std::string& term) {
  const aril::Market& market = market_of("community");
  aril::RankerInputs inputs;
  if (term == "own_freshness") inputs.terms.own.emplace_back(OwnFreshness(market, aril::sample::reference_date()));
  const aril::Ranker ranker(market, every_rule_off(term), aril::sample::reference_date(), std::move(inputs));
  for (auto _ : state) benchmark::DoNotOptimize(ranker.rank({.k = k, .threads = 1}));
  count_pairs(state, market);
}

void register_benchmarks() {
  for (const std::string size : {"community", "district"}) {
    for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) {
      benchmark::RegisterBenchmark((size + "/" + std::to_string(threads)).c_str(),
                                   [=](benchmark::State& state) { rank_all(state, size, aril::Policy::standard(), threads); })
          ->UseRealTime()
          ->Unit(benchmark::kSecond);
    }
  }
  for (const std::string term : {"freshness", "own_freshness"}) {
    benchmark::RegisterBenchmark((term + "/1").c_str(), [=](benchmark::State& state) { score_all(state, term); })
        ->UseRealTime()
        ->Unit(benchmark::kSecond);
  }
}

// Little-endian: residents, offsets (residents + 1), then posting rows and scores.
int write_answers(const std::string& size, const char* file) {
  const aril::Market& market = market_of(size);
  const aril::Ranker ranker(market, aril::Policy::standard(), aril::sample::reference_date());
  const auto lists = ranker.rank({.k = k});
  std::FILE* out = std::fopen(file, "wb");
  if (out == nullptr) return 1;
  const std::uint64_t residents = lists.size();
  std::fwrite(&residents, sizeof residents, 1, out);
  std::fwrite(lists.offsets().data(), sizeof(std::uint64_t), lists.offsets().size(), out);
  for (const aril::Hit& hit : lists.hits()) std::fwrite(&hit.posting.value, sizeof(std::uint32_t), 1, out);
  for (const aril::Hit& hit : lists.hits()) std::fwrite(&hit.score.value, sizeof(std::uint32_t), 1, out);
  return std::fclose(out);
}

}  // namespace

int main(int count, char** words) {
  if (count == 4 && std::string(words[1]) == "--write-market") {
    aril::io::write_market(market_of(words[2]), words[3]);
    return 0;
  }
  if (count == 4 && std::string(words[1]) == "--answers") return write_answers(words[2], words[3]);
  register_benchmarks();
  benchmark::Initialize(&count, words);
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
