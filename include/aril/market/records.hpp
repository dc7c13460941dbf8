// One row of each table in the user's own words: ids as text, everything optional that may be missing. What a MarketBuilder takes and `record_of` gives back.
// Fields stand in the order of the columns in docs/market_format.md; comparison is field by field in that order, missing first.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "aril/market/kind.hpp"
#include "aril/units/date.hpp"
#include "aril/units/level.hpp"
#include "aril/units/money.hpp"
#include "aril/units/week_mask.hpp"

namespace aril {

template <class T>
using OptionalList = std::optional<std::vector<T>>;  // nullopt: not stated; empty: has none

struct SkillItem {
  std::string skill;
  Level level = level_not_stated;
  auto operator<=>(const SkillItem&) const = default;
};
struct RequirementItem {
  std::string skill;
  Level level = level_not_stated;
  std::optional<std::uint32_t> count;  // 0..10,000; not stated: 2 for a must, 1 for a nice
  auto operator<=>(const RequirementItem&) const = default;
};
struct LanguageItem {
  std::string language;
  Level level = level_not_stated;
  auto operator<=>(const LanguageItem&) const = default;
};
struct OfferItem {
  std::string need;
  bool offered = true;
  auto operator<=>(const OfferItem&) const = default;
};
struct LikeItem {
  std::string name;
  int value = 0;  // -2..2
  auto operator<=>(const LikeItem&) const = default;
};
struct KindLike {
  Kind kind{};
  int value = 0;
  auto operator<=>(const KindLike&) const = default;
};
struct WorkplaceLike {
  Workplace workplace{};
  int value = 0;
  auto operator<=>(const WorkplaceLike&) const = default;
};
struct Titles {
  std::string english;  // empty: not stated
  std::string chinese;
  auto operator<=>(const Titles&) const = default;
};

struct ModeRecord {
  std::string id;
  Titles title;
  std::optional<std::int64_t> metres_per_minute;  // 1..10,000
  auto operator<=>(const ModeRecord&) const = default;
};
struct AreaRecord {
  std::string id;
  Titles title;
  std::string kind;
  std::optional<std::string> parent;
  auto operator<=>(const AreaRecord&) const = default;
};
struct GridRecord {
  std::string id;
  Titles title;
  std::optional<std::string> area;
  std::optional<double> latitude;  // both or neither
  std::optional<double> longitude;
  auto operator<=>(const GridRecord&) const = default;
};
struct TravelRecord {
  std::string mode;
  std::string from;
  std::string to;
  std::int64_t minutes = 0;  // 0..253, 254 not known, 255 out of reach
  auto operator<=>(const TravelRecord&) const = default;
};
struct SkillRecord {
  std::string id;
  Titles title;
  OptionalList<std::string> aliases;
  OptionalList<std::string> broader;
  OptionalList<std::string> related;
  bool group = false;
  auto operator<=>(const SkillRecord&) const = default;
};
struct OccupationRecord {
  std::string id;
  Titles title;
  OptionalList<std::string> aliases;
  OptionalList<std::string> broader;
  OptionalList<std::string> related;
  bool group = false;
  OptionalList<SkillItem> essential;
  OptionalList<SkillItem> optional;
  auto operator<=>(const OccupationRecord&) const = default;
};
struct EmployerRecord {
  std::string id;
  Titles title;
  std::string kind;
  std::optional<std::string> parent;
  std::optional<std::string> grid;
  OptionalList<std::string> blocked_residents;
  auto operator<=>(const EmployerRecord&) const = default;
};
struct ResidentRecord {
  std::string id;
  std::optional<std::string> home;
  std::optional<std::string> mode;
  std::optional<std::int64_t> travel_limit;  // minutes, 0..1440
  OptionalList<Kind> wanted_kinds;
  OptionalList<Workplace> wanted_workplaces;
  OptionalList<SkillItem> skills;
  OptionalList<std::string> credentials;
  OptionalList<LanguageItem> languages;
  std::optional<WeekMask> week;
  std::optional<Money> pay_floor;  // a month
  std::optional<std::string> currency;
  OptionalList<std::string> needs;
  std::optional<bool> of_legal_age;
  std::optional<Date> available_from;
  std::optional<Money> budget;
  std::optional<std::int64_t> daily_units;
  OptionalList<std::string> wanted_occupations;
  OptionalList<std::string> held_occupations;
  OptionalList<LikeItem> liked_employers;
  OptionalList<KindLike> liked_kinds;
  OptionalList<WorkplaceLike> liked_workplaces;
  OptionalList<std::string> blocked_postings;
  OptionalList<std::string> blocked_employers;
  auto operator<=>(const ResidentRecord&) const = default;
};
struct PostingRecord {
  std::string id;
  Kind kind{};
  Titles title;
  std::string employer;
  std::optional<std::string> occupation;
  std::optional<std::int64_t> seats;
  std::optional<Date> opens;
  std::optional<Date> closes;
  std::optional<Date> posted;
  std::optional<Workplace> workplace;
  std::optional<std::string> grid;
  std::optional<std::string> pickup_grid;
  std::optional<WeekMask> week;
  std::optional<std::int64_t> hours_asked;
  std::optional<Money> pay_lower;
  std::optional<Money> pay_upper;
  std::optional<PayPeriod> pay_period;
  std::optional<std::string> currency;
  OptionalList<RequirementItem> must_skills;
  OptionalList<RequirementItem> nice_skills;
  OptionalList<std::string> credentials;
  OptionalList<LanguageItem> languages;
  OptionalList<OfferItem> offers;
  std::optional<bool> legal_age;
  std::optional<Date> latest_start;
  std::optional<Date> starts;
  std::optional<Date> ends;
  OptionalList<std::string> blocked_residents;
  OptionalList<SkillItem> grants;
  OptionalList<SkillItem> prerequisite_skills;
  OptionalList<std::string> prerequisite_credentials;
  std::optional<Money> fee;
  OptionalList<std::string> ordered_by;
  std::optional<std::int64_t> units;
  std::optional<Money> unit_pay;
  std::optional<Date> due;
  std::optional<std::int64_t> least_daily_units;
  std::optional<std::int64_t> most_daily_units;
  auto operator<=>(const PostingRecord&) const = default;
};
struct ProtectedRecord {
  std::string resident;
  std::string ethnicity;
  std::string sex;
  std::string age_group;
  std::string religion;
  std::string disability;
  std::string origin;
  auto operator<=>(const ProtectedRecord&) const = default;
};

}  // namespace aril
