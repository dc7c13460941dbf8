#include "aril/market/record_of.hpp"

#include "aril/core/ragged.hpp"
#include "aril/market/concept_table.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"

namespace aril {
namespace {

std::optional<std::string> id_or_none(const IdTable& ids, std::uint32_t row) {
  return row == 0xffffffffU ? std::nullopt : std::optional<std::string>(ids[row]);
}
std::optional<Date> stated(Date date) { return date.is_none() ? std::nullopt : std::optional(date); }
std::optional<std::int64_t> stated(std::int64_t number) { return number < 0 ? std::nullopt : std::optional(number); }
std::optional<bool> stated(Claim claim) { return claim == Claim::not_stated ? std::nullopt : std::optional(claim == Claim::yes); }

template <class RowType>
OptionalList<std::string> id_list(const Ragged<RowType>& column, std::size_t row, const IdTable& ids) {
  if (!column.stated(row)) return std::nullopt;
  std::vector<std::string> list;
  for (const RowType entry : column[row]) list.emplace_back(ids[entry.index()]);
  return list;
}
OptionalList<std::string> link_list(const Ragged<std::uint32_t>& links, std::size_t row, const IdTable& ids) {
  if (links[row].empty()) return std::nullopt;
  std::vector<std::string> list;
  for (const std::uint32_t entry : links[row]) list.emplace_back(ids[entry]);
  return list;
}
OptionalList<SkillItem> skill_list(const Ragged<HeldSkill>& column, std::size_t row, const IdTable& ids) {
  if (!column.stated(row)) return std::nullopt;
  std::vector<SkillItem> list;
  for (const HeldSkill& held : column[row]) list.push_back({std::string(ids[held.skill.index()]), held.level});
  return list;
}
OptionalList<LanguageItem> language_list(const Ragged<HeldLanguage>& column, std::size_t row, const IdTable& ids) {
  if (!column.stated(row)) return std::nullopt;
  std::vector<LanguageItem> list;
  for (const HeldLanguage& held : column[row]) list.push_back({std::string(ids[held.language.index()]), held.level});
  return list;
}

Titles titles(const TitleColumns& columns, std::size_t row) { return {columns.english[row], columns.chinese[row]}; }

template <class Record>
Record concept_record(const ConceptTable& table, std::size_t row) {
  Record record;
  record.id = table.ids[row];
  record.title = titles(table.titles, row);
  if (!table.aliases[row].empty()) record.aliases = table.aliases[row];
  record.broader = link_list(table.broader, row, table.ids);
  // A related link holds both ways; it is written on the lower row.
  std::vector<std::string> related;
  for (const std::uint32_t other : table.related[row]) {
    if (other > row) related.emplace_back(table.ids[other]);
  }
  if (!related.empty()) record.related = related;
  record.group = table.is_group[row] != 0;
  return record;
}

void set_requirements(PostingRecord& record, const Market& market, std::size_t row) {
  const Postings& postings = market.postings();
  if (!postings.requirements.stated(row)) return;
  record.must_skills.emplace();
  record.nice_skills.emplace();
  for (const Requirement& asked : postings.requirements[row]) {
    auto& list = asked.must ? *record.must_skills : *record.nice_skills;
    const bool usual = asked.count == (asked.must ? 2 : 1);
    list.push_back({std::string(market.taxonomy().skills().ids[asked.skill.index()]), asked.level,
                    usual ? std::nullopt : std::optional<std::uint32_t>(asked.count)});
  }
}

void set_likes(ResidentRecord& record, const Market& market, std::size_t row) {
  const Residents& residents = market.residents();
  if (residents.liked_employers.stated(row)) {
    record.liked_employers.emplace();
    for (const EmployerLike& like : residents.liked_employers[row]) {
      record.liked_employers->push_back({std::string(market.employers().ids[like.employer.index()]), like.value});
    }
  }
  if (residents.liked_kinds_stated[row] != 0) {
    record.liked_kinds.emplace();
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      if (const int value = residents.liked_kinds[row][kind]; value != 0) record.liked_kinds->push_back({static_cast<Kind>(kind), value});
    }
  }
  if (residents.liked_workplaces_stated[row] != 0) {
    record.liked_workplaces.emplace();
    for (std::size_t place = 0; place < workplace_count; ++place) {
      if (const int value = residents.liked_workplaces[row][place]; value != 0) {
        record.liked_workplaces->push_back({static_cast<Workplace>(place), value});
      }
    }
  }
}

void set_wishes(ResidentRecord& record, const Residents& residents, std::size_t row) {
  if (residents.wanted_kinds_stated[row] != 0) {
    record.wanted_kinds.emplace();
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      if ((residents.wanted_kinds[row] & bit_of(static_cast<Kind>(kind))) != 0) record.wanted_kinds->push_back(static_cast<Kind>(kind));
    }
  }
  if (residents.wanted_workplaces_stated[row] != 0) {
    record.wanted_workplaces.emplace();
    for (std::size_t place = 0; place < workplace_count; ++place) {
      const auto workplace = static_cast<Workplace>(place);
      if ((residents.wanted_workplaces[row] & bit_of(workplace)) != 0) record.wanted_workplaces->push_back(workplace);
    }
  }
}

}  // namespace

ModeRecord mode_record(const Market& market, std::size_t row) {
  const Places& places = market.places();
  const std::int64_t speed = places.mode_metres_per_minute[row];
  return {std::string(places.mode_ids[row]), titles(places.mode_titles, row), speed == 0 ? std::nullopt : std::optional(speed)};
}

AreaRecord area_record(const Market& market, std::size_t row) {
  const Places& places = market.places();
  return {std::string(places.area_ids[row]), titles(places.area_titles, row), places.area_kinds[row],
          id_or_none(places.area_ids, places.area_parents[row].value)};
}

GridRecord grid_record(const Market& market, std::size_t row) {
  const Places& places = market.places();
  GridRecord record{std::string(places.grid_ids[row]),
                    titles(places.grid_titles, row),
                    id_or_none(places.area_ids, places.grid_areas[row].value),
                    {},
                    {}};
  if (const auto& coordinates = places.grid_coordinates[row]) {
    record.latitude = coordinates->latitude;
    record.longitude = coordinates->longitude;
  }
  return record;
}

SkillRecord skill_record(const Market& market, std::size_t row) { return concept_record<SkillRecord>(market.taxonomy().skills(), row); }

OccupationRecord occupation_record(const Market& market, std::size_t row) {
  const Taxonomy& taxonomy = market.taxonomy();
  auto record = concept_record<OccupationRecord>(taxonomy.occupations(), row);
  for (const Requirement& asked : taxonomy.asks(OccupationRow(row))) {
    auto& list = asked.must ? record.essential : record.optional;
    if (!list) list.emplace();
    list->push_back({std::string(taxonomy.skills().ids[asked.skill.index()]), asked.level});
  }
  return record;
}

EmployerRecord employer_record(const Market& market, std::size_t row) {
  const Employers& employers = market.employers();
  return {std::string(employers.ids[row]),
          titles(employers.titles, row),
          employers.kinds[row],
          id_or_none(employers.ids, employers.parents[row].value),
          id_or_none(market.places().grid_ids, employers.grids[row].value),
          id_list(employers.blocked_residents, row, market.residents().ids)};
}

ResidentRecord resident_record(const Market& market, std::size_t row) {
  const Residents& residents = market.residents();
  const Taxonomy& taxonomy = market.taxonomy();
  ResidentRecord record;
  record.id = residents.ids[row];
  record.home = id_or_none(market.places().grid_ids, residents.homes[row].value);
  record.mode = id_or_none(market.places().mode_ids, residents.modes[row].value);
  record.travel_limit = stated(std::int64_t{residents.travel_limits[row]});
  set_wishes(record, residents, row);
  record.skills = skill_list(residents.skills, row, taxonomy.skills().ids);
  record.credentials = id_list(residents.credentials, row, market.credentials());
  record.languages = language_list(residents.languages, row, market.languages());
  if (residents.weeks_stated[row] != 0) record.week = residents.weeks[row];
  record.pay_floor = stated(residents.pay_floors[row]);
  record.needs = id_list(residents.needs, row, market.needs());
  record.of_legal_age = stated(residents.of_legal_age[row]);
  record.available_from = stated(residents.available_from[row]);
  record.budget = stated(residents.budgets[row]);
  record.daily_units = stated(residents.daily_units[row]);
  record.wanted_occupations = id_list(residents.wanted_occupations, row, taxonomy.occupations().ids);
  record.held_occupations = id_list(residents.held_occupations, row, taxonomy.occupations().ids);
  set_likes(record, market, row);
  record.blocked_postings = id_list(residents.blocked_postings, row, market.postings().ids);
  record.blocked_employers = id_list(residents.blocked_employers, row, market.employers().ids);
  return record;
}

PostingRecord posting_record(const Market& market, std::size_t row) {
  const Postings& postings = market.postings();
  const Taxonomy& taxonomy = market.taxonomy();
  const IdTable& grids = market.places().grid_ids;
  PostingRecord record;
  record.id = postings.ids[row];
  record.kind = postings.kinds[row];
  record.title = titles(postings.titles, row);
  record.employer = market.employers().ids[postings.employers[row].index()];
  record.occupation = id_or_none(taxonomy.occupations().ids, postings.occupations[row].value);
  record.seats = postings.seats[row];
  record.opens = stated(postings.opens[row]);
  record.closes = stated(postings.closes[row]);
  record.posted = stated(postings.posted[row]);
  if (postings.workplaces_stated[row] != 0) record.workplace = postings.workplaces[row];
  record.grid = id_or_none(grids, postings.grids[row].value);
  record.pickup_grid = id_or_none(grids, postings.pickup_grids[row].value);
  if (postings.weeks_stated[row] != 0) record.week = postings.weeks[row];
  record.hours_asked = stated(std::int64_t{postings.hours_asked[row]});
  record.pay_lower = stated(postings.pay_lower[row]);
  record.pay_upper = stated(postings.pay_upper[row]);
  if (record.pay_lower || record.pay_upper) record.pay_period = postings.pay_periods[row];
  set_requirements(record, market, row);
  record.credentials = id_list(postings.credentials, row, market.credentials());
  record.languages = language_list(postings.languages, row, market.languages());
  if (postings.offers.stated(row)) {
    record.offers.emplace();
    for (const Offer& offer : postings.offers[row])
      record.offers->push_back({std::string(market.needs()[offer.need.index()]), offer.offered});
  }
  record.legal_age = stated(postings.asks_legal_age[row]);
  record.latest_start = stated(postings.latest_starts[row]);
  record.starts = stated(postings.starts[row]);
  record.ends = stated(postings.ends[row]);
  record.blocked_residents = id_list(postings.blocked_residents, row, market.residents().ids);
  record.grants = skill_list(postings.grants, row, taxonomy.skills().ids);
  record.prerequisite_skills = skill_list(postings.prerequisite_skills, row, taxonomy.skills().ids);
  record.prerequisite_credentials = id_list(postings.prerequisite_credentials, row, market.credentials());
  record.fee = stated(postings.fees[row]);
  record.ordered_by = id_list(postings.ordered_by, row, market.employers().ids);
  record.units = stated(postings.units[row]);
  record.unit_pay = stated(postings.unit_pay[row]);
  record.due = stated(postings.due[row]);
  record.least_daily_units = stated(postings.least_daily_units[row]);
  record.most_daily_units = stated(postings.most_daily_units[row]);
  return record;
}

std::vector<TravelRecord> travel_records(const Market& market) {
  const Places& places = market.places();
  const std::size_t grids = places.grid_ids.size();
  std::vector<TravelRecord> records;
  for (std::size_t mode = 0; mode < places.travel.size(); ++mode) {
    const std::int64_t speed = places.mode_metres_per_minute[mode];
    std::vector<TravelCell> row(grids);
    for (std::size_t cell = 0; cell < grids * grids; ++cell) {
      if (cell % grids == 0) places.travel[mode].copy_row(GridRow(cell / grids), row);
      const auto& from = places.grid_coordinates[cell / grids];
      const auto& to = places.grid_coordinates[cell % grids];
      TravelCell derived = from && to && speed != 0 ? minutes_between(*from, *to, speed) : minutes_unknown;
      if (derived != minutes_unknown && derived > market.settings().travel_radius.value_or(max_minutes)) derived = out_of_reach;
      if (row[cell % grids] == derived) continue;
      records.push_back({std::string(places.mode_ids[mode]), std::string(places.grid_ids[cell / grids]),
                         std::string(places.grid_ids[cell % grids]), row[cell % grids]});
    }
  }
  return records;
}

}  // namespace aril
