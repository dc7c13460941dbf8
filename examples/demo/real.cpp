#include "real.hpp"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iostream>
#include <map>

#include "aril/io/esco.hpp"
#include "aril/io/nyc_jobs.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"
#include "report.hpp"

namespace demo {
namespace {

constexpr std::size_t resident_count = 2'000;

// How a title was mapped.
struct Mapped {
  std::uint32_t occupation = 0;
  std::uint32_t similarity = 0;
};

// Titles of postings onto occupations: the best match, where it is similar enough; a wrong occupation is worse than none.
class TitleMap {
 public:
  explicit TitleMap(const aril::Taxonomy& taxonomy) : taxonomy_(taxonomy) {}

  std::optional<std::string> operator()(std::string_view title) {
    const auto matches = taxonomy_.find_occupation(title);
    if (matches.empty() || matches[0].similarity < least_similarity) return std::nullopt;
    mapped_[std::string(title)] = {matches[0].row, matches[0].similarity};
    return std::string(taxonomy_.occupations().ids[matches[0].row]);
  }
  [[nodiscard]] const std::map<std::string, Mapped>& mapped() const { return mapped_; }

  static constexpr std::uint32_t least_similarity = 39'321;  // 0.60: below it most matches are wrong (docs/title_lookup.md)

 private:
  const aril::Taxonomy& taxonomy_;
  std::map<std::string, Mapped> mapped_;
};

// A small generator with the same numbers everywhere (SplitMix64).
class Draw {
 public:
  std::uint64_t below(std::uint64_t limit) {
    state_ += 0x9e3779b97f4a7c15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return (z ^ (z >> 31)) % limit;
  }

 private:
  std::uint64_t state_ = 2019;
};

// People whose trade is an ESCO occupation: they hold four in five of its essential skills and want to stay in it.
void add_residents(aril::MarketBuilder& builder, const aril::Taxonomy& taxonomy, const std::vector<std::uint32_t>& mapped_occupations) {
  Draw draw;
  for (std::size_t i = 0; i < resident_count; ++i) {
    // Two in three come from occupations that the postings name, so that there is something to find.
    const bool from_mapped = !mapped_occupations.empty() && draw.below(3) != 0;
    std::uint32_t occupation = 0;
    do {
      occupation = static_cast<std::uint32_t>(from_mapped ? mapped_occupations[draw.below(mapped_occupations.size())]
                                                          : draw.below(taxonomy.occupations().size()));
    } while (taxonomy.occupations().is_group[occupation] != 0);
    aril::ResidentRecord record;
    char id[16];
    std::snprintf(id, sizeof id, "N%05zu", i);
    record.id = id;
    const std::string name(taxonomy.occupations().ids[occupation]);
    record.wanted_occupations = {{name}};
    record.held_occupations = {{name}};
    record.skills.emplace();
    for (const aril::Requirement& asked : taxonomy.asks(aril::OccupationRow(occupation))) {
      if (asked.must && draw.below(5) != 0) record.skills->push_back({std::string(taxonomy.skills().ids[asked.skill.index()]), 0});
    }
    builder.add(std::move(record));
  }
}

void print_mapping(const TitleMap& titles, std::size_t distinct, const aril::Taxonomy& taxonomy, std::ostream& out) {
  std::vector<std::uint32_t> similarities;
  for (const auto& [title, mapped] : titles.mapped()) similarities.push_back(mapped.similarity);
  std::sort(similarities.begin(), similarities.end());
  const auto share = [](std::uint32_t value) { return static_cast<double>(value) / 65'535; };
  std::printf("  %zu of %zu different titles mapped at a similarity of at least %.2f", similarities.size(), distinct,
              share(TitleMap::least_similarity));
  if (!similarities.empty())
    std::printf(" (median %.2f, %zu exact)", share(similarities[similarities.size() / 2]),
                static_cast<std::size_t>(std::count(similarities.begin(), similarities.end(), 65'535U)));
  std::printf("\n  ten for the eye:\n");
  std::fflush(stdout);
  std::size_t i = 0;
  const std::size_t step = std::max<std::size_t>(1, titles.mapped().size() / 10);
  std::size_t shown = 0;
  for (const auto& [title, mapped] : titles.mapped()) {
    if (i++ % step != 0 || shown++ == 10) continue;
    char similarity[8];
    std::snprintf(similarity, sizeof similarity, "%.2f", share(mapped.similarity));
    out << "    " << similarity << "  " << title << "  ->  " << taxonomy.occupations().title(mapped.occupation) << "\n";
  }
}

}  // namespace

int run_real(const Options& options) {
  const Stopwatch loading;
  aril::MarketBuilder taxonomy_builder;
  std::vector<aril::Problem> esco_problems;
  const aril::io::EscoOptions lenient{aril::Strictness::lenient, &esco_problems};
  const aril::io::EscoCounts esco = aril::io::read_esco(options.real_data + "/esco", taxonomy_builder, lenient);
  const aril::Market words = taxonomy_builder.build(aril::Strictness::lenient);
  const aril::Taxonomy& taxonomy = words.taxonomy();
  std::cout << "ESCO: " << esco.occupations << " occupations, " << esco.skills << " skills, " << esco.relations << " relations, "
            << esco.dangling_relations << " dangling, " << esco_problems.size() << " problems reported\n";

  aril::MarketBuilder builder;
  builder.set({"USD", "New York City", ""});
  (void)aril::io::read_esco(options.real_data + "/esco", builder, {aril::Strictness::lenient, nullptr});
  TitleMap titles(taxonomy);
  std::size_t distinct = 0;
  aril::io::NycOptions nyc_options;
  nyc_options.occupation_of = [&](std::string_view title) { return ++distinct, titles(title); };
  nyc_options.adjust = [&](aril::PostingRecord& posting) {
    if (!posting.occupation) return;
    const auto row = taxonomy.occupations().ids.find(*posting.occupation);
    posting.nice_skills.emplace();
    for (const aril::Requirement& asked : taxonomy.asks(aril::OccupationRow(*row))) {
      if (asked.must) posting.nice_skills->push_back({std::string(taxonomy.skills().ids[asked.skill.index()]), 0, {}});
    }
  };
  const aril::io::NycCounts nyc = aril::io::read_nyc_jobs(options.real_data + "/nyc_jobs/nyc-jobs.csv", builder, nyc_options);
  std::vector<std::uint32_t> mapped_occupations;
  for (const auto& [title, mapped] : titles.mapped()) mapped_occupations.push_back(mapped.occupation);
  add_residents(builder, taxonomy, mapped_occupations);
  std::vector<aril::Problem> problems;
  const aril::Market market = builder.build(aril::Strictness::lenient, &problems);
  std::int64_t seats = 0;
  for (const std::int64_t of_posting : market.postings().seats) seats += of_posting;
  std::cout << "New York City: " << nyc.rows << " rows with " << nyc.seats << " openings; " << market.postings().size() << " postings with "
            << seats << " openings in the market, " << problems.size() << " rows reported and left out, " << market.employers().size()
            << " agencies\n";
  if (!problems.empty()) std::cout << "  the first: " << problems.front().message() << "\n";
  print_mapping(titles, distinct, taxonomy, std::cout);
  std::cout << "Loaded in " << loading.seconds() << " s\n\n";

  const Stopwatch ranking;
  const aril::Ranker ranker(market, aril::Policy::standard(), aril::Date(2019, 3, 19));
  const auto lists = ranker.rank({.k = options.k, .threads = options.threads, .most_per_employer = 5});
  const double seconds = ranking.seconds();
  for (const aril::ResidentRow resident : {aril::ResidentRow(1), aril::ResidentRow(4), aril::ResidentRow(11)})
    print_resident(ranker, nullptr, resident, std::cout);
  std::filesystem::create_directories(options.out);
  const std::string file = options.out + "/real_lists.csv";
  write_lists(market, lists, file);
  const double pairs = static_cast<double>(market.residents().size()) * static_cast<double>(market.postings().size());
  std::printf("%zu residents x %zu postings ranked in %.2f s (%.0f million pairs a second); lists: %s\n", market.residents().size(),
              market.postings().size(), seconds, pairs / seconds / 1e6, file.c_str());
  std::printf("This service uses the ESCO classification of the European Commission.\n");
  return 0;
}

}  // namespace demo
