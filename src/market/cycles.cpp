#include "cycles.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/strong_components.hpp>

namespace aril {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;

// From the smallest member along the smallest link inside the component, until a node comes again.
std::vector<std::uint32_t> walk_a_cycle(const std::vector<std::vector<std::uint32_t>>& up, const std::vector<int>& component,
                                        std::uint32_t start) {
  std::vector<std::uint32_t> path{start};
  while (true) {
    std::uint32_t next = 0xffffffffU;
    for (const std::uint32_t target : up[path.back()]) {
      if (component[target] == component[start]) next = std::min(next, target);
    }
    const auto seen = std::find(path.begin(), path.end(), next);
    if (seen != path.end()) {
      path.erase(path.begin(), seen);
      path.push_back(next);
      return path;
    }
    path.push_back(next);
  }
}

}  // namespace

std::vector<CycleSet> find_cycles(const std::vector<std::vector<std::uint32_t>>& up) {
  Graph graph(up.size());
  for (std::uint32_t node = 0; node < up.size(); ++node) {
    for (const std::uint32_t target : up[node]) boost::add_edge(node, target, graph);
  }
  std::vector<int> component(up.size());
  if (!up.empty()) boost::strong_components(graph, component.data());
  std::vector<std::vector<std::uint32_t>> members(up.size());
  for (std::uint32_t node = 0; node < up.size(); ++node) members[static_cast<std::size_t>(component[node])].push_back(node);
  std::vector<CycleSet> cycles;
  for (auto& nodes : members) {
    if (nodes.empty()) continue;
    const std::uint32_t first = nodes.front();
    const bool has_self_link = std::find(up[first].begin(), up[first].end(), first) != up[first].end();
    if (nodes.size() > 1 || has_self_link) cycles.push_back({nodes, walk_a_cycle(up, component, first)});
  }
  std::sort(cycles.begin(), cycles.end(), [](const CycleSet& a, const CycleSet& b) { return a.members.front() < b.members.front(); });
  return cycles;
}

}  // namespace aril
