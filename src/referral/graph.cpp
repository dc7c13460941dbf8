#include "aril/referral/graph.hpp"

#include <array>
#include <utility>

#include "link_rows.hpp"
#include "vertex_table.hpp"

namespace aril {
namespace {

ReferralGraph::Content empty_content() {
  ReferralGraph::Content content;
  content.out_offsets = {0};
  content.in_offsets = {0};
  return content;
}

void check_lengths(const LinkColumns& links) {
  const std::size_t count = links.from.size();
  const auto check = [&](const char* name, std::size_t length, bool may_be_empty) {
    if (length == count || (may_be_empty && length == 0)) return;
    throw Error(ErrorCode::shape_mismatch, {"", 0, 0, name}, std::to_string(count) + " values, as many as `from` has",
                std::to_string(length));
  };
  check("to", links.to.size(), false);
  check("strengths", links.strengths.size(), false);
  check("kinds", links.kinds.size(), true);
  check("since", links.since.size(), true);
  check("consent", links.consent.size(), true);
}

// Says of each link whether it can stand in the graph.
class LinkCheck {
 public:
  LinkCheck(const LinkColumns& links, const std::vector<VertexRow>& rows, bool self_links, std::vector<Problem>& problems)
      : links_(links), rows_(rows), self_links_(self_links), problems_(problems) {}

  [[nodiscard]] bool is_good(std::size_t link) {
    if (!is_vertex("from", link, links_.from[link]) || !is_vertex("to", link, links_.to[link])) return false;
    if (!links_.kinds.empty() && static_cast<std::size_t>(links_.kinds[link]) >= link_kind_count) {
      report(ErrorCode::out_of_range, "kind", link, "0.." + std::to_string(link_kind_count - 1),
             std::to_string(static_cast<int>(links_.kinds[link])));
      return false;
    }
    if (!self_links_ && rows_[links_.from[link]] == rows_[links_.to[link]]) {
      report(ErrorCode::cycle, "to", link, "another vertex than it starts from", "the same: " + std::to_string(links_.to[link]));
      return false;
    }
    return true;
  }

 private:
  bool is_vertex(const char* field, std::size_t link, std::uint32_t number) {
    if (number >= rows_.size()) {
      report(ErrorCode::out_of_range, field, link, "a number below " + std::to_string(rows_.size()), std::to_string(number));
    } else if (rows_[number].is_none()) {
      report(ErrorCode::dangling_reference, field, link, "a vertex that stays", "one that was left out: " + std::to_string(number));
    } else {
      return true;
    }
    return false;
  }
  void report(ErrorCode code, const char* field, std::size_t link, std::string expected, std::string found) {
    problems_.push_back({code, {"links", link + 1, link + 1, field}, std::move(expected), std::move(found)});
  }

  const LinkColumns& links_;
  const std::vector<VertexRow>& rows_;
  bool self_links_;
  std::vector<Problem>& problems_;
};

OutLink out_link(const LinkColumns& links, std::size_t i, VertexRow to) {
  return {.to = to,
          .since = links.since.empty() ? Date::none() : links.since[i],
          .strength = links.strengths[i],
          .kind = links.kinds.empty() ? LinkKind::other : links.kinds[i],
          .consent = static_cast<std::uint8_t>(!links.consent.empty() && links.consent[i] != 0 ? 1 : 0)};
}

void place_links(const LinkColumns& links, const std::vector<VertexRow>& rows, const GraphOptions& options, ReferralGraph::Content& content,
                 std::vector<Problem>& problems) {
  LinkCheck check(links, rows, options.self_links, problems);
  LinkRowsBuilder builder(content.kinds.size());
  std::vector<std::uint8_t> left_out;  // as long as the links once one is left out
  for (std::size_t i = 0; i < links.from.size(); ++i) {
    if (check.is_good(i)) {
      builder.count(rows[links.from[i]]);
    } else {
      left_out.resize(links.from.size(), 0);
      left_out[i] = 1;
    }
  }
  if (options.strictness == Strictness::strict && !problems.empty()) return;
  builder.begin_placing();
  for (std::size_t i = 0; i < links.from.size(); ++i) {
    if (left_out.empty() || left_out[i] == 0) builder.place(rows[links.from[i]], out_link(links, i, rows[links.to[i]]));
  }
  builder.finish(content, options.threads);
}

}  // namespace

ReferralGraph::ReferralGraph() : ReferralGraph(empty_content()) {}
ReferralGraph::ReferralGraph(Content content) : content_(Shared<const Content>::made(std::move(content))) {}

std::string_view ReferralGraph::name(VertexRow vertex, Language language) const noexcept {
  const std::string_view title = content_->titles.in(language, vertex.index());
  return title.empty() ? id(vertex) : title;
}

std::optional<VertexRow> ReferralGraph::find(std::string_view id) const noexcept {
  const std::optional<std::size_t> row = content_->ids.find(id);
  return row ? std::optional(VertexRow(*row)) : std::nullopt;
}

VertexRow ReferralGraph::vertex(std::string_view id) const {
  if (const std::optional<VertexRow> row = find(id)) return *row;
  throw Error(ErrorCode::unknown_id, {"", 0, 0, "vertex"}, "the id of a vertex of the graph", "'" + std::string(id) + "'");
}

Link ReferralGraph::link(LinkRow link) const noexcept {
  return {source(link), target(link), kind(link), strength(link), since(link), has_consent(link)};
}

ReferralGraph make_referral_graph(std::vector<VertexRecord> vertices, const LinkColumns& links, const GraphOptions& options) {
  check_lengths(links);
  ReferralGraph::Content content;
  std::vector<Problem> problems;
  const auto place_of = [](std::size_t i) { return Place{"vertices", i + 1, i + 1, ""}; };
  const std::vector<VertexRow> rows = number_vertices(vertices, place_of, content, problems);
  place_links(links, rows, options, content, problems);
  if (options.problems != nullptr) *options.problems = problems;
  if (options.strictness == Strictness::strict && !problems.empty()) throw Error(std::move(problems));
  return ReferralGraph(std::move(content));
}

}  // namespace aril
