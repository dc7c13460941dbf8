// Townships, communities, estates, and what a unit grid is called.
#include <algorithm>
#include <array>
#include <iterator>

#include "aril/market/places.hpp"
#include "names_community_table.hpp"
#include "names_join.hpp"

namespace aril::sample::names {
namespace {

consteval std::size_t count_estates() {
  std::size_t total = 0;
  for (const table::CommunityRow& row : table::communities) total += row.estates.size();
  return total;
}

struct Places {
  std::array<Community, std::size(table::communities)> communities{};
  std::array<Estate, count_estates()> estates{};
};

consteval Places lay_out() {
  Places places;
  std::size_t community = 0;
  std::size_t estate = 0;
  std::uint16_t grid = 0;
  for (const table::CommunityRow& row : table::communities) {
    const std::uint16_t first = grid;
    for (const table::EstateRow& part : row.estates) {
      places.estates[estate++] = {part.name, part.parts, static_cast<std::uint16_t>(community), grid, part.grids};
      grid = static_cast<std::uint16_t>(grid + part.grids);
    }
    places.communities[community++] = {row.name, row.township, first, static_cast<std::uint16_t>(grid - first)};
  }
  return places;
}

constexpr Places places = lay_out();
static_assert(places.estates.back().first_grid + places.estates.back().grid_count == named_grids);

// clang-format off
// By Parts.
constexpr auto part_names = std::to_array<Few<Name, 8>>({
    {{{{"East Zone", "东区"}, {"West Zone", "西区"}, {"South Zone", "南区"}, {"North Zone", "北区"},
       {"Middle Zone", "中区"}}}, 5},
    {{{{"Phase One", "一期"}, {"Phase Two", "二期"}, {"Phase Three", "三期"}, {"Phase Four", "四期"},
       {"Phase Five", "五期"}}}, 5},
    {{{{"East Yard", "东院"}, {"West Yard", "西院"}, {"South Yard", "南院"}, {"North Yard", "北院"}}}, 4},
    {{{{"East Stretch", "东段"}, {"West Stretch", "西段"}, {"Middle Stretch", "中段"}}}, 3},
    {{{{"North Stretch", "北段"}, {"South Stretch", "南段"}, {"Middle Stretch", "中段"}}}, 3},
    {{{{"Lane One", "一巷"}, {"Lane Two", "二巷"}, {"Lane Three", "三巷"}}}, 3},
    {{{{"Group One", "一组"}, {"Group Two", "二组"}, {"Group Three", "三组"}, {"Group Four", "四组"},
       {"Group Five", "五组"}, {"Group Six", "六组"}, {"Group Seven", "七组"}, {"Group Eight", "八组"}}}, 8},
});
// clang-format on

constexpr const Few<Name, 8>& parts_of(Parts parts) { return part_names[static_cast<std::size_t>(parts)]; }
static_assert(std::ranges::all_of(places.estates, [](const Estate& estate) { return estate.grid_count <= parts_of(estate.parts).size(); }));

// 2 is 二, 10 is 十, 21 is 二十一; from a hundred on in figures.
std::string chinese_number(std::size_t number) {
  static constexpr std::array<std::string_view, 10> digits = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number >= 100) return std::to_string(number);
  const std::string_view tens = number >= 20 ? digits[number / 10] : "";
  return joined({tens, number >= 10 ? "十" : "", digits[number % 10]});
}

}  // namespace

std::span<const Township> townships() noexcept { return table::townships; }
std::span<const Community> communities() noexcept { return places.communities; }
std::span<const Estate> estates() noexcept { return places.estates; }

OwnedName grid_name(std::size_t grid) {
  const std::size_t named = grid % named_grids;
  const std::size_t round = grid / named_grids;
  const Estate& estate = *std::prev(std::ranges::upper_bound(places.estates, named, {}, &Estate::first_grid));
  const Name part = parts_of(estate.parts)[named - estate.first_grid];
  OwnedName name{joined({estate.name.en, ", ", part.en}), joined({estate.name.zh, part.zh})};
  if (round > 0) {
    name.en += joined({", Grid ", std::to_string(round + 1)});
    name.zh += joined({"第", chinese_number(round + 1), "网格"});
  }
  return name;
}

}  // namespace aril::sample::names
