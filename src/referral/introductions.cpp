#include "aril/referral/introductions.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "contact_set.hpp"
#include "long_chains.hpp"
#include "short_chains.hpp"

namespace aril {
namespace {

constexpr std::size_t longest_short_chain = 3;
constexpr std::size_t pairs_a_block = 1024;

void check_options(const IntroductionOptions& options) {
  if (options.k == 0) throw Error(ErrorCode::invalid_option, {"", 0, 0, "k"}, "at least 1", "0");
  if (options.hops == 0) throw Error(ErrorCode::invalid_option, {"", 0, 0, "hops"}, "at least 1", "0");
}

void check_pair(const ReferralGraph& graph, const IntroductionPair& pair) {
  const auto check = [&](const char* field, VertexRow row, bool employer, const char* expected) {
    const bool is_vertex = row.index() < graph.vertex_count();
    if (is_vertex && graph.is_employer(row) == employer) return;
    throw Error(ErrorCode::out_of_range, {"", 0, 0, field}, expected,
                is_vertex ? "'" + std::string(graph.id(row)) + "'" : "the row " + std::to_string(row.value));
  };
  check("person", pair.person, false, "a person of the graph");
  check("employer", pair.employer, true, "an employer of the graph");
}

// What one worker needs to answer pairs, ready for one employer at a time.
class PairSearch {
 public:
  explicit PairSearch(const ChainRows& rows) : rows_(&rows), short_search_(rows), long_search_(rows) {}

  // Calls visit(strength, introducers) for each chain, best first.
  template <class Visit>
  void run(const IntroductionPair& pair, const IntroductionOptions& options, Visit&& visit) {
    const std::uint32_t employer = rows_->number_of(pair.employer);
    if (employer != employer_) contacts_.assign(rows_->contacts_of(employer));
    employer_ = employer;
    if (options.hops <= longest_short_chain) {
      for (const ShortChain& chain : short_search_.run(pair.person.value, employer, contacts_, options)) {
        const VertexRow introducers[] = {VertexRow(chain.first), VertexRow(chain.second)};
        visit(chain.strength, std::span(introducers).first(chain.hops - 1U));
      }
    } else {
      for (const Introduction& chain : long_search_.run(pair.person.value, employer, contacts_, options)) {
        visit(chain.strength, chain.introducers());
      }
    }
  }

 private:
  const ChainRows* rows_;
  std::uint32_t employer_ = ChainRows::no_employer;
  ContactSet contacts_;
  ShortChainSearch short_search_;
  LongChainSearch long_search_;
};

// The chains of a block's pairs, one after the other.
struct BlockOfChains {
  std::vector<Strength> strengths;
  std::vector<std::uint32_t> introducer_counts;
  std::vector<VertexRow> introducers;
};

// Pairs by employer, so that an employer's contacts are made ready once; else in the order given.
std::vector<std::uint32_t> order_by_employer(const ChainRows& rows, std::span<const IntroductionPair> pairs) {
  std::vector<std::uint32_t> next(rows.employer_count() + 1, 0);
  for (const IntroductionPair& pair : pairs) ++next[rows.number_of(pair.employer) + 1];
  for (std::size_t employer = 0; employer < rows.employer_count(); ++employer) next[employer + 1] += next[employer];
  std::vector<std::uint32_t> order(pairs.size());
  for (std::uint32_t i = 0; i < pairs.size(); ++i) order[next[rows.number_of(pairs[i].employer)]++] = i;
  return order;
}

}  // namespace

Introduction IntroductionLists::introduction(std::size_t pair, std::size_t rank) const {
  Introduction introduction{strengths(pair)[rank], {pairs_[pair].person}};
  const std::span<const VertexRow> between = introducers(pair, rank);
  introduction.vertices.insert(introduction.vertices.end(), between.begin(), between.end());
  introduction.vertices.push_back(pairs_[pair].employer);
  return introduction;
}

Introducer::Introducer(ReferralGraph graph) : graph_(std::move(graph)), rows_(Shared<const ChainRows>::made(graph_)) {}

std::vector<Introduction> Introducer::between(VertexRow person, VertexRow employer, const IntroductionOptions& options) const {
  check_options(options);
  check_pair(graph_, {person, employer});
  std::vector<Introduction> found;
  PairSearch(*rows_).run({person, employer}, options, [&](Strength strength, std::span<const VertexRow> introducers) {
    Introduction& introduction = found.emplace_back(Introduction{strength, {person}});
    introduction.vertices.insert(introduction.vertices.end(), introducers.begin(), introducers.end());
    introduction.vertices.push_back(employer);
  });
  return found;
}

IntroductionLists Introducer::between(std::span<const IntroductionPair> pairs, const IntroductionOptions& options,
                                      const Watch& watch) const {
  check_options(options);
  for (const IntroductionPair& pair : pairs) check_pair(graph_, pair);
  IntroductionLists lists;
  lists.pairs_.assign(pairs.begin(), pairs.end());
  lists.first_chains_.resize(pairs.size());
  lists.chain_counts_.resize(pairs.size());
  const std::vector<std::uint32_t> order = order_by_employer(*rows_, pairs);
  std::vector<BlockOfChains> blocks((pairs.size() + pairs_a_block - 1) / pairs_a_block);
  std::vector<PairSearch> searches(resolve_threads(options.threads), PairSearch(*rows_));
  for_each_block(pairs.size(), {options.threads, pairs_a_block}, watch, [&](std::size_t begin, std::size_t end, std::size_t worker) {
    BlockOfChains& block = blocks[begin / pairs_a_block];
    for (std::size_t i = begin; i < end; ++i) {
      if (i + 8 < end) rows_->prefetch_offsets(pairs[order[i + 8]].person.value);
      if (i + 4 < end) rows_->prefetch_people(pairs[order[i + 4]].person.value);
      lists.first_chains_[order[i]] = block.strengths.size();
      searches[worker].run(pairs[order[i]], options, [&](Strength strength, std::span<const VertexRow> introducers) {
        block.strengths.push_back(strength);
        block.introducer_counts.push_back(static_cast<std::uint32_t>(introducers.size()));
        block.introducers.insert(block.introducers.end(), introducers.begin(), introducers.end());
      });
      lists.chain_counts_[order[i]] = static_cast<std::uint32_t>(block.strengths.size() - lists.first_chains_[order[i]]);
    }
  });
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const std::size_t end = std::min(pairs.size(), (b + 1) * pairs_a_block);
    for (std::size_t i = b * pairs_a_block; i < end; ++i) lists.first_chains_[order[i]] += lists.strengths_.size();
    lists.strengths_.insert(lists.strengths_.end(), blocks[b].strengths.begin(), blocks[b].strengths.end());
    for (const std::uint32_t count : blocks[b].introducer_counts) {
      lists.introducer_offsets_.push_back(lists.introducer_offsets_.back() + count);
    }
    lists.introducers_.insert(lists.introducers_.end(), blocks[b].introducers.begin(), blocks[b].introducers.end());
  }
  return lists;
}

}  // namespace aril
