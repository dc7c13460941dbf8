#include "case.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <span>

#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"

namespace aril::bench {
namespace {

// SplitMix64 of two numbers: the same vectors on every machine.
std::uint64_t mixed(std::uint64_t a, std::uint64_t b) noexcept {
  std::uint64_t x = a * 0x9e3779b97f4a7c15U + b + 1;
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9U;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebU;
  return x ^ (x >> 31);
}

int between(int least, int most, std::uint64_t random) noexcept {
  return least + static_cast<int>((random >> 32) * static_cast<std::uint64_t>(most - least + 1) >> 32);
}

// An entry of at most 27/127: 64 of them, drawn evenly, make a vector about as long as 1.
void write_vector(std::uint64_t table, std::size_t row, OccupationRow occupation, std::vector<float>& out) {
  const std::uint64_t own = mixed(table, row);
  const std::uint64_t topic = occupation.is_none() ? own : mixed(3, occupation.value);
  for (std::size_t i = 0; i < dimension; ++i) {
    const int entry = between(-18, 18, mixed(topic, i)) + between(-18, 18, mixed(own, i));
    out.push_back(own % 20 == 0 ? std::numeric_limits<float>::quiet_NaN() : static_cast<float>(entry) / 127.0F);
  }
}

OccupationRow occupation_of(const Residents& residents, std::size_t row) {
  for (const auto* list : {&residents.wanted_occupations, &residents.held_occupations}) {
    const std::span<const OccupationRow> occupations = (*list)[row];
    if (!occupations.empty()) return occupations.front();
  }
  return OccupationRow::none();
}

Vectors make_vectors(const Market& market) {
  Vectors vectors;
  for (std::size_t row = 0; row < market.residents().size(); ++row)
    write_vector(1, row, occupation_of(market.residents(), row), vectors.residents);
  for (std::size_t row = 0; row < market.postings().size(); ++row)
    write_vector(2, row, market.postings().occupations[row], vectors.postings);
  return vectors;
}

MatrixView<float> view(const std::vector<float>& vectors) { return {vectors.data(), vectors.size() / dimension, dimension, dimension}; }

}  // namespace

const Market& market_of(const std::string& size) {
  static std::map<std::string, Market> markets;
  auto place = markets.find(size);
  if (place == markets.end()) {
    const auto name = std::find(sample::size_names.begin(), sample::size_names.end(), size);
    if (name == sample::size_names.end()) throw Error(ErrorCode::unknown_id, {"", 0, 0, "size"}, "a size of the sample", size);
    place =
        markets.emplace(size, sample::district({.size = static_cast<sample::Size>(name - sample::size_names.begin()), .seed = seed})).first;
  }
  return place->second;
}

Case case_of(const std::string& name) {
  const std::size_t dash = name.find('-');
  return dash == std::string::npos ? Case{name, ""} : Case{name.substr(0, dash), name.substr(dash + 1)};
}

Policy policy_of(const Case& one) {
  Policy policy = Policy::standard();
  if (one.variant == "open") {
    for (RuleSetting& setting : policy.rules) setting.on = false;
  }
  if (one.variant == "dense") policy.weigh_for_resident("embedding", "20");
  return policy;
}

RankerInputs inputs_of(const Case& one) {
  RankerInputs inputs;
  if (one.variant == "dense") {
    const Vectors& vectors = vectors_of(one.size);
    inputs.terms.embedding = EmbeddingTerm(market_of(one.size), view(vectors.residents), view(vectors.postings));
  }
  return inputs;
}

const Vectors& vectors_of(const std::string& size) {
  static std::map<std::string, Vectors> made;
  auto place = made.find(size);
  if (place == made.end()) place = made.emplace(size, make_vectors(market_of(size))).first;
  return place->second;
}

}  // namespace aril::bench
