// Who can introduce whom: the best chains from a person to an employer. Exact, in the order of docs/definitions.md: higher strength, then fewer hops, then
// the lower rows of its vertices.
//
//   const aril::Introducer introducer(graph);
//   for (const aril::Introduction& chain : introducer.between(graph.vertex("ann"), graph.vertex("shop"))) say(sentence(graph, chain, language));
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "aril/core/language.hpp"
#include "aril/core/row.hpp"
#include "aril/core/watch.hpp"
#include "aril/referral/chain_rows.hpp"
#include "aril/referral/graph.hpp"

namespace aril {

// What is left of a strength behind one more link.
[[nodiscard]] constexpr Strength behind_link(Strength link, Strength rest) noexcept {
  return static_cast<Strength>(std::uint32_t{link} * rest >> 16);
}

struct Introduction {
  Strength strength = 0;
  std::vector<VertexRow> vertices;  // from the person, over the introducers, to the employer

  [[nodiscard]] std::size_t hops() const noexcept { return vertices.size() - 1; }
  [[nodiscard]] std::span<const VertexRow> introducers() const noexcept { return {vertices.data() + 1, vertices.size() - 2}; }
  bool operator==(const Introduction&) const = default;
};

struct IntroductionOptions {
  std::size_t k = 5;        // chains a pair, at least 1
  std::size_t hops = 3;     // links a chain, at most; at least 1
  std::size_t threads = 0;  // of a batch; 0: all that the machine has
};

struct IntroductionPair {
  VertexRow person;
  VertexRow employer;
};

// A batch's chains, in the order of its pairs; a pair's best first. A list that is short is short.
class IntroductionLists {
 public:
  [[nodiscard]] std::size_t size() const noexcept { return pairs_.size(); }
  [[nodiscard]] std::size_t chain_count() const noexcept { return strengths_.size(); }
  [[nodiscard]] const IntroductionPair& pair(std::size_t pair) const noexcept { return pairs_[pair]; }
  // The strengths of a pair's chains, best first.
  [[nodiscard]] std::span<const Strength> strengths(std::size_t pair) const noexcept {
    return {strengths_.data() + first_chains_[pair], chain_counts_[pair]};
  }
  // Pre: rank < strengths(pair).size().
  [[nodiscard]] std::span<const VertexRow> introducers(std::size_t pair, std::size_t rank) const noexcept {
    const std::size_t chain = first_chains_[pair] + rank;
    return {introducers_.data() + introducer_offsets_[chain], introducer_offsets_[chain + 1] - introducer_offsets_[chain]};
  }
  [[nodiscard]] Introduction introduction(std::size_t pair, std::size_t rank) const;

 private:
  friend class Introducer;
  std::vector<IntroductionPair> pairs_;
  std::vector<std::uint64_t> first_chains_;
  std::vector<std::uint32_t> chain_counts_;
  std::vector<Strength> strengths_;  // one a chain
  std::vector<std::uint64_t> introducer_offsets_{0};
  std::vector<VertexRow> introducers_;
};

// Holds the rows that chains use. Copying copies a pointer. Threads: any number of callers.
class Introducer {
 public:
  explicit Introducer(ReferralGraph graph);

  [[nodiscard]] const ReferralGraph& graph() const noexcept { return graph_; }
  [[nodiscard]] const ChainRows& rows() const noexcept { return *rows_; }

  // The k best chains, best first.
  // Errors: Error{invalid_option} for k or hops of 0; Error{out_of_range} for a row that is no person, or no employer, of the graph.
  // Cost, at most 3 hops: the rows of those contacts that may lead to the employer, and the employer's own. More hops: the links of all people within
  // hops - 2, for each hop; then a search that leaves out what can't reach the k-th best.
  [[nodiscard]] std::vector<Introduction> between(VertexRow person, VertexRow employer, const IntroductionOptions& options = {}) const;
  // The same for many pairs, in parallel; a pair may be named twice.
  // Errors: as above, before the work begins, and Error{cancelled}.
  [[nodiscard]] IntroductionLists between(std::span<const IntroductionPair> pairs, const IntroductionOptions& options = {},
                                          const Watch& watch = {}) const;

 private:
  ReferralGraph graph_;
  std::shared_ptr<const ChainRows> rows_;
};

// The chain in words: who asks whom, and how they know each other.
[[nodiscard]] std::string sentence(const ReferralGraph& graph, const Introduction& introduction, Language language = Language::english);

}  // namespace aril
