#include "aril/referral/graph_with_sets.hpp"

#include <algorithm>
#include <utility>

#include "aril/core/error.hpp"
#include "aril/referral/graph_change.hpp"

namespace aril {
namespace {

// Everyone whose links may change: of both sets.
std::vector<VertexRow> people_of(const PeopleSets& sets, SetKind kind, std::string_view into, std::string_view from) {
  std::vector<VertexRow> people;
  for (const std::string_view name : {into, from}) {
    for (const std::uint32_t person : sets.members(kind, sets.set_named(kind, name))) people.push_back(VertexRow(person));
  }
  std::sort(people.begin(), people.end());
  people.erase(std::unique(people.begin(), people.end()), people.end());
  return people;
}

// The links that `rules` derived give way to others.
ReferralGraph with_derived(const ReferralGraph& graph, std::span<const Link> before, std::span<const Link> after) {
  try {
    return with_links(graph, before, after);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::unknown_id) throw;
    throw Error(ErrorCode::unknown_id, {"", 0, 0, "graph"}, "all the links that its rules derive; who took one away makes the graph anew",
                error.problems().front().found);
  }
}

// Of each vertex of a graph its row in the changed one; none: it was taken away, even if another bears its id now.
std::vector<VertexRow> rows_in_changed(const ReferralGraph& graph, const ReferralGraph& changed, std::span<const VertexRow> taken) {
  std::vector<VertexRow> rows = matching_rows<VertexRow>(graph.content().ids, changed.content().ids);
  for (const VertexRow row : taken) rows[row.index()] = VertexRow::none();
  return rows;
}

// Everyone who shares something with these, as one flag a vertex.
std::vector<std::uint8_t> sharing_with(const PeopleSets& sets, std::span<const VertexRow> people) {
  std::vector<std::uint8_t> sharing(sets.vertex_count(), 0);
  std::vector<std::uint8_t> is_one_of_them(sets.vertex_count(), 0);
  for (const VertexRow person : people) {
    is_one_of_them[person.index()] = sharing[person.index()] = 1;
    for (std::size_t kind = 0; kind < set_kind_count; ++kind) {
      for (const std::uint32_t set : sets.sets(static_cast<SetKind>(kind), person)) {
        for (const std::uint32_t member : sets.members(static_cast<SetKind>(kind), set)) sharing[member] = 1;
      }
    }
  }
  for (std::uint32_t building = 0; building < sets.set_count(SetKind::building); ++building) {
    const auto heads = sets.heads(building);
    if (std::none_of(heads.begin(), heads.end(), [&](std::uint32_t head) { return is_one_of_them[head] != 0; })) continue;
    for (const std::uint32_t member : sets.members(SetKind::building, building)) sharing[member] = 1;
  }
  return sharing;
}

bool has_moved(const PeopleSets& before, VertexRow old, const PeopleSets& after, VertexRow row) {
  const auto grids = before.sets(SetKind::grid, old);
  const auto grids_after = after.sets(SetKind::grid, row);
  if (before.home(old) != after.home(row) || grids.size() != grids_after.size()) return true;
  return !grids.empty() && before.name(SetKind::grid, grids[0]) != after.name(SetKind::grid, grids_after[0]);
}

// Those who are new or of whom something is said.
std::vector<VertexRow> people_said_of(const ReferralGraph& changed, const PeopleChange& change) {
  std::vector<VertexRow> people;
  for (const VertexRecord& record : change.added) people.push_back(changed.vertex(record.id));
  for (const MembershipRecord& record : change.memberships) people.push_back(changed.vertex(record.person));
  for (const ConsentRecord& record : change.consents) people.push_back(changed.vertex(record.person));
  return people;
}

std::vector<VertexRow> flagged(std::span<const std::uint8_t> flags) {
  std::vector<VertexRow> rows;
  for (std::size_t row = 0; row < flags.size(); ++row) {
    if (flags[row] != 0) rows.push_back(VertexRow(row));
  }
  return rows;
}

// Those whose derived links may change, by their rows before and after.
struct Affected {
  std::vector<VertexRow> before;
  std::vector<VertexRow> after;
};

Affected affected_by(const PeopleChange& change, const PeopleSets& sets, std::span<const VertexRow> rows, const ReferralGraph& people,
                     const PeopleSets& shared) {
  std::vector<VertexRow> left = change.taken;
  std::vector<VertexRow> came = people_said_of(people, change);
  for (std::size_t v = 0; v < rows.size(); ++v) {
    if (rows[v].is_none() || !has_moved(sets, VertexRow(v), shared, rows[v])) continue;
    left.push_back(VertexRow(v));
    came.push_back(rows[v]);
  }
  std::vector<std::uint8_t> before = sharing_with(sets, left);
  std::vector<std::uint8_t> after = sharing_with(shared, came);
  for (std::size_t v = 0; v < rows.size(); ++v) {
    if (rows[v].is_none()) {
      before[v] = 0;
    } else if (before[v] != 0 || after[rows[v].index()] != 0) {
      before[v] = after[rows[v].index()] = 1;
    }
  }
  return {flagged(before), flagged(after)};
}

}  // namespace

GraphWithSets merge_sets(const ReferralGraph& graph, const PeopleSets& sets, std::span<const DerivationRule> rules, SetKind kind,
                         std::string_view into, std::string_view from) {
  std::vector<DerivationRule> touched;
  for (const DerivationRule& rule : rules) {
    if (set_kind_of(rule.basis) == kind) touched.push_back(rule);
  }
  const std::vector<VertexRow> people = people_of(sets, kind, into, from);
  PeopleSets merged = sets.merged(kind, into, from);
  ReferralGraph changed = with_derived(graph, derived_links(sets, touched, people), derived_links(merged, touched, people));
  return {std::move(changed), std::move(merged)};
}

GraphWithSets with_people(const ReferralGraph& graph, const PeopleSets& sets, std::span<const DerivationRule> rules,
                          const PeopleChange& change) {
  const ReferralGraph people = with_vertices(graph, change.taken, change.added);
  const std::vector<VertexRow> rows = rows_in_changed(graph, people, change.taken);
  PeopleSets shared = sets.of_changed(people, rows, change.market, change.memberships, change.consents);
  const Affected affected = affected_by(change, sets, rows, people, shared);
  std::vector<Link> gone = derived_links(sets, rules, affected.before);
  std::erase_if(gone, [&](const Link& link) { return rows[link.to.index()].is_none(); });  // went with the person
  for (Link& link : gone) {
    link.from = rows[link.from.index()];
    link.to = rows[link.to.index()];
  }
  ReferralGraph changed = with_derived(people, gone, derived_links(shared, rules, affected.after));
  return {std::move(changed), std::move(shared)};
}

}  // namespace aril
