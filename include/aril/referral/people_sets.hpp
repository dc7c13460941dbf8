// What the people of a graph share: unit grids, employers, groups, buildings; where they live; and over which derived links they agreed to be asked. What
// derived links are derived from.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/row.hpp"
#include "aril/market/links.hpp"
#include "aril/market/market.hpp"
#include "aril/referral/graph.hpp"

namespace aril {

enum class SetKind : std::uint8_t { grid, employer, group, building };
inline constexpr std::size_t set_kind_count = 4;

// Holds for the rows of one graph. Threads: any number of readers.
class PeopleSets {
 public:
  // Homes are those of the market's residents. `walking_mode`: the mode of travel by which near is told from far; where the market has none, all grids are as
  // far as those that are not known.
  // Errors: Error{unknown_id} for a person whom the graph does not have.
  PeopleSets(const ReferralGraph& graph, const Market& market, std::span<const MembershipRecord> memberships,
             std::span<const ConsentRecord> consents, std::string_view walking_mode = "walk");

  // As if the two had been one all along, under the first one's name; the second is gone. For a grid: people are of one grid for the rules, and still as far
  // from each other as they live.
  // Errors: Error{unknown_id} for a name that no one's set bears.
  [[nodiscard]] PeopleSets merged(SetKind kind, std::string_view into, std::string_view from) const;

  // Of a graph of other people. rows: of each vertex here, its row there; none: it is gone. Residents of `market` live where it says; where there
  // is none, newcomers live where the market of the day before says, and all others where they did. What is said of anyone is added. A set that
  // was merged into another goes by both names.
  // Errors: Error{unknown_id} for a person whom the graph does not have.
  [[nodiscard]] PeopleSets of_changed(const ReferralGraph& graph, std::span<const VertexRow> rows, const std::optional<Market>& market,
                                      std::span<const MembershipRecord> memberships, std::span<const ConsentRecord> consents) const;

  [[nodiscard]] std::uint32_t set_count(SetKind kind) const noexcept { return static_cast<std::uint32_t>(sets_of(kind).names.size()); }
  // Rising rows.
  [[nodiscard]] std::span<const std::uint32_t> members(SetKind kind, std::uint32_t set) const noexcept {
    return sets_of(kind).members[set];
  }
  [[nodiscard]] std::span<const std::uint32_t> heads(std::uint32_t building) const noexcept {
    return sets_of(SetKind::building).heads[building];
  }
  [[nodiscard]] std::span<const std::uint32_t> sets(SetKind kind, VertexRow person) const noexcept {
    return sets_of(kind).of_person[person.index()];
  }
  // Errors: Error{unknown_id}.
  [[nodiscard]] std::uint32_t set_named(SetKind kind, std::string_view name) const;

  // Does `person` agree to be asked over derived links of this kind?
  [[nodiscard]] bool agrees(VertexRow person, LinkKind kind) const noexcept {
    return (agreed_[person.index()] >> static_cast<unsigned>(kind) & 1U) != 0;
  }
  // none: not known.
  [[nodiscard]] GridRow home(VertexRow person) const noexcept { return homes_[person.index()]; }
  [[nodiscard]] std::string_view name(SetKind kind, std::uint32_t set) const noexcept { return sets_of(kind).names[set]; }
  // 0 within one grid; else the walking minutes; then out of reach; then not known.
  [[nodiscard]] std::uint32_t distance(VertexRow a, VertexRow b) const noexcept;
  [[nodiscard]] std::size_t vertex_count() const noexcept { return homes_.size(); }

 private:
  struct Sets {
    std::vector<std::string> names;  // in the order of bytes; a set that was merged into another keeps its place, without members
    std::vector<std::vector<std::uint32_t>> members;
    std::vector<std::vector<std::uint32_t>> heads;
    std::vector<std::vector<std::uint32_t>> of_person;  // by vertex
    std::map<std::string, std::string, std::less<>> merged_into;
  };
  struct Entry {
    std::string_view set;
    std::uint32_t person = 0;
    bool head = false;
  };
  using Entries = std::array<std::vector<Entry>, set_kind_count>;
  PeopleSets(Market market, ModeRow walking, std::size_t vertices);
  void add_those_who_stay(std::span<const VertexRow> rows, std::span<const std::uint8_t> keeps_home, Entries& entries) const;
  void add_home(const Market& market, ResidentRow resident, std::uint32_t vertex, Entries& entries);
  static void add_memberships(const ReferralGraph& graph, std::span<const MembershipRecord> memberships, Entries& entries);
  void add_consents(const ReferralGraph& graph, std::span<const ConsentRecord> consents);
  [[nodiscard]] const Sets& sets_of(SetKind kind) const noexcept { return sets_[static_cast<std::size_t>(kind)]; }
  [[nodiscard]] static Sets make_sets(std::vector<Entry> entries, std::size_t vertices);

  Market market_;
  ModeRow walking_ = ModeRow::none();
  std::vector<GridRow> homes_;         // by vertex; none: not known
  std::vector<std::uint32_t> agreed_;  // by vertex: a bit for each kind of link
  std::array<Sets, set_kind_count> sets_;
};

}  // namespace aril
