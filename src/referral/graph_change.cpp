#include "aril/referral/graph_change.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "aril/core/error.hpp"
#include "link_fault.hpp"
#include "link_rows.hpp"
#include "vertex_table.hpp"

namespace aril {
namespace {

OutLink out_link(const Link& link) {
  return {.to = link.to,
          .since = link.since,
          .strength = link.strength,
          .kind = link.kind,
          .consent = static_cast<std::uint8_t>(link.consent ? 1 : 0)};
}

// The order of links in a graph.
bool link_before(const Link& a, const Link& b) { return a.from != b.from ? a.from < b.from : stands_before(out_link(a), out_link(b)); }

std::optional<Problem> fault_of(const ReferralGraph& graph, const Link& link, bool added) {
  for (const auto& [row, field] : {std::pair(link.from, "from"), std::pair(link.to, "to")}) {
    if (row.index() < graph.vertex_count()) continue;
    return Problem{
        ErrorCode::out_of_range, {"", 0, 0, field}, "a row below " + std::to_string(graph.vertex_count()), std::to_string(row.value)};
  }
  const auto end_of = [&](VertexRow row) { return LinkEnd{graph.id(row), graph.kind(row)}; };
  return added ? link_fault(link.kind, end_of(link.from), end_of(link.to), false) : std::nullopt;
}

void check_links(const ReferralGraph& graph, std::span<const Link> links, bool added) {
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < links.size(); ++i) {
    std::optional<Problem> fault = fault_of(graph, links[i], added);
    if (!fault) continue;
    fault->where = {added ? "added" : "taken", i + 1, i + 1, fault->where.field};
    problems.push_back(*std::move(fault));
  }
  if (!problems.empty()) throw Error(std::move(problems));
}

std::vector<Link> in_order(const ReferralGraph& graph, std::span<const Link> links, bool added) {
  check_links(graph, links, added);
  std::vector<Link> sorted(links.begin(), links.end());
  std::sort(sorted.begin(), sorted.end(), link_before);
  return sorted;
}

// Takes from the front of a sorted list what starts at this vertex.
std::span<const Link> take_from(std::span<const Link>& links, VertexRow from) {
  std::size_t count = 0;
  while (count < links.size() && links[count].from == from) ++count;
  const std::span<const Link> taken = links.first(count);
  links = links.subspan(count);
  return taken;
}

// Appends links to the columns of a content, in order.
class LinkWriter {
 public:
  LinkWriter(ReferralGraph::Content& content, std::size_t most) : content_(content) { resize_links(content_, most); }

  void write(const Link& link) {
    content_.sources[at_] = link.from;
    content_.targets[at_] = link.to;
    content_.link_kinds[at_] = link.kind;
    content_.strengths[at_] = link.strength;
    content_.since[at_] = link.since;
    content_.consent[at_] = link.consent ? 1 : 0;
    ++at_;
  }
  // A range of links as they stand in another content of the same vertices.
  void copy(const ReferralGraph::Content& other, std::size_t begin, std::size_t end) {
    const auto copy_column = [&](const auto& from, auto& to) {
      std::copy(from.begin() + static_cast<std::ptrdiff_t>(begin), from.begin() + static_cast<std::ptrdiff_t>(end),
                to.begin() + static_cast<std::ptrdiff_t>(at_));
    };
    copy_column(other.sources, content_.sources);
    copy_column(other.targets, content_.targets);
    copy_column(other.link_kinds, content_.link_kinds);
    copy_column(other.strengths, content_.strengths);
    copy_column(other.since, content_.since);
    copy_column(other.consent, content_.consent);
    at_ += end - begin;
  }
  void end_row() { content_.out_offsets.push_back(at_); }
  void finish() {
    resize_links(content_, at_);
    fill_in_rows(content_);
  }

 private:
  ReferralGraph::Content& content_;
  std::size_t at_ = 0;
};

// The links of one vertex, less those taken, with those added: all three in order.
std::vector<Link> changed_row(const ReferralGraph& graph, VertexRow vertex, std::span<const Link> taken, std::span<const Link> added) {
  std::vector<Link> before;
  for (const LinkRow link : graph.out_links(vertex)) before.push_back(graph.link(link));
  std::vector<Link> left;
  std::set_difference(before.begin(), before.end(), taken.begin(), taken.end(), std::back_inserter(left), link_before);
  if (left.size() + taken.size() != before.size()) {
    std::vector<Link> missing;
    std::set_difference(taken.begin(), taken.end(), before.begin(), before.end(), std::back_inserter(missing), link_before);
    const Link& link = missing.front();
    throw Error(ErrorCode::unknown_id, {"", 0, 0, "taken"},
                "links that are there, each as often as it is taken (kind, strength, since and consent count)",
                "none from '" + std::string(graph.id(vertex)) + "' to '" + std::string(graph.id(link.to)) + "' of kind " +
                    std::string(name_of(link.kind)) + " and strength " + format_strength(link.strength));
  }
  std::vector<Link> row;
  std::merge(left.begin(), left.end(), added.begin(), added.end(), std::back_inserter(row), link_before);
  return row;
}

std::vector<VertexRecord> vertices_but(const ReferralGraph& graph, const std::vector<std::uint8_t>& taken) {
  std::vector<VertexRecord> records;
  for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
    if (taken[v] != 0) continue;
    const TitleColumns& titles = graph.content().titles;
    records.push_back({std::string(graph.id(VertexRow(v))), {titles.english[v], titles.chinese[v]}, graph.kind(VertexRow(v))});
  }
  return records;
}

}  // namespace

ReferralGraph with_links(const ReferralGraph& graph, std::span<const Link> taken, std::span<const Link> added) {
  const std::vector<Link> sorted_taken = in_order(graph, taken, false);
  const std::vector<Link> sorted_added = in_order(graph, added, true);
  std::span<const Link> taken_left = sorted_taken;
  std::span<const Link> added_left = sorted_added;
  const ReferralGraph::Content& before = graph.content();
  ReferralGraph::Content content;
  content.ids = before.ids;
  content.titles = before.titles;
  content.kinds = before.kinds;
  content.out_offsets.assign(1, 0);
  content.out_offsets.reserve(graph.vertex_count() + 1);
  LinkWriter writer(content, graph.link_count() + added.size());
  for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
    const std::span<const Link> row_taken = take_from(taken_left, VertexRow(v));
    const std::span<const Link> row_added = take_from(added_left, VertexRow(v));
    if (row_taken.empty() && row_added.empty()) {
      writer.copy(before, before.out_offsets[v], before.out_offsets[v + 1]);
    } else {
      for (const Link& link : changed_row(graph, VertexRow(v), row_taken, row_added)) writer.write(link);
    }
    writer.end_row();
  }
  writer.finish();
  return ReferralGraph(std::move(content));
}

ReferralGraph with_vertices(const ReferralGraph& graph, std::span<const VertexRow> taken, std::vector<VertexRecord> added) {
  std::vector<std::uint8_t> is_taken(graph.vertex_count(), 0);
  for (const VertexRow row : taken) {
    if (row.index() >= graph.vertex_count()) {
      throw Error(ErrorCode::out_of_range, {"", 0, 0, "taken"}, "a row below " + std::to_string(graph.vertex_count()),
                  std::to_string(row.value));
    }
    is_taken[row.index()] = 1;
  }
  std::vector<Problem> problems;
  for (std::size_t i = 0; i < added.size(); ++i) {
    const std::optional<VertexRow> row = graph.find(added[i].id);
    if (row && is_taken[row->index()] == 0)
      problems.push_back(
          {ErrorCode::duplicate_id, {"added", i + 1, i + 1, "id"}, "an id that the graph does not have", "'" + added[i].id + "'"});
  }
  if (!problems.empty()) throw Error(std::move(problems));
  std::vector<VertexRecord> records = std::move(added);
  const std::size_t first_kept = records.size();
  std::vector<VertexRecord> kept = vertices_but(graph, is_taken);
  records.insert(records.end(), std::make_move_iterator(kept.begin()), std::make_move_iterator(kept.end()));
  ReferralGraph::Content content;
  const auto place_of = [](std::size_t i) { return Place{"added", i + 1, i + 1, ""}; };
  const std::vector<VertexRow> rows = number_vertices(records, place_of, content, problems);
  if (!problems.empty()) throw Error(std::move(problems));

  std::vector<VertexRow> new_rows(graph.vertex_count(), VertexRow::none());
  std::vector<VertexRow> old_rows(content.kinds.size(), VertexRow::none());
  std::size_t next = first_kept;
  for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
    if (is_taken[v] != 0) continue;
    new_rows[v] = rows[next++];
    old_rows[new_rows[v].index()] = VertexRow(v);
  }
  content.out_offsets.assign(1, 0);
  LinkWriter writer(content, graph.link_count());
  for (const VertexRow old : old_rows) {
    if (!old.is_none()) {
      for (const LinkRow row : graph.out_links(old)) {
        Link link = graph.link(row);
        if (is_taken[link.to.index()] != 0) continue;
        link.from = new_rows[link.from.index()];
        link.to = new_rows[link.to.index()];
        writer.write(link);
      }
    }
    writer.end_row();
  }
  writer.finish();
  return ReferralGraph(std::move(content));
}

}  // namespace aril
