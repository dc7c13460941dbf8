#include "aril/score/curves.hpp"

#include <gtest/gtest.h>

#include <cstdint>

namespace aril {
namespace {

// FNV-1a over the values' bytes, low byte first: a changed table changes every score.
template <class Values>
std::uint64_t checksum(const Values& values) {
  std::uint64_t hash = 14695981039346656037U;
  for (const TermValue value : values) {
    for (const unsigned byte : {value & 0xffU, unsigned{value} >> 8}) hash = (hash ^ byte) * 1099511628211U;
  }
  return hash;
}

TEST(Curves, HaveTheValuesOfTheDefinition) {
  EXPECT_EQ(commute_curve()[0], 65'535);
  EXPECT_EQ(commute_curve()[5], 65'535);
  EXPECT_EQ(commute_curve()[20], 32'768);  // half of 65,535 is 32,767.5: half up
  EXPECT_EQ(commute_curve()[35], 16'384);  // 16,383.75
  EXPECT_EQ(commute_curve()[253], 1);
  EXPECT_EQ(commute_curve()[254], 16'384);
  EXPECT_EQ(commute_curve()[255], 0);
  EXPECT_EQ(freshness(-5), 65'535);
  EXPECT_EQ(freshness(0), 65'535);
  EXPECT_EQ(freshness(14), 32'768);
  EXPECT_EQ(freshness(28), 16'384);
  EXPECT_EQ(freshness(10'000), 0);
}

TEST(Curves, HaveTheChecksumsThatEveryMachineShares) {
  std::array<TermValue, 300> days{};
  for (std::size_t day = 0; day < days.size(); ++day) days[day] = freshness(static_cast<std::int64_t>(day));
  EXPECT_EQ(checksum(commute_curve()), 8286495756871797835U);
  EXPECT_EQ(checksum(days), 13343254081140349888U);
}

}  // namespace
}  // namespace aril
