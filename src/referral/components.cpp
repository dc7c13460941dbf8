// Weak and strong components.
#include <algorithm>
#include <utility>

#include "aril/referral/proximity.hpp"

namespace aril {
namespace {

constexpr std::uint32_t unnumbered = 0xffffffffU;

// Any labels, numbered anew in the order in which vertices name them first.
Components numbered(std::vector<std::uint32_t> labels) {
  Components components;
  std::vector<std::uint32_t> number(labels.size(), unnumbered);
  for (std::uint32_t& label : labels) {
    if (number[label] == unnumbered) {
      number[label] = static_cast<std::uint32_t>(components.sizes.size());
      components.sizes.push_back(0);
    }
    label = number[label];
    ++components.sizes[label];
  }
  components.of = std::move(labels);
  return components;
}

std::uint32_t root_of(std::vector<std::uint32_t>& parents, std::uint32_t vertex) {
  while (parents[vertex] != vertex) {
    parents[vertex] = parents[parents[vertex]];
    vertex = parents[vertex];
  }
  return vertex;
}

// Tarjan's search, its own stack instead of the machine's.
class StrongSearch {
 public:
  explicit StrongSearch(RowsView links)
      : links_(links), order_(links.size(), unnumbered), low_(links.size()), labels_(links.size(), unnumbered) {}

  std::vector<std::uint32_t> labels() {
    for (std::uint32_t vertex = 0; vertex < links_.size(); ++vertex) {
      if (order_[vertex] == unnumbered) search(vertex);
    }
    return std::move(labels_);
  }

 private:
  struct Visit {
    std::uint32_t vertex;
    std::uint64_t next;  // link to look at
  };

  void enter(std::uint32_t vertex) {
    order_[vertex] = low_[vertex] = entered_++;
    open_.push_back(vertex);
    visits_.push_back({vertex, links_.offsets[vertex]});
  }

  void search(std::uint32_t start) {
    enter(start);
    while (!visits_.empty()) {
      Visit& visit = visits_.back();
      const std::uint32_t vertex = visit.vertex;
      if (visit.next == links_.offsets[vertex + 1]) {
        leave(vertex);
        continue;
      }
      const std::uint32_t to = links_.columns[visit.next++];
      if (order_[to] == unnumbered) {
        enter(to);
      } else if (labels_[to] == unnumbered) {
        low_[vertex] = std::min(low_[vertex], order_[to]);
      }
    }
  }

  void leave(std::uint32_t vertex) {
    visits_.pop_back();
    if (!visits_.empty()) low_[visits_.back().vertex] = std::min(low_[visits_.back().vertex], low_[vertex]);
    if (low_[vertex] != order_[vertex]) return;
    for (std::uint32_t member = unnumbered; member != vertex; open_.pop_back()) {
      member = open_.back();
      labels_[member] = vertex;
    }
  }

  RowsView links_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> low_;
  std::vector<std::uint32_t> labels_;
  std::vector<std::uint32_t> open_;
  std::vector<Visit> visits_;
  std::uint32_t entered_ = 0;
};

}  // namespace

std::uint32_t Components::largest() const noexcept { return sizes.empty() ? 0 : *std::ranges::max_element(sizes); }

Components weak_components(RowsView links) {
  std::vector<std::uint32_t> parents(links.size());
  for (std::uint32_t vertex = 0; vertex < links.size(); ++vertex) parents[vertex] = vertex;
  for (std::uint32_t vertex = 0; vertex < links.size(); ++vertex) {
    for (const std::uint32_t to : links[vertex]) {
      const std::uint32_t a = root_of(parents, vertex);
      const std::uint32_t b = root_of(parents, to);
      parents[std::max(a, b)] = std::min(a, b);
    }
  }
  for (std::uint32_t vertex = 0; vertex < links.size(); ++vertex) parents[vertex] = root_of(parents, vertex);
  return numbered(std::move(parents));
}

Components strong_components(RowsView links) { return numbered(StrongSearch(links).labels()); }

}  // namespace aril
