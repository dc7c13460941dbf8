// Small graphs for tests, by hand or drawn from a seed.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "aril/referral/graph.hpp"

namespace aril::test {

inline VertexRecord person(std::string id) { return {.id = std::move(id), .title = {}, .kind = VertexKind::resident}; }
inline VertexRecord employer(std::string id) { return {.id = std::move(id), .title = {}, .kind = VertexKind::employer}; }

inline std::uint32_t draw(std::mt19937& random, std::uint32_t below) { return static_cast<std::uint32_t>(random() % below); }

struct LinkArrays {
  std::vector<std::uint32_t> from;
  std::vector<std::uint32_t> to;
  std::vector<Strength> strengths;
  std::vector<std::uint8_t> consent;
  [[nodiscard]] LinkColumns columns() const { return {.from = from, .to = to, .strengths = strengths, .consent = consent}; }
  void add(std::uint32_t source, std::uint32_t target, std::uint32_t strength, bool agreed) {
    from.push_back(source);
    to.push_back(target);
    strengths.push_back(static_cast<Strength>(strength));
    consent.push_back(agreed ? 1 : 0);
  }
};

}  // namespace aril::test
