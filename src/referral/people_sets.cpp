#include "aril/referral/people_sets.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include "aril/core/error.hpp"
#include "aril/market/places.hpp"
#include "aril/market/residents.hpp"
#include "aril/referral/market_vertices.hpp"
#include "aril/units/minutes.hpp"
#include "nearest_id.hpp"

namespace aril {
namespace {

constexpr std::uint32_t farther_than_any = 1'000;
constexpr std::uint32_t not_known = 2'000;
static_assert(link_kind_count <= 32, "agreed_ has a bit for each");

SetKind set_kind_of(MembershipKind kind) {
  switch (kind) {
    case MembershipKind::employer: return SetKind::employer;
    case MembershipKind::group: return SetKind::group;
    case MembershipKind::building: return SetKind::building;
  }
  return SetKind::group;
}

void insert_sorted(std::vector<std::uint32_t>& list, std::span<const std::uint32_t> more) {
  list.insert(list.end(), more.begin(), more.end());
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

PeopleSets::PeopleSets(Market market, ModeRow walking, std::size_t vertices)
    : market_(std::move(market)), walking_(walking), homes_(vertices, GridRow::none()), agreed_(vertices, 0) {}

PeopleSets::PeopleSets(const ReferralGraph& graph, const Market& market, std::span<const MembershipRecord> memberships,
                       std::span<const ConsentRecord> consents, std::string_view walking_mode)
    : PeopleSets(market, ModeRow::none(), graph.vertex_count()) {
  if (const auto mode = market.places().mode_ids.find(walking_mode)) walking_ = ModeRow(*mode);
  const MarketVertices vertices(market, graph);
  Entries entries;
  for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) add_home(market, vertices.residents[v], v, entries);
  add_memberships(graph, memberships, entries);
  add_consents(graph, consents);
  for (std::size_t kind = 0; kind < set_kind_count; ++kind) sets_[kind] = make_sets(std::move(entries[kind]), graph.vertex_count());
}

PeopleSets PeopleSets::of_changed(const ReferralGraph& graph, std::span<const VertexRow> rows, const std::optional<Market>& market,
                                  std::span<const MembershipRecord> memberships, std::span<const ConsentRecord> consents) const {
  PeopleSets result(market_, walking_, graph.vertex_count());
  Entries entries;
  const Market today = market.value_or(market_);
  const MarketVertices vertices(today, graph);
  std::vector<std::uint8_t> keeps_home(graph.vertex_count(), 0);
  for (std::size_t v = 0; v < rows.size(); ++v) {
    if (rows[v].is_none()) continue;
    const std::size_t row = rows[v].index();
    keeps_home[row] = !market || vertices.residents[row].is_none() ? 1 : 0;
    result.homes_[row] = keeps_home[row] != 0 ? homes_[v] : GridRow::none();
    result.agreed_[row] = agreed_[v];
  }
  for (std::uint32_t v = 0; v < graph.vertex_count(); ++v) {
    if (keeps_home[v] == 0) result.add_home(today, vertices.residents[v], v, entries);
  }
  add_those_who_stay(rows, keeps_home, entries);
  add_memberships(graph, memberships, entries);
  result.add_consents(graph, consents);
  for (std::size_t kind = 0; kind < set_kind_count; ++kind) {
    for (Entry& entry : entries[kind]) {
      if (const auto merged = sets_[kind].merged_into.find(entry.set); merged != sets_[kind].merged_into.end()) entry.set = merged->second;
    }
    result.sets_[kind] = make_sets(std::move(entries[kind]), graph.vertex_count());
    result.sets_[kind].merged_into = sets_[kind].merged_into;
  }
  return result;
}

void PeopleSets::add_those_who_stay(std::span<const VertexRow> rows, std::span<const std::uint8_t> keeps_home, Entries& entries) const {
  for (std::size_t kind = 0; kind < set_kind_count; ++kind) {
    const Sets& sets = sets_[kind];
    for (std::size_t set = 0; set < sets.names.size(); ++set) {
      for (const bool head : {false, true}) {
        for (const std::uint32_t person : (head ? sets.heads : sets.members)[set]) {
          const VertexRow row = rows[person];
          if (row.is_none() || (kind == static_cast<std::size_t>(SetKind::grid) && keeps_home[row.index()] == 0)) continue;
          entries[kind].push_back({sets.names[set], row.value, head});
        }
      }
    }
  }
}

// The grid of a market of another day is known by its id.
void PeopleSets::add_home(const Market& market, ResidentRow resident, std::uint32_t vertex, Entries& entries) {
  if (resident.is_none() || market.residents().homes[resident.index()].is_none()) return;
  const std::string_view grid = market.places().grid_ids[market.residents().homes[resident.index()].index()];
  if (const auto row = market_.places().grid_ids.find(grid)) homes_[vertex] = GridRow(*row);
  entries[static_cast<std::size_t>(SetKind::grid)].push_back({grid, vertex, false});
}

void PeopleSets::add_memberships(const ReferralGraph& graph, std::span<const MembershipRecord> memberships, Entries& entries) {
  for (const MembershipRecord& record : memberships) {
    entries[static_cast<std::size_t>(set_kind_of(record.kind))].push_back({record.of, graph.vertex(record.person).value, record.head});
  }
}

void PeopleSets::add_consents(const ReferralGraph& graph, std::span<const ConsentRecord> consents) {
  const auto bit_of = [](const ConsentRecord& record) { return 1U << static_cast<unsigned>(record.kind); };
  for (const ConsentRecord& record : consents) agreed_[graph.vertex(record.person).index()] |= bit_of(record);
  for (const ConsentRecord& record : consents) {  // where both are said, whichever comes first
    if (!record.consent) agreed_[graph.vertex(record.person).index()] &= ~bit_of(record);
  }
}

PeopleSets::Sets PeopleSets::make_sets(std::vector<Entry> entries, std::size_t vertices) {
  std::sort(entries.begin(), entries.end(),
            [](const Entry& a, const Entry& b) { return std::tie(a.set, a.person, a.head) < std::tie(b.set, b.person, b.head); });
  Sets sets;
  sets.of_person.resize(vertices);
  for (const Entry& entry : entries) {
    if (sets.names.empty() || sets.names.back() != entry.set) {
      sets.names.emplace_back(entry.set);
      sets.members.emplace_back();
      sets.heads.emplace_back();
    }
    std::vector<std::uint32_t>& list = entry.head ? sets.heads.back() : sets.members.back();
    if (!list.empty() && list.back() == entry.person) continue;
    list.push_back(entry.person);
    if (!entry.head) sets.of_person[entry.person].push_back(static_cast<std::uint32_t>(sets.names.size() - 1));
  }
  return sets;
}

std::uint32_t PeopleSets::set_named(SetKind kind, std::string_view name) const {
  const Sets& sets = sets_of(kind);
  const auto found = std::lower_bound(sets.names.begin(), sets.names.end(), name);
  if (found != sets.names.end() && *found == name) {
    const auto set = static_cast<std::uint32_t>(found - sets.names.begin());
    if (!sets.members[set].empty() || !sets.heads[set].empty()) return set;  // else it was merged into another
  }
  std::vector<std::string> alive;
  for (std::size_t set = 0; set < sets.names.size(); ++set) {
    if (!sets.members[set].empty() || !sets.heads[set].empty()) alive.push_back(sets.names[set]);
  }
  const char* none = kind == SetKind::grid ? "; nobody has one" : "; the files or tables had no memberships of this kind";
  throw Error(ErrorCode::unknown_id, {"", 0, 0, "set"},
              "a grid, employer, group or building of someone" + (alive.empty() ? none : nearest_name_hint(name, alive)),
              "'" + std::string(name) + "'" + (found != sets.names.end() && *found == name ? ", which was merged into another" : ""));
}

PeopleSets PeopleSets::merged(SetKind kind, std::string_view into, std::string_view from) const {
  const std::uint32_t kept = set_named(kind, into);
  const std::uint32_t gone = set_named(kind, from);
  PeopleSets result = *this;
  if (kept == gone) return result;
  Sets& sets = result.sets_[static_cast<std::size_t>(kind)];
  for (const std::uint32_t person : sets.members[gone]) {
    std::vector<std::uint32_t>& own = sets.of_person[person];
    std::erase(own, gone);
    insert_sorted(own, std::array{kept});
  }
  insert_sorted(sets.members[kept], sets.members[gone]);
  insert_sorted(sets.heads[kept], sets.heads[gone]);
  sets.members[gone].clear();
  sets.heads[gone].clear();
  for (auto& [name, other] : sets.merged_into) {
    if (other == from) other = into;
  }
  sets.merged_into.insert_or_assign(std::string(from), std::string(into));
  return result;
}

std::uint32_t PeopleSets::distance(VertexRow a, VertexRow b) const noexcept {
  const GridRow from = homes_[a.index()];
  const GridRow to = homes_[b.index()];
  if (from.is_none() || to.is_none()) return not_known;
  if (from == to) return 0;
  if (walking_.is_none()) return not_known;
  const TravelCell minutes = market_.places().minutes(walking_, from, to);
  if (minutes == minutes_unknown) return not_known;
  return minutes == out_of_reach ? farther_than_any : minutes;
}

}  // namespace aril
