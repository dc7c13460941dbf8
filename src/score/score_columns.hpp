// Postings as the wide score reads them, by position in the order of scoring.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "aril/core/ragged.hpp"
#include "aril/core/row.hpp"
#include "packed_scores.hpp"

namespace aril {

struct ScoreColumns {
  std::vector<PostingRow> order;  // by position
  bool fits = false;              // whether all numbers fit their 16 bits; else terms are added one by one
  std::vector<std::uint32_t> occupation_pay;
  std::vector<std::uint32_t> place_week;
  std::vector<std::uint32_t> freshness_liking;
  std::vector<std::uint32_t> requirements;
  Ragged<std::uint32_t> positions_of_employer;

  [[nodiscard]] packed::PostingWords words() const noexcept {
    return {occupation_pay.data(), place_week.data(), freshness_liking.data(), requirements.data()};
  }
};

}  // namespace aril
