#include "link_rows.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "aril/core/parallel.hpp"

namespace aril {
void resize_links(ReferralGraph::Content& content, std::size_t count) {
  content.sources.resize(count);
  content.targets.resize(count);
  content.link_kinds.resize(count);
  content.strengths.resize(count);
  content.since.resize(count);
  content.consent.resize(count);
}

void fill_in_rows(ReferralGraph::Content& content) {
  const std::size_t vertices = content.kinds.size();
  content.in_offsets.assign(vertices + 1, 0);
  for (const VertexRow target : content.targets) ++content.in_offsets[target.index() + 1];
  for (std::size_t v = 0; v < vertices; ++v) content.in_offsets[v + 1] += content.in_offsets[v];
  std::vector<std::uint64_t> next(content.in_offsets.begin(), content.in_offsets.end() - 1);
  content.in_links.resize(content.targets.size());
  for (std::size_t link = 0; link < content.targets.size(); ++link) {
    content.in_links[next[content.targets[link].index()]++] = LinkRow(link);
  }
}

bool stands_before(const OutLink& a, const OutLink& b) noexcept {
  if (a.to != b.to) return a.to < b.to;
  return std::tuple(a.kind, b.strength, a.since, b.consent) < std::tuple(b.kind, a.strength, b.since, a.consent);
}

void LinkRowsBuilder::begin_placing() {
  for (std::size_t v = 1; v < offsets_.size(); ++v) offsets_[v] += offsets_[v - 1];
  next_.assign(offsets_.begin(), offsets_.end() - 1);
  links_.resize(offsets_.back());
}

void LinkRowsBuilder::finish(ReferralGraph::Content& content, std::size_t threads) {
  resize_links(content, links_.size());
  for_each_block(offsets_.size() - 1, {.threads = threads, .block_size = 4096}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
    for (std::size_t v = begin; v < end; ++v) {
      const auto first = links_.begin() + static_cast<std::ptrdiff_t>(offsets_[v]);
      const auto last = links_.begin() + static_cast<std::ptrdiff_t>(offsets_[v + 1]);
      if (!std::is_sorted(first, last, stands_before)) std::sort(first, last, stands_before);
      for (std::uint64_t i = offsets_[v]; i < offsets_[v + 1]; ++i) {
        content.sources[i] = VertexRow(v);
        content.targets[i] = links_[i].to;
        content.link_kinds[i] = links_[i].kind;
        content.strengths[i] = links_[i].strength;
        content.since[i] = links_[i].since;
        content.consent[i] = links_[i].consent;
      }
    }
  });
  content.out_offsets = std::move(offsets_);
  fill_in_rows(content);
}

}  // namespace aril
