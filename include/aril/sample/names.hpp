// The names that a sample district is made of, in English and Chinese: skills, occupations, courses, piecework, places, employers.
// Owns words and the few numbers that go with them (pay, level, population); draws nothing and knows no market.
//
//   for (const Skill& skill : names::skills()) std::cout << skill.name.en << " " << skill.name.zh << "\n";
//   names::grid_name(0).zh;  // 满春家园东区
//
// Every table is constant data. Within a table no two names are equal, in either language; no name speaks of ethnicity, sex, age, religion
// or origin of a person who looks for work.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace aril::sample::names {

struct Name {
  std::string_view en, zh;
};

/// A name put together on request.
struct OwnedName {
  std::string en, zh;
};

/// Up to Capacity items in place; reads like a span.
template <class T, std::size_t Capacity>
struct Few {
  std::array<T, Capacity> items{};
  std::uint8_t count = 0;

  [[nodiscard]] constexpr const T* data() const noexcept { return items.data(); }
  [[nodiscard]] constexpr std::size_t size() const noexcept { return count; }
  [[nodiscard]] constexpr const T* begin() const noexcept { return data(); }
  [[nodiscard]] constexpr const T* end() const noexcept { return data() + count; }
  [[nodiscard]] constexpr const T& operator[](std::size_t i) const noexcept { return items[i]; }
};

// ---- Fields, skills -------------------------------------------------------------------------------------------------

/// A line of work, for example property service. `code` is fit for an id.
struct Field {
  std::string_view code;
  Name name;
};
[[nodiscard]] std::span<const Field> fields() noexcept;

/// What stands in a `field` for all fields at once.
inline constexpr std::int16_t every_field = -1;

/// A heading over skills that lie close together: skills() [first_skill, first_skill + skill_count).
struct SkillGroup {
  Name name;
  std::int16_t field = 0;  // index into fields(), or every_field
  std::uint16_t first_skill = 0;
  std::uint16_t skill_count = 0;
};
[[nodiscard]] std::span<const SkillGroup> skill_groups() noexcept;

/// The skills named by hand, group after group.
struct Skill {
  Name name;
  std::int16_t field = 0;   // index into fields(), or every_field: its group's
  std::uint16_t group = 0;  // index into skill_groups()
};
[[nodiscard]] std::span<const Skill> skills() noexcept;

/// What narrows every skill of a group: a setting, a product, a clientele, an occasion. At least least_qualifiers of them for each group.
inline constexpr std::size_t least_qualifiers = 48;
[[nodiscard]] std::size_t qualifier_count(std::size_t group) noexcept;
/// Pre: group < skill_groups().size(), index < qualifier_count(group).
[[nodiscard]] Name qualifier(std::size_t group, std::size_t index) noexcept;
/// A real, narrower skill: "Short-video editing: bakeries", 短视频剪辑（烘焙店）. No two are equal, in either language.
/// Pre: skill < skills().size(), index < qualifier_count(its group).
[[nodiscard]] OwnedName narrower_skill_name(std::size_t skill, std::size_t index);

// ---- What an opening asks and what a resident states ----------------------------------------------------------------

/// A certificate, licence or record that an employer can ask to see. `code` is fit for an id.
struct Credential {
  std::string_view code;
  Name name;
  std::int16_t field = 0;  // where it is asked most: index into fields(), or every_field
};
[[nodiscard]] std::span<const Credential> credentials() noexcept;

/// A name with the id it goes by: for languages a BCP 47 tag (`zh`, `en`, ...), for needs a word of the input format (`step_free`, ...).
struct Coded {
  std::string_view code;
  Name name;
};
[[nodiscard]] std::span<const Coded> languages() noexcept;
[[nodiscard]] std::span<const Coded> needs() noexcept;

// ---- Occupations ----------------------------------------------------------------------------------------------------

enum class Workplace : std::uint8_t { on_site, remote, at_home };
enum class Shift : std::uint8_t { day, early, evening, split, flexible, night };

struct Occupation {
  Name name;
  Name craft;                                 // what one learns: "Video editing", 视频剪辑
  std::int16_t field = 0;                     // index into fields()
  Few<std::uint16_t, 7> essential, optional;  // indices into skills(): 4 to 7 and 3 to 6, none in both
  Few<std::uint16_t, 3> credentials;          // indices into credentials(): those that its employers ask for
  Few<std::string_view, 3> aliases_en, aliases_zh;
  std::uint16_t pay_lower = 0, pay_upper = 0;  // yuan a month
  std::uint8_t level = 0;                      // of its essential skills, 1..5
  Workplace workplace{};
  Shift shift{};
};
[[nodiscard]] std::span<const Occupation> occupations() noexcept;

/// How a course for the occupation is called at a level 1..8: "Video editing: foundation course", 视频剪辑初级班.
/// Pre: occupation < occupations().size(), 1 <= level <= 8.
[[nodiscard]] OwnedName course_name(std::size_t occupation, std::size_t level);

/// Work at the doorstep, paid by the unit.
struct PieceworkLot {
  Name name;
  Name unit;
  std::uint16_t unit_pay_fen = 0;
  std::uint16_t units_a_day = 0;  // of somebody with practice
  std::uint16_t occupation = 0;   // index into occupations()
};
[[nodiscard]] std::span<const PieceworkLot> piecework_lots() noexcept;

// ---- Places ---------------------------------------------------------------------------------------------------------

/// The eight real subdistricts and towns of Jinfeng District.
struct Township {
  Name name;
  std::string_view code;         // of the National Bureau of Statistics
  std::uint32_t population = 0;  // census of 2010; Helanshan Zhonglu, made in 2021, has no figure there: a guess, to serve as a weight
  double latitude = 0, longitude = 0;  // roughly its middle, in degrees
};
[[nodiscard]] std::span<const Township> townships() noexcept;

/// Its grids are [first_grid, first_grid + grid_count); some thirty each.
struct Community {
  Name name;
  std::uint16_t township = 0;  // index into townships()
  std::uint16_t first_grid = 0;
  std::uint16_t grid_count = 0;
};
[[nodiscard]] std::span<const Community> communities() noexcept;

/// The parts of an estate, which name its unit grids. A road of Yinchuan runs from east to west, a street from north to south.
enum class Parts : std::uint8_t { zones, phases, yards, road, street, lanes, groups };

/// A residential estate, staff compound, roadside or village. Estates follow one another as their communities do.
struct Estate {
  Name name;
  Parts parts{};
  std::uint16_t community = 0;  // index into communities()
  std::uint16_t first_grid = 0;
  std::uint16_t grid_count = 0;
};
[[nodiscard]] std::span<const Estate> estates() noexcept;

/// The unit grids that the tables name; further ones are parts of these.
inline constexpr std::size_t named_grids = 2024;
/// "Qingshuiwan Estate, East Zone", 清水湾小区东区; from named_grids on a part of such a grid: 清水湾小区东区第二网格.
/// No two are equal, in either language.
[[nodiscard]] OwnedName grid_name(std::size_t grid);

// ---- Employers ------------------------------------------------------------------------------------------------------

struct BusinessDistrict {
  Name name;
  std::uint16_t township = 0;  // index into townships()
};
[[nodiscard]] std::span<const BusinessDistrict> business_districts() noexcept;

struct Building {
  Name name;
  std::uint16_t district = 0;  // index into business_districts()
};
[[nodiscard]] std::span<const Building> buildings() noexcept;

/// So many employers have a name of their own, whatever their fields.
[[nodiscard]] std::size_t employer_name_count() noexcept;
/// A company ("Ningxia Hengrui Property Services Co., Ltd.", 宁夏恒瑞物业服务有限公司) or an outlet
/// ("Hengrui Supermarket (Baohu Middle Road)", 恒瑞超市（宝湖中路店）).
/// Pre: employer < employer_name_count(), field < fields().size().
[[nodiscard]] OwnedName employer_name(std::size_t employer, std::size_t field);

}  // namespace aril::sample::names
