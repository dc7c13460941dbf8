#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "asked.hpp"
#include "ids.hpp"
#include "missing.hpp"
#include "openings.hpp"
#include "seats.hpp"
#include "shifts.hpp"
#include "words.hpp"

namespace aril::sample {
namespace {

struct Course {
  const Firm* school = nullptr;
  OccupationNumber occupation = 0;
  Level level = 1;  // that it leads to
};

// Courses are given by firms of the field: an occupation that many look for has more of them.
Course course_of(const World& world, Random& random) {
  Course course;
  std::size_t field = world.catalogue.by_field.pick(random);
  course.occupation = world.catalogue.occupation_in(field, random);
  course.level = static_cast<Level>(std::clamp<std::int64_t>(named(course.occupation).level + random.between(-1, 1), 1, max_skill_level));
  const auto& of_field = world.firms.of_field[field];
  course.school = of_field.empty() ? &world.firms.list.front() : &world.firms.list[random.pick(of_field)];
  return course;
}

void set_grants(PostingRecord& record, const World& world, const Course& course, Random& random) {
  const names::Occupation& occupation = named(course.occupation);
  std::vector<SkillItem> grants;
  for (const std::uint16_t skill : occupation.essential) {
    if (random.chance(600)) grants.push_back({world.catalogue.skill_ids[skill], course.level});
  }
  for (const std::uint16_t skill : occupation.optional) {
    if (random.chance(250)) grants.push_back({world.catalogue.skill_ids[skill], course.level});
  }
  if (!random.chance(missing::grants)) record.grants = std::move(grants);
  // A beginners' course asks little; the others build on an essential skill or on what everybody can learn.
  std::vector<SkillItem> skills;
  if (course.level > 1 && random.chance(550)) {
    const bool is_from_trade = random.chance(500);
    const SkillNumber skill =
        is_from_trade ? occupation.essential[random.below(occupation.essential.size())] : random.pick(world.catalogue.everyday);
    skills.push_back({world.catalogue.skill_ids[skill], random.chance(500) ? level_not_stated : static_cast<Level>(course.level - 1)});
  }
  if (!random.chance(missing::prerequisite_skills)) record.prerequisite_skills = std::move(skills);
  if (!random.chance(missing::prerequisite_credentials)) record.prerequisite_credentials = credentials_asked(occupation, 200, random);
}

void set_place(PostingRecord& record, const World& world, const Course& course, Random& random) {
  const bool is_online = random.chance(180);
  if (is_online || !random.chance(missing::workplace)) record.workplace = is_online ? Workplace::remote : Workplace::on_site;
  const std::uint32_t grid = random.chance(600) ? course.school->grid : random.pick(world.ground.of_township[course.school->township]);
  if (!random.chance(missing::grid)) record.grid = world.ground.grids[grid].id;
}

void set_hours(PostingRecord& record, Random& random) {
  static constexpr std::array<Roster, 6> rosters{Roster::mornings, Roster::school_hours, Roster::office,
                                                 Roster::weekend,  Roster::evenings,     Roster::mornings};
  const WeekMask mask = hours_of(random.pick(rosters));
  if (!random.chance(missing::posting_week)) record.week = mask;
  const bool is_partly = random.chance(500);
  if (is_partly || !random.chance(missing::hours_asked))
    record.hours_asked = is_partly ? mask.hours() * random.between(40, 90) / 100 : mask.hours();
}

void set_dates(PostingRecord& record, Random& random) {
  set_window(record, random);
  const std::int64_t starts = random.between(3, 100);
  const std::int64_t lasts = random.between(5, 60);
  if (!random.chance(missing::starts)) record.starts = from_today(starts);
  if (!random.chance(missing::ends)) record.ends = from_today(starts + lasts);
}

// 订单式培训: firms of the field that commit openings to the graduates.
std::vector<std::string> ordered_by(const World& world, const Course& course, Random& random) {
  std::vector<std::string> firms;
  const auto& of_field = world.firms.of_field[course.school->field];
  while (firms.size() < 3 && random.chance(300)) {
    const std::string& firm = world.firms.list[random.pick(of_field)].id;
    if (std::find(firms.begin(), firms.end(), firm) == firms.end()) firms.push_back(firm);
  }
  return firms;
}

}  // namespace

void add_courses(MarketBuilder& builder, const World& world) {
  const Seats seats(world);
  for (std::size_t row = 0; row < world.counts.training_slots; ++row) {
    Random random(world.options.seed, Stream::courses, row);
    const Course course = course_of(world, random);
    PostingRecord record;
    record.id = slot_id(row);
    record.kind = Kind::training_slot;
    record.title = titles_of(names::course_name(course.occupation, course.level));
    if (random.chance(missing::title_english)) record.title.english.clear();
    if (random.chance(missing::title_chinese)) record.title.chinese.clear();
    record.employer = course.school->id;
    if (!random.chance(missing::occupation)) record.occupation = world.catalogue.occupation_ids[course.occupation];
    record.seats = seats.of(world.counts.postings + row);
    set_dates(record, random);
    set_place(record, world, course, random);
    set_hours(record, random);
    if (!random.chance(missing::posting_currency)) record.currency = random.chance(10) ? "USD" : "CNY";
    // What one must bring stands in the prerequisites; musts and wishes of a posting are seldom stated for a course.
    if (!random.chance(missing::must_skills)) record.must_skills.emplace();
    if (!random.chance(missing::nice_skills)) record.nice_skills.emplace();
    if (!random.chance(missing::posting_credentials)) record.credentials.emplace();
    if (!random.chance(missing::posting_languages)) record.languages = languages_asked(random);
    if (!random.chance(missing::offers)) record.offers = offers_of(random);
    if (!random.chance(missing::legal_age)) record.legal_age = random.chance(500);
    if (!random.chance(missing::blocked_residents)) record.blocked_residents = blocked_by(world.counts.residents, 40, random);
    set_grants(record, world, course, random);
    const Money fee = random.chance(400) ? 0 : random.between(1, 40) * 100 * 100;
    if (!random.chance(missing::fee)) record.fee = fee;
    if (!random.chance(missing::ordered_by)) record.ordered_by = ordered_by(world, course, random);
    builder.add(std::move(record));
  }
}

}  // namespace aril::sample
