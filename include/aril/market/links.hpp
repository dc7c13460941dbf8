// Who knows whom, in the user's own words: people and employers of a referral graph, links between them, and what people belong to. Plain records, made by
// readers and samples, taken by `referral`.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "aril/market/records.hpp"
#include "aril/units/date.hpp"
#include "aril/units/strength.hpp"

namespace aril {

// Where these records stand beside a market's own files; `referral` reads them, `io` only knows their names.
inline constexpr std::array<std::string_view, 4> referral_file_names{"people.csv", "links.csv", "memberships.csv", "consents.csv"};

// What a vertex of the graph is. All but employers are people: residents, and helpers of five kinds.
enum class VertexKind : std::uint8_t { resident, grid_worker, building_head, volunteer, mutual_help_group, helper, employer };
inline constexpr std::size_t vertex_kind_count = 7;
inline constexpr std::array<std::string_view, vertex_kind_count> vertex_kind_names{
    "resident", "grid_worker", "building_head", "volunteer", "mutual_help_group", "helper", "employer"};

// What a link stands for, seen from where it starts: "is a neighbour of", "has as building head", "works at".
enum class LinkKind : std::uint8_t {
  other,
  family,
  friend_,  // NOLINT(readability-identifier-naming): friend is a keyword
  neighbour,
  same_grid,
  same_group,
  fellow_townsperson,
  classmate,
  colleague,
  same_employer,
  former_colleague,
  building_head,
  grid_worker,
  volunteer,
  works_at,
  worked_at,
  business_contact,
};
inline constexpr std::size_t link_kind_count = 17;
inline constexpr std::array<std::string_view, link_kind_count> link_kind_names{
    "other",     "family",    "friend",          "neighbour",        "same_grid",     "same_group",  "fellow_townsperson",
    "classmate", "colleague", "same_employer",   "former_colleague", "building_head", "grid_worker", "volunteer",
    "works_at",  "worked_at", "business_contact"};

[[nodiscard]] constexpr bool is_person(VertexKind kind) noexcept { return kind != VertexKind::employer; }
// works_at, worked_at and business_contact lead from a person to an employer; a link of another kind may join any two.
[[nodiscard]] constexpr bool leads_to_employer(LinkKind kind) noexcept {
  return kind == LinkKind::works_at || kind == LinkKind::worked_at || kind == LinkKind::business_contact;
}
[[nodiscard]] constexpr bool may_join(LinkKind kind, VertexKind from, VertexKind to) noexcept {
  return !leads_to_employer(kind) || (is_person(from) && !is_person(to));
}
[[nodiscard]] constexpr std::string_view name_of(VertexKind kind) noexcept { return vertex_kind_names[static_cast<std::size_t>(kind)]; }
[[nodiscard]] constexpr std::string_view name_of(LinkKind kind) noexcept { return link_kind_names[static_cast<std::size_t>(kind)]; }
[[nodiscard]] std::optional<VertexKind> vertex_kind_named(std::string_view name) noexcept;
[[nodiscard]] std::optional<LinkKind> link_kind_named(std::string_view name) noexcept;

// A person or an employer. The title is the name by which a sentence calls it.
struct VertexRecord {
  std::string id;
  Titles title = {};
  VertexKind kind = VertexKind::resident;
  auto operator<=>(const VertexRecord&) const = default;
};

// From the one who knows to the one who is known. A friendship is two links.
struct LinkRecord {
  std::string from;
  std::string to;
  LinkKind kind = LinkKind::other;
  Strength strength = 0;
  std::optional<Date> since = {};
  // Of the person who would be asked: the one it leads to; for a link to an employer, the one it starts from.
  std::optional<bool> consent = {};
  auto operator<=>(const LinkRecord&) const = default;
};

// What a person belongs to. Those who share one, and the head of a building, may know each other: see referral/derived_links.hpp.
enum class MembershipKind : std::uint8_t { employer, group, building };
inline constexpr std::size_t membership_kind_count = 3;
inline constexpr std::array<std::string_view, membership_kind_count> membership_kind_names{"employer", "group", "building"};
[[nodiscard]] constexpr std::string_view name_of(MembershipKind kind) noexcept {
  return membership_kind_names[static_cast<std::size_t>(kind)];
}
[[nodiscard]] std::optional<MembershipKind> membership_kind_named(std::string_view name) noexcept;

struct MembershipRecord {
  std::string person;
  MembershipKind kind{};
  std::string of;     // any word: an employer's id, a group's or a building's name
  bool head = false;  // looks after it; a head may live elsewhere, and then belongs to it only as its head
  auto operator<=>(const MembershipRecord&) const = default;
};

// Whether a person agreed to be asked over derived links of a kind.
struct ConsentRecord {
  std::string person;
  LinkKind kind{};
  bool consent = false;
  auto operator<=>(const ConsentRecord&) const = default;
};

}  // namespace aril
