#include "record_checks.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

#include "aril/text/utf8.hpp"

namespace aril {
namespace {

constexpr std::int64_t most_units = 1'000'000'000;

// Collects the checks that records share; each reports at most one fault a field.
class Checker {
 public:
  explicit Checker(Fault fault) : fault_(fault) {}

  void id(std::string_view field, const std::string& value) {
    const bool has_control =
        std::any_of(value.begin(), value.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (value.empty() || has_control) {
      fault_(ErrorCode::invalid_id, field, "an id that is not empty and has no control characters",
             value.empty() ? "nothing" : "'" + value + "'");
    } else {
      text(field, value);
    }
  }
  void id(std::string_view field, const std::optional<std::string>& value) {
    if (value) id(field, *value);
  }
  void ids(std::string_view field, const OptionalList<std::string>& list) {
    if (!list) return;
    for (const std::string& value : *list) id(field, value);
  }
  void text(std::string_view field, const std::string& value) {
    if (!text::is_valid_utf8(value)) fault_(ErrorCode::invalid_utf8, field, "UTF-8", "bytes that are not");
  }
  void text(std::string_view field, const std::optional<std::string>& value) {
    if (value) text(field, *value);
  }
  void titles(const Titles& title) {
    text("title_en", title.english);
    text("title_zh", title.chinese);
  }
  void range(std::string_view field, std::int64_t value, std::int64_t least, std::int64_t most) {
    if (value >= least && value <= most) return;
    fault_(ErrorCode::out_of_range, field, std::to_string(least) + ".." + std::to_string(most), std::to_string(value));
  }
  void range(std::string_view field, const std::optional<std::int64_t>& value, std::int64_t least, std::int64_t most) {
    if (value) range(field, *value, least, most);
  }
  void amount(std::string_view field, const std::optional<Money>& value) {
    if (!value || (*value >= 0 && *value <= max_amount)) return;
    fault_(ErrorCode::out_of_range, field, "an amount of 0.." + std::to_string(max_amount) + " in minor units", std::to_string(*value));
  }
  template <class T>
  void ordered(std::string_view field, const std::optional<T>& first, const std::optional<T>& last, std::string_view first_name) {
    if (first && last && *last < *first)
      fault_(ErrorCode::wrong_order, field, "not before " + std::string(first_name) + " " + shown(*first), shown(*last));
  }
  void skills(std::string_view field, const OptionalList<SkillItem>& list) {
    if (!list) return;
    for (const SkillItem& item : *list) {
      id(field, item.skill);
      range(field, item.level, 0, max_skill_level);
    }
  }
  void requirements(std::string_view field, const OptionalList<RequirementItem>& list) {
    if (!list) return;
    for (const RequirementItem& item : *list) {
      id(field, item.skill);
      range(field, item.level, 0, max_skill_level);
      if (item.count) range(field, *item.count, 0, 10'000);
    }
  }
  void languages(const OptionalList<LanguageItem>& list) {
    if (!list) return;
    for (const LanguageItem& item : *list) {
      id("languages", item.language);
      range("languages", item.level, 0, max_language_level);
    }
  }
  // Pre of a contradiction: the same name with two values.
  template <class Name, class Value>
  void once(std::string_view field, std::map<Name, Value>& seen, const Name& name, const Value& value, const std::string& shown_name) {
    const auto [place, is_new] = seen.emplace(name, value);
    if (!is_new && place->second != value) fault_(ErrorCode::contradiction, field, "one value for '" + shown_name + "'", "two");
  }
  void fault(ErrorCode code, std::string_view field, std::string expected, std::string found) {
    fault_(code, field, std::move(expected), std::move(found));
  }

 private:
  static std::string shown(const Date& date) { return date.iso(); }
  static std::string shown(std::int64_t number) { return std::to_string(number); }

  Fault fault_;
};

template <class Concept>
void check_concept(const Concept& record, Checker& checker) {
  checker.id("id", record.id);
  checker.titles(record.title);
  if (record.aliases) {
    for (const std::string& alias : *record.aliases) checker.text("aliases", alias);
  }
  checker.ids("broader", record.broader);
  checker.ids("related", record.related);
}

void check_coordinate(Checker& checker, std::string_view field, const std::optional<double>& value, double most) {
  // Written so that NaN is out of range.
  if (value && !(std::abs(*value) <= most)) {
    checker.fault(ErrorCode::out_of_range, field,
                  "degrees of -" + std::to_string(static_cast<int>(most)) + ".." + std::to_string(static_cast<int>(most)),
                  std::to_string(*value));
  }
}

void check_likes(const ResidentRecord& record, Checker& checker) {
  std::map<std::string, int> employers;
  std::map<std::string, int> kinds;
  std::map<std::string, int> workplaces;
  const auto like = [&](std::string_view field, std::map<std::string, int>& seen, const std::string& name, int value) {
    checker.range(field, value, -2, 2);
    checker.once(field, seen, name, value, name);
  };
  for (const LikeItem& item : record.liked_employers.value_or(std::vector<LikeItem>{}))
    like("liked_employers", employers, item.name, item.value);
  for (const KindLike& item : record.liked_kinds.value_or(std::vector<KindLike>{}))
    like("liked_kinds", kinds, std::string(name_of(item.kind)), item.value);
  for (const WorkplaceLike& item : record.liked_workplaces.value_or(std::vector<WorkplaceLike>{})) {
    like("liked_workplaces", workplaces, std::string(name_of(item.workplace)), item.value);
  }
}

void check_pay(const PostingRecord& record, Checker& checker) {
  checker.amount("pay_lower", record.pay_lower);
  checker.amount("pay_upper", record.pay_upper);
  checker.ordered("pay_upper", record.pay_lower, record.pay_upper, "pay_lower");
  checker.text("currency", record.currency);
  checker.amount("fee", record.fee);
  checker.amount("unit_pay", record.unit_pay);
}

void check_hours(const PostingRecord& record, Checker& checker) {
  checker.range("hours_asked", record.hours_asked, 0, 168);
  if (record.hours_asked && record.week && *record.hours_asked > record.week->hours()) {
    checker.fault(ErrorCode::out_of_range, "hours_asked", "at most the " + std::to_string(record.week->hours()) + " hours of its week",
                  std::to_string(*record.hours_asked));
  }
}

}  // namespace

void check(const ModeRecord& record, Fault fault) {
  Checker checker(fault);
  checker.id("id", record.id);
  checker.titles(record.title);
  checker.range("metres_per_minute", record.metres_per_minute, 1, 10'000);
}

void check(const AreaRecord& record, Fault fault) {
  Checker checker(fault);
  checker.id("id", record.id);
  checker.titles(record.title);
  checker.text("kind", record.kind);
}

void check(const GridRecord& record, Fault fault) {
  Checker checker(fault);
  checker.id("id", record.id);
  checker.titles(record.title);
  if (record.latitude.has_value() != record.longitude.has_value()) {
    checker.fault(ErrorCode::missing_value, record.latitude ? "longitude" : "latitude", "both latitude and longitude, or neither",
                  "one of them");
  }
  check_coordinate(checker, "latitude", record.latitude, 90);
  check_coordinate(checker, "longitude", record.longitude, 180);
}

void check(const TravelRecord& record, Fault fault) { Checker(fault).range("minutes", record.minutes, 0, 255); }

void check(const SkillRecord& record, Fault fault) {
  Checker checker(fault);
  check_concept(record, checker);
}

void check(const OccupationRecord& record, Fault fault) {
  Checker checker(fault);
  check_concept(record, checker);
  checker.skills("essential", record.essential);
  checker.skills("optional", record.optional);
}

void check(const EmployerRecord& record, Fault fault) {
  Checker checker(fault);
  checker.id("id", record.id);
  checker.titles(record.title);
  checker.text("kind", record.kind);
}

void check(const ResidentRecord& record, Fault fault) {
  Checker checker(fault);
  checker.id("id", record.id);
  checker.range("travel_limit", record.travel_limit, 0, 1440);
  checker.skills("skills", record.skills);
  checker.ids("credentials", record.credentials);
  checker.languages(record.languages);
  checker.amount("pay_floor", record.pay_floor);
  checker.text("currency", record.currency);
  checker.ids("needs", record.needs);
  checker.amount("budget", record.budget);
  checker.range("daily_units", record.daily_units, 0, most_units);
  check_likes(record, checker);
}

void check(const PostingRecord& record, Fault fault) {
  Checker checker(fault);
  checker.id("id", record.id);
  checker.titles(record.title);
  checker.range("seats", record.seats, 0, 1'000'000);
  checker.ordered("closes", record.opens, record.closes, "opens");
  check_hours(record, checker);
  check_pay(record, checker);
  checker.requirements("must_skills", record.must_skills);
  checker.requirements("nice_skills", record.nice_skills);
  checker.ids("credentials", record.credentials);
  checker.languages(record.languages);
  std::map<std::string, bool> offers;
  for (const OfferItem& item : record.offers.value_or(std::vector<OfferItem>{})) {
    checker.id("offers", item.need);
    checker.once("offers", offers, item.need, item.offered, item.need);
  }
  checker.ordered("ends", record.starts, record.ends, "starts");
  checker.skills("grants", record.grants);
  checker.skills("prerequisite_skills", record.prerequisite_skills);
  checker.ids("prerequisite_credentials", record.prerequisite_credentials);
  checker.range("units", record.units, 0, most_units);
  checker.range("least_daily_units", record.least_daily_units, 0, most_units);
  checker.range("most_daily_units", record.most_daily_units, 0, most_units);
  checker.ordered("most_daily_units", record.least_daily_units, record.most_daily_units, "least_daily_units");
}

void check(const ProtectedRecord& record, Fault fault) {
  Checker checker(fault);
  checker.text("ethnicity", record.ethnicity);
  checker.text("sex", record.sex);
  checker.text("age_group", record.age_group);
  checker.text("religion", record.religion);
  checker.text("disability", record.disability);
  checker.text("origin", record.origin);
}

}  // namespace aril
