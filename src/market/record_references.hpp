// Which fields of a record name rows of other tables: one list, used to check references and to drop what depends on a bad row.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "aril/market/records.hpp"

namespace aril {

enum class Table : std::uint8_t { modes, areas, grids, travel, skills, occupations, employers, residents, postings, protected_attributes };
inline constexpr std::array<std::string_view, 10> table_names{"modes",       "areas",     "grids",     "travel",   "skills",
                                                              "occupations", "employers", "residents", "postings", "protected_attributes"};

namespace detail {

inline std::string_view referred_id(const std::string& id) { return id; }
inline std::string_view referred_id(const SkillItem& item) { return item.skill; }
inline std::string_view referred_id(const RequirementItem& item) { return item.skill; }
inline std::string_view referred_id(const LikeItem& item) { return item.name; }

template <class Visit>
void visit_one(Table table, std::string_view field, const std::optional<std::string>& id, Visit& visit) {
  if (id) visit(table, field, std::string_view(*id));
}
template <class Item, class Visit>
void visit_list(Table table, std::string_view field, const OptionalList<Item>& list, Visit& visit) {
  if (!list) return;
  for (const Item& item : *list) visit(table, field, referred_id(item));
}

}  // namespace detail

// Calls visit(table, field, id) for every reference of the record.
template <class Visit>
void for_each_reference(const ModeRecord&, Visit&&) {}
template <class Visit>
void for_each_reference(const AreaRecord& record, Visit&& visit) {
  detail::visit_one(Table::areas, "parent", record.parent, visit);
}
template <class Visit>
void for_each_reference(const GridRecord& record, Visit&& visit) {
  detail::visit_one(Table::areas, "area", record.area, visit);
}
template <class Visit>
void for_each_reference(const TravelRecord& record, Visit&& visit) {
  visit(Table::modes, "mode", std::string_view(record.mode));
  visit(Table::grids, "from", std::string_view(record.from));
  visit(Table::grids, "to", std::string_view(record.to));
}
template <class Visit>
void for_each_reference(const SkillRecord& record, Visit&& visit) {
  detail::visit_list(Table::skills, "broader", record.broader, visit);
  detail::visit_list(Table::skills, "related", record.related, visit);
}
template <class Visit>
void for_each_reference(const OccupationRecord& record, Visit&& visit) {
  detail::visit_list(Table::occupations, "broader", record.broader, visit);
  detail::visit_list(Table::occupations, "related", record.related, visit);
  detail::visit_list(Table::skills, "essential", record.essential, visit);
  detail::visit_list(Table::skills, "optional", record.optional, visit);
}
template <class Visit>
void for_each_reference(const EmployerRecord& record, Visit&& visit) {
  detail::visit_one(Table::employers, "parent", record.parent, visit);
  detail::visit_one(Table::grids, "grid", record.grid, visit);
  detail::visit_list(Table::residents, "blocked_residents", record.blocked_residents, visit);
}
template <class Visit>
void for_each_reference(const ResidentRecord& record, Visit&& visit) {
  detail::visit_one(Table::grids, "home", record.home, visit);
  detail::visit_one(Table::modes, "mode", record.mode, visit);
  detail::visit_list(Table::skills, "skills", record.skills, visit);
  detail::visit_list(Table::occupations, "wanted_occupations", record.wanted_occupations, visit);
  detail::visit_list(Table::occupations, "held_occupations", record.held_occupations, visit);
  detail::visit_list(Table::employers, "liked_employers", record.liked_employers, visit);
  detail::visit_list(Table::postings, "blocked_postings", record.blocked_postings, visit);
  detail::visit_list(Table::employers, "blocked_employers", record.blocked_employers, visit);
}
template <class Visit>
void for_each_reference(const PostingRecord& record, Visit&& visit) {
  visit(Table::employers, "employer", std::string_view(record.employer));
  detail::visit_one(Table::occupations, "occupation", record.occupation, visit);
  detail::visit_one(Table::grids, "grid", record.grid, visit);
  detail::visit_one(Table::grids, "pickup_grid", record.pickup_grid, visit);
  detail::visit_list(Table::skills, "must_skills", record.must_skills, visit);
  detail::visit_list(Table::skills, "nice_skills", record.nice_skills, visit);
  detail::visit_list(Table::residents, "blocked_residents", record.blocked_residents, visit);
  detail::visit_list(Table::skills, "grants", record.grants, visit);
  detail::visit_list(Table::skills, "prerequisite_skills", record.prerequisite_skills, visit);
  detail::visit_list(Table::employers, "ordered_by", record.ordered_by, visit);
}
template <class Visit>
void for_each_reference(const ProtectedRecord& record, Visit&& visit) {
  visit(Table::residents, "resident", std::string_view(record.resident));
}

}  // namespace aril
