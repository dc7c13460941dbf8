// Who knows whom: people and employers as vertices, links with a kind, a strength, a date and consent, in compressed rows both ways. An immutable snapshot;
// copying it copies a pointer. Owns no algorithm.
//
//   aril::ReferralGraph graph = aril::make_referral_graph(vertices, {.from = from, .to = to, .strengths = strengths, .consent = consent});
//   for (aril::LinkRow link : graph.out_links(graph.vertex("ann"))) use(graph.id(graph.target(link)), graph.strength(link));
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/error.hpp"
#include "aril/core/id_table.hpp"
#include "aril/core/language.hpp"
#include "aril/core/row.hpp"
#include "aril/core/row_range.hpp"
#include "aril/market/concept_table.hpp"
#include "aril/market/links.hpp"
#include "aril/market/market_builder.hpp"
#include "aril/units/date.hpp"
#include "aril/units/strength.hpp"

namespace aril {

struct Link {
  VertexRow from;
  VertexRow to;
  LinkKind kind = LinkKind::other;
  Strength strength = 0;
  Date since = Date::none();
  bool consent = false;  // not stated is no
  bool operator==(const Link&) const = default;
};

// Threads: any number of readers.
class ReferralGraph {
 public:
  // Shapes: n vertices in the order of their ids' bytes; m links in the order of where they start, then where they end, then kind, falling strength,
  // date (none first), consent (yes first). Parallel links all stand there.
  struct Content {
    IdTable ids;
    TitleColumns titles;
    std::vector<VertexKind> kinds;           // n
    std::vector<std::uint64_t> out_offsets;  // n + 1: the links of vertex v are out_offsets[v] .. out_offsets[v + 1]
    std::vector<VertexRow> sources;          // m
    std::vector<VertexRow> targets;          // m
    std::vector<LinkKind> link_kinds;        // m
    std::vector<Strength> strengths;         // m
    std::vector<Date> since;                 // m
    std::vector<std::uint8_t> consent;       // m: 1 yes, 0 no or not stated
    std::vector<std::uint64_t> in_offsets;   // n + 1
    std::vector<LinkRow> in_links;           // m: the links that end at a vertex, in rising order
  };

  ReferralGraph();  // no vertex
  // Pre: the shapes and orders above.
  explicit ReferralGraph(Content content);

  [[nodiscard]] std::size_t vertex_count() const noexcept { return content_->kinds.size(); }
  [[nodiscard]] std::size_t link_count() const noexcept { return content_->targets.size(); }
  [[nodiscard]] const Content& content() const noexcept { return *content_; }

  [[nodiscard]] std::string_view id(VertexRow vertex) const noexcept { return content_->ids[vertex.index()]; }
  [[nodiscard]] VertexKind kind(VertexRow vertex) const noexcept { return content_->kinds[vertex.index()]; }
  [[nodiscard]] bool is_employer(VertexRow vertex) const noexcept { return kind(vertex) == VertexKind::employer; }
  // The title in this language, else in the other, else the id.
  [[nodiscard]] std::string_view name(VertexRow vertex, Language language = Language::english) const noexcept;
  [[nodiscard]] std::optional<VertexRow> find(std::string_view id) const noexcept;
  // Errors: Error{unknown_id} that names the id.
  [[nodiscard]] VertexRow vertex(std::string_view id) const;

  // LinkRows, in rising order.
  [[nodiscard]] RowRange<LinkRow> out_links(VertexRow vertex) const noexcept {
    return {content_->out_offsets[vertex.index()], content_->out_offsets[vertex.index() + 1]};
  }
  [[nodiscard]] std::span<const LinkRow> in_links(VertexRow vertex) const noexcept {
    const std::uint64_t begin = content_->in_offsets[vertex.index()];
    return {content_->in_links.data() + begin, static_cast<std::size_t>(content_->in_offsets[vertex.index() + 1] - begin)};
  }
  // Where the links of a vertex lead, once a link.
  [[nodiscard]] std::span<const VertexRow> targets(VertexRow vertex) const noexcept {
    const std::uint64_t begin = content_->out_offsets[vertex.index()];
    return {content_->targets.data() + begin, static_cast<std::size_t>(content_->out_offsets[vertex.index() + 1] - begin)};
  }
  [[nodiscard]] VertexRow source(LinkRow link) const noexcept { return content_->sources[link.index()]; }
  [[nodiscard]] VertexRow target(LinkRow link) const noexcept { return content_->targets[link.index()]; }
  [[nodiscard]] LinkKind kind(LinkRow link) const noexcept { return content_->link_kinds[link.index()]; }
  [[nodiscard]] Strength strength(LinkRow link) const noexcept { return content_->strengths[link.index()]; }
  [[nodiscard]] Date since(LinkRow link) const noexcept { return content_->since[link.index()]; }
  [[nodiscard]] bool has_consent(LinkRow link) const noexcept { return content_->consent[link.index()] != 0; }
  [[nodiscard]] Link link(LinkRow link) const noexcept;

 private:
  std::shared_ptr<const Content> content_;
};

// Links as arrays of equal lengths; those with a default may be empty.
struct LinkColumns {
  std::span<const std::uint32_t> from;  // places in the list of vertices that stands beside them
  std::span<const std::uint32_t> to;
  std::span<const Strength> strengths;
  std::span<const LinkKind> kinds = {};        // empty: all `other`
  std::span<const Date> since = {};            // empty: not stated
  std::span<const std::uint8_t> consent = {};  // 1: yes; empty: none
};

struct GraphOptions {
  Strictness strictness = Strictness::strict;
  bool self_links = false;                   // false: a link from a vertex to itself is a problem; true: it is kept, and is in no chain
  std::vector<Problem>* problems = nullptr;  // receives all problems, in lenient mode the only way to hear of them
  std::size_t threads = 0;                   // 0: all that the machine has
};

// Vertices in any order; the same vertices and links in another order give the same graph. A problem's line is the place in its list, from 1, its file
// "vertices" or "links".
// Errors: shape_mismatch for arrays of different lengths; strict: Error with all problems: invalid_id, invalid_utf8, duplicate_id (the smallest record
// stays), out_of_range for a number that is no vertex or no kind, dangling_reference for a vertex that was left out, cycle for a link from a vertex to itself,
// contradiction for a kind that leads from a person to an employer (may_join) between others.
// Lenient: what is bad is left out and reported.
// Cost: O(n log n + m log(links of a vertex)); a second for 5,000,000 links.
[[nodiscard]] ReferralGraph make_referral_graph(std::vector<VertexRecord> vertices, const LinkColumns& links,
                                                const GraphOptions& options = {});

}  // namespace aril
