// What the referral bench is about: links of a made-up district, numbered by place or shuffled, and the questions asked of them. Each made once.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/compressed_rows.hpp"
#include "aril/referral/graph.hpp"
#include "aril/sample/links.hpp"

namespace aril::bench {

inline constexpr std::array<std::string_view, 2> orders{"place", "shuffled"};

// Errors: Error{unknown_id} for an order that is none of the two.
[[nodiscard]] const sample::Links& links_of(const std::string& order);

// Drawn at random for an order.
struct Questions {
  std::vector<std::uint32_t>
      pairs;  // two a pair, resident and employer; for three in four the employer of somebody known over one link or two
  std::vector<std::uint32_t> seeds;  // people
};
inline constexpr std::size_t pair_count = 200'000;
inline constexpr std::size_t seed_count = 1'000;
[[nodiscard]] Questions questions_of(const sample::Links& links);

// Vertices have the rows that they have in `links`.
[[nodiscard]] ReferralGraph graph_of(const sample::Links& links);
// The links between people, these numbered from 0.
[[nodiscard]] CompressedRows people_of(const sample::Links& links);

// As bench/peers/referral_input.py says. Returns: what main() returns, 0 where it went well.
[[nodiscard]] int write_input(const sample::Links& links, const std::string& folder);

}  // namespace aril::bench
