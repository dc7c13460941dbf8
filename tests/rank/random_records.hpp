// Small random markets as records, and random edits of every kind. Values come from small pools, so that ties and borders are common.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "aril/market/market_builder.hpp"
#include "support/small_market.hpp"

namespace aril::test {

class RandomRecords {
 public:
  explicit RandomRecords(std::uint64_t seed) : random_(seed) {
    all_.modes = {{.id = "bike", .title = {}, .metres_per_minute = 200}, {.id = "walk", .title = {}, .metres_per_minute = 60}};
    all_.grids.clear();
    for (int i = 0; i < 6; ++i) {
      all_.grids.push_back({.id = "g" + std::to_string(i), .title = {}, .area = "north", .latitude = 38.48 + 0.01 * i, .longitude = 106.2});
    }
    for (int i = 1; i <= 4; ++i) all_.employers.push_back(employer("e" + std::to_string(i + 1)));
    all_.employers.erase(all_.employers.begin());
    all_.residents.clear();
    all_.postings.clear();
    for (int i = 0; i < 14; ++i) all_.residents.push_back(resident());
    for (int i = 0; i < 24; ++i) all_.postings.push_back(posting());
  }

  [[nodiscard]] Market market() const { return all_.builder().build(); }
  [[nodiscard]] std::size_t up_to(std::size_t most) { return std::uniform_int_distribution<std::size_t>(0, most)(random_); }
  [[nodiscard]] bool maybe(double chance) { return std::bernoulli_distribution(chance)(random_); }

  static constexpr std::size_t edit_count = 16;
  void edit(std::size_t kind) {
    switch (kind) {
      case 0: all_.residents.push_back(resident()); break;
      case 1: remove_resident(); break;
      case 2: change_resident(); break;
      case 3: one_of(all_.residents).pay_floor = 100'000 * static_cast<Money>(up_to(5)); break;
      case 4: one_of(all_.residents).skills = skills(); break;
      case 5: all_.postings.push_back(posting()); break;
      case 6: remove_posting(); break;
      case 7: change_posting(); break;
      case 8: close_posting(); break;
      case 9: one_of(all_.postings).seats = static_cast<std::int64_t>(up_to(1)); break;
      case 10: one_of(all_.postings).title = {"Another title", ""}; break;
      case 11: one_of(all_.employers).blocked_residents = {{one_of(all_.residents).id}}; break;
      case 12: one_of(all_.grids).latitude = 38.48 + 0.02 * static_cast<double>(up_to(5)); break;
      case 13: one_of(all_.residents).blocked_postings = {{one_of(all_.postings).id}}; break;
      case 14:
        all_.protected_attributes = {{.resident = one_of(all_.residents).id,
                                      .ethnicity = "x",
                                      .sex = "y",
                                      .age_group = "",
                                      .religion = "",
                                      .disability = "",
                                      .origin = ""}};
        break;
      default: relate_skills(); break;
    }
  }

 private:
  template <class Record>
  Record& one_of(std::vector<Record>& records) {
    return records[up_to(records.size() - 1)];
  }
  template <class Value>
  Value pick(std::initializer_list<Value> values) {
    return *(values.begin() + static_cast<std::ptrdiff_t>(up_to(values.size() - 1)));
  }
  static EmployerRecord employer(std::string id) {
    return {.id = std::move(id), .title = {}, .kind = {}, .parent = {}, .grid = {}, .blocked_residents = {}};
  }
  std::string new_id(const char* stem) {
    return stem + std::to_string(up_to(8)) + "-" + std::to_string(++ids_);
  }  // new ones stand among the old

  OptionalList<SkillItem> skills() {
    if (maybe(0.1)) return {};
    std::vector<SkillItem> held;
    for (const char* skill : {"electricity", "wiring", "house_wiring", "cooking"}) {
      if (maybe(0.4)) held.push_back({skill, static_cast<Level>(up_to(4))});
    }
    return held;
  }
  ResidentRecord resident() {
    ResidentRecord record;
    record.id = new_id("r");
    if (maybe(0.9)) record.home = "g" + std::to_string(up_to(5));
    if (maybe(0.9)) record.mode = pick({"bike", "walk"});
    if (maybe(0.8)) record.travel_limit = pick({10, 30, 60});
    record.skills = skills();
    if (maybe(0.5)) record.pay_floor = 100'000 * static_cast<Money>(up_to(5));
    if (maybe(0.3)) record.wanted_kinds = {{Kind::job}};
    if (maybe(0.7)) record.wanted_occupations = {{pick({"electrician", "crafts"})}};
    if (maybe(0.3)) record.liked_employers = {{{"e" + std::to_string(2 + up_to(3)), static_cast<int>(up_to(4)) - 2}}};
    if (maybe(0.2)) record.credentials = {{"permit"}};
    return record;
  }
  PostingRecord posting() {
    PostingRecord record;
    record.id = new_id("p");
    record.kind = pick({Kind::job, Kind::job, Kind::training_slot, Kind::internship});
    record.employer = "e" + std::to_string(2 + up_to(3));
    if (maybe(0.8)) record.occupation = pick({"electrician", "crafts"});
    if (maybe(0.9)) record.grid = "g" + std::to_string(up_to(5));
    if (maybe(0.3)) record.must_skills = {{{pick({"electricity", "wiring", "cooking"}), static_cast<Level>(up_to(3)), {}}}};
    if (maybe(0.5)) record.nice_skills = {{{"house_wiring", 2, {}}}};
    if (maybe(0.2)) record.credentials = {{"permit"}};
    if (maybe(0.7)) record.posted = Date(2026, 5, static_cast<int>(1 + up_to(29)));
    if (maybe(0.3)) record.opens = Date(2026, 6, static_cast<int>(1 + up_to(5)));
    if (record.kind == Kind::job && maybe(0.7)) {
      record.pay_upper = 100'000 * static_cast<Money>(1 + up_to(5));
      record.pay_period = PayPeriod::month;
    }
    if (record.kind == Kind::training_slot && maybe(0.7)) record.grants = {{{"wiring", 4}}};
    return record;
  }

  void remove_resident() {
    if (all_.residents.size() < 3) return;
    const std::string id = take(all_.residents);
    for (EmployerRecord& one : all_.employers) forget(one.blocked_residents, id);
    std::erase_if(all_.protected_attributes, [&](const ProtectedRecord& record) { return record.resident == id; });
  }
  void remove_posting() {
    if (all_.postings.size() < 3) return;
    const std::string id = take(all_.postings);
    for (ResidentRecord& one : all_.residents) forget(one.blocked_postings, id);
  }
  void change_resident() {
    ResidentRecord& old = one_of(all_.residents);
    std::string id = old.id;
    old = resident();
    old.id = std::move(id);
  }
  void change_posting() {
    PostingRecord& old = one_of(all_.postings);
    std::string id = old.id;
    old = posting();
    old.id = std::move(id);
  }
  void close_posting() {
    PostingRecord& posting = one_of(all_.postings);
    posting.opens.reset();
    posting.closes = Date(2026, 6, maybe(0.5) ? 2 : 30);
  }
  void relate_skills() {
    all_.skills[up_to(2)].related = maybe(0.5) ? OptionalList<std::string>{{"cooking"}} : OptionalList<std::string>{};
  }

  template <class Record>
  std::string take(std::vector<Record>& records) {
    const auto place = records.begin() + static_cast<std::ptrdiff_t>(up_to(records.size() - 1));
    std::string id = place->id;
    records.erase(place);
    return id;
  }
  static void forget(OptionalList<std::string>& list, const std::string& id) {
    if (list) std::erase(*list, id);
  }

  std::mt19937_64 random_;
  SmallMarket all_;
  int ids_ = 0;
};

}  // namespace aril::test
