#include "aril/core/cpu_level.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <vector>

namespace aril {
namespace {

// What the kernel says that the processor has; empty on other kinds of machines.
std::set<std::string> processor_flags() {
  std::ifstream file("/proc/cpuinfo");
  for (std::string line; std::getline(file, line);) {
    if (!line.starts_with("flags")) continue;
    std::istringstream words(line.substr(line.find(':') + 1));
    std::set<std::string> flags;
    for (std::string word; words >> word;) flags.insert(word);
    return flags;
  }
  return {};
}

TEST(CpuLevel, IsTheBestOfTheMachineUnlessToldOtherwise) {
  const std::set<std::string> flags = processor_flags();
  const auto has = [&](const std::vector<std::string>& wanted) {
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& flag) { return flags.contains(flag); });
  };
  CpuLevel expected = CpuLevel::scalar;
  if (has({"avx2", "fma", "bmi1", "bmi2"})) expected = CpuLevel::avx2;
  if (expected == CpuLevel::avx2 && has({"avx512f", "avx512vl", "avx512dq", "avx512bw", "avx512cd"})) expected = CpuLevel::avx512;
  if (expected == CpuLevel::avx512 && has({"avx512_vnni"})) expected = CpuLevel::avx512_vnni;
  EXPECT_EQ(best_cpu_level(), expected);
  EXPECT_EQ(cpu_level(), expected);
  use_cpu_level(CpuLevel::scalar);
  EXPECT_EQ(cpu_level(), CpuLevel::scalar);
  use_cpu_level(expected);
}

}  // namespace
}  // namespace aril
