// The main job: ranks a sample district and shows what came of it.
#include <cstdio>
#include <exception>
#include <filesystem>
#include <iostream>
#include <stdexcept>

#include "aril/aril.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "options.hpp"
#include "real.hpp"
#include "report.hpp"
#include "shape.hpp"
#include "through_whom.hpp"

namespace demo {
namespace {

int run_sample(const Options& options) {
  const Stopwatch building;
  const aril::Market market = aril::sample::district({.size = options.size, .seed = options.seed});
  std::printf("%zu residents, %zu postings of four kinds, %zu grids, %zu skills: made in %.1f s\n\n", market.residents().size(),
              market.postings().size(), market.places().grid_ids.size(), market.taxonomy().skills().size(), building.seconds());
  std::fflush(stdout);
  if (options.shape) {
    print_shape(market, std::cout);
    return 0;
  }
  const Stopwatch compiling;
  const aril::Ranker ranker(market, aril::Policy::standard(), aril::sample::reference_date());
  const double compile_seconds = compiling.seconds();
  const Stopwatch ranking;
  const auto lists = ranker.rank({.k = options.k, .threads = options.threads});
  const double rank_seconds = ranking.seconds();
  const aril::Introducer introducer = introducer_of(market, options.seed);
  for (const aril::ResidentRow resident : handful(lists)) print_resident(ranker, &introducer, resident, std::cout);
  print_reach(ranker, options.threads, std::cout);

  std::filesystem::create_directories(options.out);
  const std::string file = options.out + "/lists.csv";
  write_lists(market, lists, file);
  std::uint64_t eligible = 0;
  for (const std::uint64_t of_resident : lists.eligible()) eligible += of_resident;
  const double pairs = static_cast<double>(market.residents().size()) * static_cast<double>(market.postings().size());
  std::printf(
      "\nEvery resident against every posting: %.0f pairs, %.1f %% eligible, ranked in %.2f s after %.2f s of compiling the rules (%.0f "
      "million pairs a second)\n",
      pairs, 100.0 * static_cast<double>(eligible) / pairs, rank_seconds, compile_seconds, pairs / rank_seconds / 1e6);
  std::printf("The full lists, %zu rows: %s\n", lists.hits().size(), file.c_str());
  return 0;
}

}  // namespace
}  // namespace demo

int main(int count, char** words) {
  try {
    const demo::Options options = demo::parse(count, words);
    if (options.help) {
      std::fputs(demo::usage, stdout);
      return 0;
    }
    return options.real_data.empty() ? demo::run_sample(options) : demo::run_real(options);
  } catch (const std::invalid_argument& error) {
    std::fprintf(stderr, "%s\n%s", error.what(), demo::usage);
    return 2;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
  }
}
