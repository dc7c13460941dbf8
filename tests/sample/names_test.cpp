#include "aril/sample/names.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "aril/market/kind.hpp"

namespace aril::sample::names {
namespace {

// English is printable ASCII, Chinese has at least one character beyond it, and neither begins or ends with a space.
void expect_both_languages(std::string_view en, std::string_view zh) {
  ASSERT_FALSE(en.empty());
  ASSERT_FALSE(zh.empty());
  EXPECT_TRUE(std::ranges::all_of(en, [](unsigned char c) { return c >= ' ' && c < 0x7f; })) << en;
  EXPECT_TRUE(std::ranges::any_of(zh, [](unsigned char c) { return c >= 0x80; })) << zh;
  for (const std::string_view text : {en, zh}) {
    EXPECT_NE(text.front(), ' ') << text;
    EXPECT_NE(text.back(), ' ') << text;
    EXPECT_EQ(text.find("  "), std::string_view::npos) << text;
  }
}

// Two names are equal also where only capitals differ.
std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return out;
}

class Distinct {
 public:
  void add(std::string_view en, std::string_view zh) {
    expect_both_languages(en, zh);
    EXPECT_TRUE(en_.insert(lower(en)).second) << "twice: " << en;
    EXPECT_TRUE(zh_.insert(std::string(zh)).second) << "twice: " << zh;
  }
  void add(const Name& name) { add(name.en, name.zh); }
  void add(const OwnedName& name) { add(name.en, name.zh); }

 private:
  std::set<std::string> en_, zh_;
};

void expect_no_digit(std::string_view text) {
  EXPECT_TRUE(std::ranges::none_of(text, [](unsigned char c) { return std::isdigit(c) != 0; })) << text;
}

void expect_code(std::string_view code) {
  ASSERT_FALSE(code.empty());
  EXPECT_TRUE(std::ranges::all_of(code, [](unsigned char c) {
    return std::islower(c) != 0 || std::isdigit(c) != 0 || c == '_' || c == '-';
  })) << code;
}

bool is_field(int field) { return field >= 0 && static_cast<std::size_t>(field) < fields().size(); }

TEST(Names, FieldsAreThoseOfTheDistrict) {
  Distinct names;
  std::set<std::string_view> seen;
  for (const Field& field : fields()) {
    names.add(field.name);
    expect_code(field.code);
    EXPECT_TRUE(seen.insert(field.code).second) << field.code;
  }
  EXPECT_GE(fields().size(), 12U);
  for (const std::string_view asked :
       {"video", "live_commerce", "property_service", "car_sales", "maintenance", "electrical", "housekeeping", "handicraft"})
    EXPECT_TRUE(seen.contains(asked)) << asked;
}

TEST(Names, SkillsAreNamedByHandAndAllDiffer) {
  Distinct names;  // a skill is not called like a group or a field either
  for (const Field& field : fields()) names.add(field.name);
  for (const SkillGroup& group : skill_groups()) names.add(group.name);
  for (const Skill& skill : skills()) {
    names.add(skill.name);
    expect_no_digit(skill.name.en);
    expect_no_digit(skill.name.zh);
  }
  EXPECT_GE(skills().size(), 250U);
  EXPECT_GE(skill_groups().size(), 30U);
}

TEST(Names, GroupsHoldTheSkillsInOrder) {
  std::size_t next = 0;
  std::set<int> fields_with_groups;
  for (std::size_t group = 0; group < skill_groups().size(); ++group) {
    const SkillGroup& heading = skill_groups()[group];
    EXPECT_TRUE(is_field(heading.field) || heading.field == every_field) << heading.name.en;
    EXPECT_EQ(heading.first_skill, next);
    EXPECT_GE(heading.skill_count, 5U) << heading.name.en;
    next += heading.skill_count;
    ASSERT_LE(next, skills().size());
    for (const Skill& skill : skills().subspan(heading.first_skill, heading.skill_count)) {
      EXPECT_EQ(skill.group, group) << skill.name.en;
      EXPECT_EQ(skill.field, heading.field) << skill.name.en;
    }
    fields_with_groups.insert(heading.field);
  }
  EXPECT_EQ(next, skills().size());
  EXPECT_EQ(fields_with_groups.size(), fields().size() + 1);
}

TEST(Names, NarrowerSkillsAllDiffer) {
  Distinct names;
  for (const SkillGroup& group : skill_groups()) names.add(group.name);
  for (const Skill& skill : skills()) names.add(skill.name);
  for (std::size_t skill = 0; skill < skills().size(); ++skill)
    for (std::size_t by = 0; by < qualifier_count(skills()[skill].group); ++by) {
      const OwnedName name = narrower_skill_name(skill, by);
      names.add(name);
      expect_no_digit(name.en);
      expect_no_digit(name.zh);
    }
}

TEST(Names, EveryGroupHasQualifiersEnough) {
  std::vector<std::set<std::string_view>> by_field(fields().size() + 1);
  for (std::size_t group = 0; group < skill_groups().size(); ++group) {
    EXPECT_GE(qualifier_count(group), least_qualifiers) << skill_groups()[group].name.en;
    Distinct names;
    for (std::size_t i = 0; i < qualifier_count(group); ++i) {
      names.add(qualifier(group, i));
      by_field[static_cast<std::size_t>(skill_groups()[group].field + 1)].insert(qualifier(group, i).en);
    }
  }
  for (const auto& qualifiers : by_field) EXPECT_GE(qualifiers.size(), 60U);
}

TEST(Names, ANarrowerSkillReadsLikeOne) {
  const auto editing =
      std::ranges::find(skills(), std::string_view("Short-video editing"), [](const Skill& skill) { return skill.name.en; });
  ASSERT_NE(editing, skills().end());
  std::size_t bakeries = 0;
  while (qualifier(editing->group, bakeries).en != "bakeries") ++bakeries;
  const OwnedName name = narrower_skill_name(static_cast<std::size_t>(editing - skills().begin()), bakeries);
  EXPECT_EQ(name.en, "Short-video editing: bakeries");
  EXPECT_EQ(name.zh, "短视频剪辑（烘焙店）");
}

TEST(Names, CodedListsAllDiffer) {
  std::set<std::string_view> codes;
  Distinct names;
  for (const Credential& credential : credentials()) {
    expect_code(credential.code);
    EXPECT_TRUE(codes.insert(credential.code).second) << credential.code;
    EXPECT_TRUE(is_field(credential.field) || credential.field == every_field) << credential.code;
    names.add(credential.name);
  }
  EXPECT_GE(credentials().size(), 25U);
  for (const auto list : {languages(), needs()}) {
    std::set<std::string_view> list_codes;
    Distinct list_names;
    for (const Coded& entry : list) {
      expect_code(entry.code);
      EXPECT_TRUE(list_codes.insert(entry.code).second) << entry.code;
      list_names.add(entry.name);
    }
  }
  for (const std::string_view need : {"step_free", "doorstep", "quiet", "screen_reader", "flexible_breaks", "sign_language"})
    EXPECT_TRUE(std::ranges::any_of(needs(), [&](const Coded& entry) { return entry.code == need; })) << need;
  EXPECT_EQ(languages().front().code, "zh");
}

TEST(Names, OccupationsAskForSkillsThatExist) {
  EXPECT_GE(occupations().size(), 48U);
  std::vector<std::size_t> in_field(fields().size());
  for (const Occupation& occupation : occupations()) {
    SCOPED_TRACE(occupation.name.en);
    ASSERT_TRUE(is_field(occupation.field));
    ++in_field[static_cast<std::size_t>(occupation.field)];
    EXPECT_GE(occupation.essential.size(), 4U);
    EXPECT_LE(occupation.essential.size(), 7U);
    EXPECT_GE(occupation.optional.size(), 3U);
    EXPECT_LE(occupation.optional.size(), 6U);
    std::set<std::uint16_t> seen;
    for (const auto& list : {occupation.essential, occupation.optional})
      for (const std::uint16_t skill : list) {
        EXPECT_LT(skill, skills().size());
        EXPECT_TRUE(seen.insert(skill).second) << skills()[skill].name.en;
      }
    EXPECT_TRUE(std::ranges::any_of(occupation.essential, [&](std::uint16_t skill) { return skills()[skill].field == occupation.field; }));
    for (const std::uint16_t credential : occupation.credentials) EXPECT_LT(credential, credentials().size());
    EXPECT_LT(occupation.pay_lower, occupation.pay_upper);
    EXPECT_GE(occupation.pay_lower, 1000U);
    EXPECT_LE(occupation.pay_upper, 15000U);
    EXPECT_GE(occupation.level, 1U);
    EXPECT_LE(occupation.level, 5U);
  }
  for (std::size_t field = 0; field < fields().size(); ++field) EXPECT_GE(in_field[field], 4U) << fields()[field].name.en;
  for (const Workplace workplace : {Workplace::on_site, Workplace::remote, Workplace::at_home})
    EXPECT_TRUE(std::ranges::any_of(occupations(), [&](const Occupation& o) { return o.workplace == workplace; }));
  for (const Shift shift : {Shift::day, Shift::early, Shift::evening, Shift::split, Shift::flexible, Shift::night})
    EXPECT_TRUE(std::ranges::any_of(occupations(), [&](const Occupation& o) { return o.shift == shift; }));
}

TEST(Names, OccupationTitlesAndAliasesAllDiffer) {
  std::set<std::string> en, zh;
  for (const Occupation& occupation : occupations()) {
    expect_both_languages(occupation.name.en, occupation.name.zh);
    expect_both_languages(occupation.craft.en, occupation.craft.zh);
    EXPECT_GE(occupation.aliases_en.size(), 1U) << occupation.name.en;
    EXPECT_GE(occupation.aliases_zh.size(), 1U) << occupation.name.en;
    std::vector<std::string_view> titles_en{occupation.name.en}, titles_zh{occupation.name.zh};
    titles_en.insert(titles_en.end(), occupation.aliases_en.begin(), occupation.aliases_en.end());
    titles_zh.insert(titles_zh.end(), occupation.aliases_zh.begin(), occupation.aliases_zh.end());
    for (const std::string_view title : titles_en) {
      expect_no_digit(title);
      EXPECT_TRUE(en.insert(lower(title)).second) << "twice: " << title;
    }
    for (const std::string_view title : titles_zh) {
      expect_no_digit(title);
      EXPECT_TRUE(zh.insert(std::string(title)).second) << "twice: " << title;
    }
  }
}

TEST(Names, CoursesAllDiffer) {
  Distinct names;
  for (std::size_t occupation = 0; occupation < occupations().size(); ++occupation)
    for (std::size_t level = 1; level <= 8; ++level) names.add(course_name(occupation, level));
  EXPECT_EQ(course_name(0, 1).en, "Video editing: starter course");
  EXPECT_EQ(course_name(0, 1).zh, "视频剪辑入门班");
}

TEST(Names, PieceworkPaysADaysWageInUnitsOfItsOwn) {
  Distinct names;
  EXPECT_GE(piecework_lots().size(), 15U);
  for (const PieceworkLot& lot : piecework_lots()) {
    SCOPED_TRACE(lot.name.en);
    names.add(lot.name);
    expect_both_languages(lot.unit.en, lot.unit.zh);
    ASSERT_LT(lot.occupation, occupations().size());
    EXPECT_EQ(occupations()[lot.occupation].workplace, Workplace::at_home);
    const unsigned day = unsigned{lot.unit_pay_fen} * lot.units_a_day;
    EXPECT_GE(day, 4000U);
    EXPECT_LE(day, 8000U);
  }
}

TEST(Names, TheEightTownshipsAreTheRealOnes) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 8> real = {{{"640106001", "满城北街街道"},
                                                                                  {"640106002", "黄河东路街道"},
                                                                                  {"640106003", "长城中路街道"},
                                                                                  {"640106004", "北京中路街道"},
                                                                                  {"640106005", "上海西路街道"},
                                                                                  {"640106006", "贺兰山中路街道"},
                                                                                  {"640106100", "良田镇"},
                                                                                  {"640106101", "丰登镇"}}};
  ASSERT_EQ(townships().size(), real.size());
  Distinct names;
  std::uint32_t counted = 0;
  for (std::size_t i = 0; i < real.size(); ++i) {
    const Township& township = townships()[i];
    names.add(township.name);
    EXPECT_EQ(township.code, real[i].first);
    EXPECT_EQ(township.name.zh, real[i].second);
    EXPECT_GT(township.population, 10000U);
    if (township.code != "640106006") counted += township.population;
    EXPECT_GE(township.latitude, 38.43);
    EXPECT_LE(township.latitude, 38.58);
    EXPECT_GE(township.longitude, 106.10);
    EXPECT_LE(township.longitude, 106.30);
  }
  EXPECT_EQ(counted, 282554U);  // the census of 2010
}

TEST(Names, SixtyEightCommunitiesCoverAllTownshipsAndGrids) {
  ASSERT_EQ(communities().size(), 68U);
  Distinct names;
  std::vector<std::size_t> in_township(townships().size());
  std::size_t grid = 0;
  for (const Community& community : communities()) {
    names.add(community.name);
    ASSERT_LT(community.township, townships().size());
    ++in_township[community.township];
    EXPECT_EQ(community.first_grid, grid);
    EXPECT_GE(community.grid_count, 20U);
    EXPECT_LE(community.grid_count, 40U);
    grid += community.grid_count;
  }
  EXPECT_EQ(grid, named_grids);
  for (const std::size_t count : in_township) EXPECT_GE(count, 3U);
  EXPECT_TRUE(std::ranges::is_sorted(communities(), {}, &Community::township));
  // clang-format off
  constexpr std::array<std::string_view, 9> of_shanghai_xilu = {
      "建一公司社区", "清水湾社区", "银新苑南社区", "银新苑北社区", "馨和苑社区",
      "碧水蓝天社区", "欧陆经典社区", "景湖村", "银丰村"};
  // clang-format on
  for (const std::string_view real : of_shanghai_xilu)
    EXPECT_TRUE(std::ranges::any_of(communities(), [&](const Community& c) { return c.name.zh == real && c.township == 4; })) << real;
}

TEST(Names, EstatesTileTheirCommunities) {
  EXPECT_GE(estates().size(), 420U);
  Distinct names;
  std::size_t grid = 0;
  for (const Estate& estate : estates()) {
    names.add(estate.name);
    EXPECT_EQ(estate.first_grid, grid) << estate.name.en;
    EXPECT_GE(estate.grid_count, 2U) << estate.name.en;
    grid += estate.grid_count;
    ASSERT_LT(estate.community, communities().size());
    const Community& community = communities()[estate.community];
    EXPECT_GE(estate.first_grid, community.first_grid);
    EXPECT_LE(grid, std::size_t{community.first_grid} + community.grid_count);
  }
  EXPECT_EQ(grid, named_grids);
}

TEST(Names, GridsAllDiffer) {
  Distinct names;
  for (std::size_t grid = 0; grid < 10 * named_grids; ++grid) names.add(grid_name(grid));
  EXPECT_EQ(grid_name(0).en, "Manchun Jiayuan, East Zone");
  EXPECT_EQ(grid_name(0).zh, "满春家园东区");
  EXPECT_EQ(grid_name(named_grids).en, "Manchun Jiayuan, East Zone, Grid 2");
  EXPECT_EQ(grid_name(named_grids).zh, "满春家园东区第二网格");
  EXPECT_EQ(grid_name(9 * named_grids).zh, "满春家园东区第十网格");
  EXPECT_EQ(grid_name(20 * named_grids).zh, "满春家园东区第二十一网格");
  EXPECT_EQ(grid_name(100 * named_grids).zh, "满春家园东区第101网格");
}

TEST(Names, RoadsRunEastAndWestAndStreetsNorthAndSouth) {
  for (const Estate& estate : estates()) {
    if (estate.parts != Parts::road && estate.parts != Parts::street) continue;
    const bool is_street = estate.name.zh.find("街沿街") != std::string_view::npos;
    EXPECT_EQ(is_street, estate.parts == Parts::street) << estate.name.zh;
  }
}

TEST(Names, BusinessDistrictsAndBuildingsAllDiffer) {
  Distinct names;
  EXPECT_GE(business_districts().size(), 12U);
  EXPECT_GE(buildings().size(), 60U);
  for (const BusinessDistrict& district : business_districts()) {
    names.add(district.name);
    EXPECT_LT(district.township, townships().size());
  }
  std::vector<std::size_t> in_district(business_districts().size());
  for (const Building& building : buildings()) {
    names.add(building.name);
    ASSERT_LT(building.district, business_districts().size());
    ++in_district[building.district];
  }
  for (const std::size_t count : in_district) EXPECT_GE(count, 3U);
}

TEST(Names, EmployersAllDifferWhateverTheirFields) {
  ASSERT_GE(employer_name_count(), 2500U);
  Distinct of_one_field, of_another, mixed;
  for (std::size_t employer = 0; employer < employer_name_count(); ++employer) {
    of_one_field.add(employer_name(employer, 0));
    of_another.add(employer_name(employer, fields().size() - 1));
    mixed.add(employer_name(employer, employer % 97 % fields().size()));
  }
}

TEST(Names, EmployersAreCompaniesAndOutletsInEveryField) {
  for (std::size_t field = 0; field < fields().size(); ++field) {
    std::size_t companies = 0;
    for (std::size_t employer = 0; employer < 1000; ++employer)
      if (employer_name(employer, field).zh.ends_with("有限公司")) ++companies;
    EXPECT_GE(companies, 100U) << fields()[field].name.en;
    EXPECT_LE(companies, 900U) << fields()[field].name.en;
  }
}

}  // namespace
}  // namespace aril::sample::names
