// The fields of every record under their column's name (docs/market_format.md), for code that does the same to each of them.
#pragma once

#include <cstdint>
#include <optional>

#include "aril/market/records.hpp"

namespace aril::python {

// Money in minor units, told apart from other integers.
struct Amount {
  std::optional<Money> minor_units;
};
// Text in which the empty one stands for "not stated".
struct Label {
  const std::string& text;
};

template <class Visit>
void visit_titles(const Titles& title, Visit& visit) {
  visit("title_en", Label{title.english});
  visit("title_zh", Label{title.chinese});
}

template <class Visit>
void visit_fields(const ModeRecord& record, Visit visit) {
  visit("id", record.id);
  visit_titles(record.title, visit);
  visit("metres_per_minute", record.metres_per_minute);
}

template <class Visit>
void visit_fields(const AreaRecord& record, Visit visit) {
  visit("id", record.id);
  visit_titles(record.title, visit);
  visit("kind", Label{record.kind});
  visit("parent", record.parent);
}

template <class Visit>
void visit_fields(const GridRecord& record, Visit visit) {
  visit("id", record.id);
  visit_titles(record.title, visit);
  visit("area", record.area);
  visit("latitude", record.latitude);
  visit("longitude", record.longitude);
}

template <class Visit>
void visit_fields(const TravelRecord& record, Visit visit) {
  visit("mode", record.mode);
  visit("from", record.from);
  visit("to", record.to);
  visit("minutes", record.minutes);
}

template <class Record, class Visit>
void visit_concept(const Record& record, Visit& visit) {
  visit("id", record.id);
  visit_titles(record.title, visit);
  visit("aliases", record.aliases);
  visit("broader", record.broader);
  visit("related", record.related);
  visit("group", record.group);
}

template <class Visit>
void visit_fields(const SkillRecord& record, Visit visit) {
  visit_concept(record, visit);
}

template <class Visit>
void visit_fields(const OccupationRecord& record, Visit visit) {
  visit_concept(record, visit);
  visit("essential", record.essential);
  visit("optional", record.optional);
}

template <class Visit>
void visit_fields(const EmployerRecord& record, Visit visit) {
  visit("id", record.id);
  visit_titles(record.title, visit);
  visit("kind", Label{record.kind});
  visit("parent", record.parent);
  visit("grid", record.grid);
  visit("blocked_residents", record.blocked_residents);
}

template <class Visit>
void visit_fields(const ResidentRecord& record, Visit visit) {
  visit("id", record.id);
  visit("home", record.home);
  visit("mode", record.mode);
  visit("travel_limit", record.travel_limit);
  visit("wanted_kinds", record.wanted_kinds);
  visit("wanted_workplaces", record.wanted_workplaces);
  visit("skills", record.skills);
  visit("credentials", record.credentials);
  visit("languages", record.languages);
  visit("week", record.week);
  visit("pay_floor", Amount{record.pay_floor});
  visit("currency", record.currency);
  visit("needs", record.needs);
  visit("of_legal_age", record.of_legal_age);
  visit("available_from", record.available_from);
  visit("budget", Amount{record.budget});
  visit("daily_units", record.daily_units);
  visit("wanted_occupations", record.wanted_occupations);
  visit("held_occupations", record.held_occupations);
  visit("liked_employers", record.liked_employers);
  visit("liked_kinds", record.liked_kinds);
  visit("liked_workplaces", record.liked_workplaces);
  visit("blocked_postings", record.blocked_postings);
  visit("blocked_employers", record.blocked_employers);
}

template <class Visit>
void visit_fields(const PostingRecord& record, Visit visit) {
  visit("id", record.id);
  visit("kind", record.kind);
  visit_titles(record.title, visit);
  visit("employer", record.employer);
  visit("occupation", record.occupation);
  visit("seats", record.seats);
  visit("opens", record.opens);
  visit("closes", record.closes);
  visit("posted", record.posted);
  visit("workplace", record.workplace);
  visit("grid", record.grid);
  visit("pickup_grid", record.pickup_grid);
  visit("week", record.week);
  visit("hours_asked", record.hours_asked);
  visit("pay_lower", Amount{record.pay_lower});
  visit("pay_upper", Amount{record.pay_upper});
  visit("pay_period", record.pay_period);
  visit("currency", record.currency);
  visit("must_skills", record.must_skills);
  visit("nice_skills", record.nice_skills);
  visit("credentials", record.credentials);
  visit("languages", record.languages);
  visit("offers", record.offers);
  visit("legal_age", record.legal_age);
  visit("latest_start", record.latest_start);
  visit("starts", record.starts);
  visit("ends", record.ends);
  visit("blocked_residents", record.blocked_residents);
  visit("grants", record.grants);
  visit("prerequisite_skills", record.prerequisite_skills);
  visit("prerequisite_credentials", record.prerequisite_credentials);
  visit("fee", Amount{record.fee});
  visit("ordered_by", record.ordered_by);
  visit("units", record.units);
  visit("unit_pay", Amount{record.unit_pay});
  visit("due", record.due);
  visit("least_daily_units", record.least_daily_units);
  visit("most_daily_units", record.most_daily_units);
}

}  // namespace aril::python
