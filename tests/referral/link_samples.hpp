// Links to measure: random ones of every kind, and the e-mail graph of an institution where the real data is.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <random>
#include <vector>

#include "aril/core/compressed_rows.hpp"

namespace aril::test {

// Directed, with loops and repeats, some vertices without links.
inline CompressedRows random_links(std::size_t vertices, std::size_t links, std::uint32_t seed) {
  std::mt19937 random(seed);
  std::vector<RowPair> pairs;
  for (std::size_t i = 0; i < links; ++i) {
    const auto row = static_cast<std::uint32_t>(random() % vertices);
    // Half of the links stay close, so that there are triangles.
    const auto column = static_cast<std::uint32_t>(random() % 2 == 0 ? random() % vertices : (row + random() % 6) % vertices);
    pairs.push_back({row, column});
  }
  return CompressedRows::from_pairs(vertices, pairs);
}

// 1,005 people, 25,571 directed links, 642 of them loops: see the data's README. None without the data.
inline std::optional<CompressedRows> email_links() {
  std::filesystem::path folder;
#ifdef ARIL_SOURCE_DIR
  folder = ARIL_SOURCE_DIR "/../shared/data";
#endif
  if (const char* stated = std::getenv("ARIL_REAL_DATA")) folder = stated;
  std::ifstream file(folder / "email_eu_core" / "email-Eu-core.txt");
  if (!file) return std::nullopt;
  std::vector<RowPair> pairs;
  for (RowPair pair; file >> pair.row >> pair.column;) pairs.push_back(pair);
  return CompressedRows::from_pairs(1'005, pairs);
}
inline constexpr const char* no_email_links = "no email_eu_core: set ARIL_REAL_DATA to the folder that holds it";

}  // namespace aril::test
