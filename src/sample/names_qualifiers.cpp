// Which qualifiers narrow the skills of which group, and what a narrower skill is called.
#include <algorithm>
#include <array>

#include "names_join.hpp"
#include "names_qualifier_objects.hpp"
#include "names_qualifier_settings.hpp"
#include "names_skill_table.hpp"

namespace aril::sample::names {
namespace {

using namespace qualifiers;

struct Row {
  std::string_view group;  // the English name in skill_groups(), in the same order
  std::array<std::span<const Name>, 3> lists;
};

// Every qualifier of a row has to make sense for every skill of its group.
constexpr auto rows = std::to_array<Row>({
    {"Filming and sound", {film_subjects, shops, services}},
    {"Editing and finishing", {film_subjects, shops, services}},
    {"Hosting and selling on air", {goods, live_settings}},
    {"Running the live room", {live_settings, shops, services}},
    {"Services for residents", {residents, housing}},
    {"Order and safety on the premises", {premises, housing}},
    {"Grounds and common areas", {premises, housing}},
    {"Selling cars", {cars, car_clients}},
    {"Handover and after-sales", {cars, car_clients}},
    {"Appliance and device repair", {device_jobs}},
    {"Plumbing and heating", {premises, housing}},
    {"Vehicle repair", {cars, car_jobs}},
    {"Building repair", {premises, housing}},
    {"Machine upkeep", {machines}},
    {"Wiring and installation", {premises, power_sites, housing}},
    {"Testing and fault finding", {premises, power_sites, housing}},
    {"Home cleaning", {homes, households, visits}},
    {"Laundry, tidying and meals", {households, visits}},
    {"Infant and postnatal care", {baby_families, visits}},
    {"Embroidery and sewing", {sewn_things, orders}},
    {"Weaving, knotting and folk crafts", {motifs, craft_uses, orders}},
    {"Assembly and packing at home", {packed_things, orders}},
    {"Shop floor and checkout", {shops, more_shops, shop_moments}},
    {"Stock and display", {shops, more_shops, shop_moments}},
    {"Chinese cooking", {venues, ingredients}},
    {"Noodles, pastry and drinks", {venues, menu_kinds}},
    {"Table service and kitchen hygiene", {venues, occasions}},
    {"Daily living care", {patients, care_settings}},
    {"Health and rehabilitation support", {patients, care_settings}},
    {"Delivery and driving", {rounds}},
    {"Warehousing", {warehouses, cargo}},
    {"Clerical work", {organisations, departments}},
    {"Accounts and pay", {organisations, account_cases}},
    {"Online shop operations", {goods, platforms}},
    {"Promotion and customer service", {goods, platforms}},
    {"Digital basics", {trades, work_situations}},
    {"Working with people", {trades, work_situations}},
    {"Safety and hygiene at work", {trades, work_situations}},
});

constexpr std::size_t count_of(const Row& row) { return row.lists[0].size() + row.lists[1].size() + row.lists[2].size(); }

static_assert(std::ranges::equal(rows, table::skill_groups, {}, &Row::group, [](const SkillGroup& group) { return group.name.en; }));
static_assert(std::ranges::all_of(rows, [](const Row& row) { return count_of(row) >= least_qualifiers; }));

}  // namespace

std::size_t qualifier_count(std::size_t group) noexcept { return count_of(rows[group]); }

Name qualifier(std::size_t group, std::size_t index) noexcept {
  for (const std::span<const Name> list : rows[group].lists) {
    if (index < list.size()) return list[index];
    index -= list.size();
  }
  return {};  // index is past the end, against the precondition
}

OwnedName narrower_skill_name(std::size_t skill, std::size_t index) {
  const Skill& broader = table::skills[skill];
  const Name by = qualifier(broader.group, index);
  return {joined({broader.name.en, ": ", by.en}), joined({broader.name.zh, "（", by.zh, "）"})};
}

}  // namespace aril::sample::names
