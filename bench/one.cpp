// One resident at the counter: what `./dev bench one` times, one call at a time.
//
//   aril_bench_one --size SIZE --calls N --repeat R     percentiles of N calls, R times over, as one line of JSON
//   aril_bench_one --answers SIZE FILE                  the lists of these calls, as bench/common/answers.hpp writes them
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "aril/market/residents.hpp"
#include "common/answers.hpp"
#include "common/case.hpp"

namespace {

using aril::ResidentRow;
using aril::bench::k;
using aril::bench::market_of;
using Seconds = std::chrono::duration<double>;

// Residents in an order that has no neighbours beside each other, so that nothing of the one before helps the next.
std::vector<ResidentRow> spread(std::size_t residents, std::size_t calls) {
  const std::size_t step = residents * 382 / 1000 | 1U;
  std::vector<ResidentRow> rows;
  for (std::size_t call = 0; call < calls; ++call) rows.push_back(ResidentRow((call * step + call * step / residents) % residents));
  return rows;
}

std::vector<double> time_calls(const aril::Ranker& ranker, const std::vector<ResidentRow>& rows) {
  std::vector<double> seconds;
  std::size_t hits = 0;
  for (const ResidentRow row : rows) {
    const auto start = std::chrono::steady_clock::now();
    hits += ranker.rank(row, {.k = k}).hits().size();
    seconds.push_back(Seconds(std::chrono::steady_clock::now() - start).count());
  }
  if (hits == 0) std::fputs("nobody has a list\n", stderr);
  std::sort(seconds.begin(), seconds.end());
  return seconds;
}

aril::Ranker make_ranker(const std::string& size) { return {market_of(size), aril::Policy::standard(), aril::sample::reference_date()}; }

int report(const std::string& size, std::size_t calls, std::size_t repeat) {
  const aril::Ranker ranker = make_ranker(size);
  const std::vector<ResidentRow> rows = spread(market_of(size).residents().size(), calls);
  time_calls(ranker, {rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(calls / 10)});
  std::string p50;
  std::string p99;
  for (std::size_t turn = 0; turn < repeat; ++turn) {
    const std::vector<double> seconds = time_calls(ranker, rows);
    p50 += (turn == 0 ? "" : ", ") + std::to_string(seconds[calls / 2] * 1e9);
    p99 += (turn == 0 ? "" : ", ") + std::to_string(seconds[calls * 99 / 100] * 1e9);
  }
  std::printf("{\"calls\": %zu, \"p50_ns\": [%s], \"p99_ns\": [%s]}\n", calls, p50.c_str(), p99.c_str());
  return 0;
}

// Every resident by a call of its own.
int write_answers(const std::string& size, const std::string& file) {
  const aril::Ranker ranker = make_ranker(size);
  aril::RankedLists<ResidentRow> lists;
  for (std::size_t row = 0; row < market_of(size).residents().size(); ++row) {
    const auto one = ranker.rank(ResidentRow(row), {.k = k});
    lists.append(ResidentRow(row), one.at(0), one.eligible()[0]);
  }
  return aril::bench::write_answers(lists, file);
}

}  // namespace

int main(int count, char** words) {
  const std::vector<std::string> given(words + 1, words + count);
  if (given.size() == 3 && given[0] == "--answers") return write_answers(given[1], given[2]);
  if (given.size() == 6) return report(given[1], std::stoul(given[3]), std::stoul(given[5]));
  std::fputs("see bench/one.cpp\n", stderr);
  return 1;
}
