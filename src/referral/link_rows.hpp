// Puts links into compressed rows both ways.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "aril/referral/graph.hpp"

namespace aril {

// A link as it stands in the row of its source.
struct OutLink {
  VertexRow to;
  Date since;
  Strength strength = 0;
  LinkKind kind{};
  std::uint8_t consent = 0;
};

// The order of links of one source.
[[nodiscard]] bool stands_before(const OutLink& a, const OutLink& b) noexcept;

// Sizes all columns of links.
void resize_links(ReferralGraph::Content& content, std::size_t count);
// The rows by target, from the columns of links.
void fill_in_rows(ReferralGraph::Content& content);

// Collects links by source, in two passes over the same links in any order: first count() for each, then place() for each, then finish().
class LinkRowsBuilder {
 public:
  explicit LinkRowsBuilder(std::size_t vertices) : offsets_(vertices + 1, 0) {}

  void count(VertexRow from) noexcept { ++offsets_[from.index() + 1]; }
  void begin_placing();
  void place(VertexRow from, const OutLink& link) noexcept { links_[next_[from.index()]++] = link; }
  // Sorts every row and fills the columns of links.
  void finish(ReferralGraph::Content& content, std::size_t threads);

 private:
  std::vector<std::uint64_t> offsets_;
  std::vector<std::uint64_t> next_;
  std::vector<OutLink> links_;
};

}  // namespace aril
