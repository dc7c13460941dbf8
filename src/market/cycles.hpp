// Cycles among rows that point upwards (broader concepts, parents).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace aril {

struct CycleSet {
  std::vector<std::uint32_t> members;  // all nodes that lie on a cycle with each other, rising
  std::vector<std::uint32_t> path;     // one cycle among them, its first node repeated at the end
};

// Pre: targets < up.size(). Order: by the smallest member. Cost: linear in nodes and links.
[[nodiscard]] std::vector<CycleSet> find_cycles(const std::vector<std::vector<std::uint32_t>>& up);

}  // namespace aril
