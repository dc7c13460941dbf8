// The oracle: walks every path link by link as docs/definitions.md says, then sorts.
#pragma once

#include <algorithm>
#include <tuple>
#include <vector>

#include "aril/referral/introductions.hpp"

namespace aril::test {

class EveryChain {
 public:
  EveryChain(const ReferralGraph& graph, VertexRow person, VertexRow employer, std::size_t hops) : graph_(graph), employer_(employer) {
    path_.push_back(person);
    walk(hops);
    std::sort(found_.begin(), found_.end(), [](const Introduction& a, const Introduction& b) {
      return std::tuple(b.strength, a.hops(), a.vertices) < std::tuple(a.strength, b.hops(), b.vertices);
    });
  }
  [[nodiscard]] std::vector<Introduction> best(std::size_t k) const {
    return {found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(std::min(k, found_.size()))};
  }

 private:
  [[nodiscard]] int strongest_with_consent(VertexRow from, VertexRow to) const {
    int strongest = -1;
    for (const LinkRow link : graph_.out_links(from)) {
      if (graph_.target(link) == to && graph_.has_consent(link)) strongest = std::max<int>(strongest, graph_.strength(link));
    }
    return strongest;
  }
  void walk(std::size_t left) {
    if (left == 0) return;
    for (std::size_t v = 0; v < graph_.vertex_count(); ++v) {
      const VertexRow next(v);
      if (strongest_with_consent(path_.back(), next) < 0 || std::find(path_.begin(), path_.end(), next) != path_.end()) continue;
      path_.push_back(next);
      if (next == employer_) keep();
      if (!graph_.is_employer(next)) walk(left - 1);
      path_.pop_back();
    }
  }
  void keep() {
    std::uint32_t fold = static_cast<std::uint32_t>(strongest_with_consent(path_[path_.size() - 2], path_.back()));
    for (std::size_t i = path_.size() - 2; i-- > 0;) {
      fold = static_cast<std::uint32_t>(strongest_with_consent(path_[i], path_[i + 1])) * fold >> 16;
    }
    if (fold != 0) found_.push_back({static_cast<Strength>(fold), path_});
  }

  const ReferralGraph& graph_;
  VertexRow employer_;
  std::vector<VertexRow> path_;
  std::vector<Introduction> found_;
};

}  // namespace aril::test
