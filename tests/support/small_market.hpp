// A market that fits on a page, for tests to change one thing in.
#pragma once

#include "aril/market/market_builder.hpp"

namespace aril::test {

struct SmallMarket {
  std::vector<ModeRecord> modes{{.id = "bike", .title = {}, .metres_per_minute = 200}};
  std::vector<AreaRecord> areas{{.id = "district", .title = {}, .kind = "district", .parent = {}},
                                {.id = "north", .title = {}, .kind = "township", .parent = "district"}};
  std::vector<GridRecord> grids{{.id = "g1", .title = {}, .area = "north", .latitude = 38.48, .longitude = 106.20},
                                {.id = "g2", .title = {}, .area = "north", .latitude = 38.50, .longitude = 106.20}};
  std::vector<TravelRecord> travel;
  std::vector<SkillRecord> skills{
      {.id = "electricity", .title = {"electricity", "电"}, .aliases = {}, .broader = {}, .related = {}},
      {.id = "wiring", .title = {"wiring", "布线"}, .aliases = {}, .broader = {{"electricity"}}, .related = {}},
      {.id = "house_wiring", .title = {"house wiring", "室内布线"}, .aliases = {}, .broader = {{"wiring"}}, .related = {}},
      {.id = "cooking", .title = {"cooking", "烹饪"}, .aliases = {}, .broader = {}, .related = {}}};
  std::vector<OccupationRecord> occupations{{.id = "crafts",
                                             .title = {"crafts", "技工"},
                                             .aliases = {},
                                             .broader = {},
                                             .related = {},
                                             .group = true,
                                             .essential = {},
                                             .optional = {}},
                                            {.id = "electrician",
                                             .title = {"electrician", "电工"},
                                             .aliases = {},
                                             .broader = {{"crafts"}},
                                             .related = {},
                                             .group = false,
                                             .essential = {{{"wiring", 3}}},
                                             .optional = {}}};
  std::vector<EmployerRecord> employers{
      {.id = "e1", .title = {"Power Shop", "电力店"}, .kind = {}, .parent = {}, .grid = "g1", .blocked_residents = {}}};
  std::vector<ResidentRecord> residents{resident("r1"), resident("r2")};
  std::vector<PostingRecord> postings{posting("p1")};
  std::vector<ProtectedRecord> protected_attributes;
  MarketSettings settings{"CNY", "Small", "小"};

  static ResidentRecord resident(std::string id) {
    ResidentRecord record;
    record.id = std::move(id);
    record.home = "g1";
    record.mode = "bike";
    record.travel_limit = 30;
    record.skills = {{{"house_wiring", 4}}};
    record.wanted_occupations = {{"electrician"}};
    return record;
  }
  static PostingRecord posting(std::string id) {
    PostingRecord record;
    record.id = std::move(id);
    record.title = {"Electrician", "电工"};
    record.employer = "e1";
    record.occupation = "electrician";
    record.grid = "g2";
    record.must_skills = {{{"wiring", 3, {}}}};
    return record;
  }

  [[nodiscard]] MarketBuilder builder() const {
    MarketBuilder builder;
    builder.set(settings);
    const auto add_all = [&](const auto& records) {
      for (const auto& record : records) builder.add(record);
    };
    add_all(modes);
    add_all(areas);
    add_all(grids);
    add_all(travel);
    add_all(skills);
    add_all(occupations);
    add_all(employers);
    add_all(residents);
    add_all(postings);
    add_all(protected_attributes);
    return builder;
  }
  [[nodiscard]] Market build() const { return builder().build(); }
  // All problems that a strict build reports.
  [[nodiscard]] std::vector<Problem> problems() const {
    try {
      (void)build();
    } catch (const Error& error) {
      return error.problems();
    }
    return {};
  }
};

}  // namespace aril::test
