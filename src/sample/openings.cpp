#include "openings.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "asked.hpp"
#include "ids.hpp"
#include "missing.hpp"
#include "seats.hpp"
#include "shifts.hpp"
#include "words.hpp"

namespace aril::sample {
namespace {

struct Opening {
  const Firm* firm = nullptr;
  OccupationNumber occupation = 0;
  Kind kind = Kind::job;
  const names::PieceworkLot* lot = nullptr;  // what is made, where the kind is piecework
};

// The lots of each occupation, in the order of the table.
std::vector<std::vector<const names::PieceworkLot*>> lots_by_occupation() {
  std::vector<std::vector<const names::PieceworkLot*>> lots(names::occupations().size());
  for (const names::PieceworkLot& lot : names::piecework_lots()) lots[lot.occupation].push_back(&lot);
  return lots;
}

// Most openings of a firm are in its own field; every firm also needs cleaners, drivers and clerks.
Opening opening_of(const World& world, const std::vector<std::vector<const names::PieceworkLot*>>& lots, Random& random) {
  Opening opening;
  opening.firm = &world.firms.pick_by_size(random);
  const std::size_t field = random.chance(870) ? opening.firm->field : random.pick(world.catalogue.support);
  opening.occupation = world.catalogue.occupation_in(field, random);
  opening.kind = random.chance(90) ? Kind::internship : Kind::job;
  if (!lots[opening.occupation].empty() && random.chance(920)) {
    opening.kind = Kind::piecework_lot;
    opening.lot = random.pick(lots[opening.occupation]);
  }
  return opening;
}

Titles title_of(const Opening& opening, Random& random) {
  Titles title = titles_of(opening.lot != nullptr ? opening.lot->name : named(opening.occupation).name);
  if (opening.kind == Kind::internship) {
    title.english += ", internship";
    title.chinese += "（实习）";
  }
  if (random.chance(missing::title_english)) title.english.clear();
  if (random.chance(missing::title_chinese)) title.chinese.clear();
  return title;
}

Workplace workplace_of(const Opening& opening, Random& random) {
  const names::Workplace usual = named(opening.occupation).workplace;
  if (opening.kind == Kind::piecework_lot) return random.chance(900) ? Workplace::at_home : Workplace::on_site;
  if (usual == names::Workplace::at_home && random.chance(600)) return Workplace::at_home;
  if (usual == names::Workplace::remote && random.chance(450)) return Workplace::remote;
  return random.chance(15) ? Workplace::remote : Workplace::on_site;
}

void set_place(PostingRecord& record, const World& world, const Opening& opening, Random& random) {
  const Workplace workplace = workplace_of(opening, random);
  // Not stated means on site, so only those on site leave it out.
  if (workplace != Workplace::on_site || !random.chance(missing::workplace)) record.workplace = workplace;
  const auto& near = world.ground.of_township[opening.firm->township];
  const std::uint32_t grid = random.chance(800) ? opening.firm->grid : random.pick(near);
  if (!random.chance(missing::grid)) record.grid = world.ground.grids[grid].id;
  // Material is handed out at a community's station.
  if (opening.kind == Kind::piecework_lot && !random.chance(missing::pickup_grid))
    record.pickup_grid = world.ground.grids[random.pick(near)].id;
}

void set_hours(PostingRecord& record, const Opening& opening, Random& random) {
  const Roster roster = opening.kind == Kind::piecework_lot ? Roster::by_arrangement : roster_of(named(opening.occupation).shift, random);
  const WeekMask mask = hours_of(roster);
  if (!random.chance(missing::posting_week)) record.week = mask;
  const bool takes_part_time = roster == Roster::by_arrangement || random.chance(300);
  std::int64_t hours = takes_part_time ? mask.hours() * random.between(20, 70) / 100 : mask.hours();
  if (opening.kind == Kind::piecework_lot && random.chance(300)) hours = 0;
  // Not stated means the whole mask, so only those that ask for all of it leave it out.
  if (takes_part_time || !random.chance(missing::hours_asked)) record.hours_asked = hours;
}

// Yuan a month as an amount of the period, in fen: whole yuan, half ones by the hour.
Money in_period(Money yuan, PayPeriod period) {
  switch (period) {
    case PayPeriod::hour: return yuan * 2 / 174 * 50;
    case PayPeriod::day: return yuan * 4 / 87 * 100;
    case PayPeriod::week: return yuan * 3 / 13 * 100;
    case PayPeriod::month: return yuan * 100;
    case PayPeriod::year: return yuan * 1200;
  }
  return 0;
}

PayPeriod period_of(const names::Occupation& occupation, Random& random) {
  const bool is_casual = occupation.shift == names::Shift::flexible || occupation.shift == names::Shift::split;
  if (random.chance(is_casual ? 350 : 40)) return random.chance(700) ? PayPeriod::hour : PayPeriod::day;
  if (random.chance(40)) return random.chance(700) ? PayPeriod::year : PayPeriod::week;
  return PayPeriod::month;
}

void set_pay(PostingRecord& record, const Opening& opening, Random& random) {
  const names::Occupation& occupation = named(opening.occupation);
  const std::int64_t percent = opening.firm->pay_percent * (opening.kind == Kind::internship ? 60 : 100) / 100;
  const Money lower = occupation.pay_lower * percent / 100 * random.bell(85, 120) / 10'000 * 100;
  const Money upper = std::max(lower, occupation.pay_upper * percent / 100 * random.bell(80, 115) / 10'000 * 100);
  const PayPeriod period = period_of(occupation, random);
  if (!random.chance(missing::pay_lower)) record.pay_lower = in_period(lower, period);
  if (!random.chance(missing::pay_upper)) record.pay_upper = in_period(upper, period);
  // Not stated means a month's, so only those by the month leave it out.
  if (period != PayPeriod::month || !random.chance(missing::pay_period)) record.pay_period = period;
}

void set_piecework(PostingRecord& record, const Opening& opening, Random& random) {
  const std::int64_t a_day = opening.lot->units_a_day;
  const std::int64_t least = random.chance(200) ? 0 : a_day * random.between(10, 70) / 100;
  if (!random.chance(missing::units)) record.units = a_day * random.between(5, 60) * 10;
  if (!random.chance(missing::unit_pay)) record.unit_pay = std::max<Money>(1, opening.lot->unit_pay_fen * opening.firm->pay_percent / 100);
  if (!random.chance(missing::due)) record.due = from_today(random.between(5, 90));
  if (!random.chance(missing::least_daily_units)) record.least_daily_units = least;
  if (!random.chance(missing::most_daily_units)) record.most_daily_units = least + a_day * random.between(50, 150) / 100 + 1;
}

void set_asked(PostingRecord& record, const World& world, const Opening& opening, Random& random) {
  static constexpr std::array<std::uint32_t, 4> number_of_musts{160, 430, 310, 100};  // none, one, two, three
  const names::Occupation& occupation = named(opening.occupation);
  const std::size_t musts = random.weighted(number_of_musts);
  const auto nices = static_cast<std::size_t>(random.bell(2, 8));
  Asked asked = asked_of(world.catalogue, occupation, musts, nices, random);
  if (!random.chance(missing::must_skills)) record.must_skills = std::move(asked.must);
  if (!random.chance(missing::nice_skills)) record.nice_skills = std::move(asked.nice);
  if (!random.chance(missing::posting_credentials)) record.credentials = credentials_asked(occupation, 600, random);
  if (!random.chance(missing::posting_languages)) record.languages = languages_asked(random);
  if (!random.chance(missing::offers)) record.offers = offers_of(random);
  if (!random.chance(missing::legal_age)) record.legal_age = random.chance(750);
}

void set_dates(PostingRecord& record, Random& random) {
  set_window(record, random);
  if (!random.chance(missing::latest_start)) record.latest_start = from_today(random.between(0, 90));
  if (record.kind != Kind::internship) return;
  const std::int64_t starts = random.between(5, 90);
  const std::int64_t lasts = random.between(30, 180);
  if (!random.chance(missing::starts)) record.starts = from_today(starts);
  if (!random.chance(missing::ends)) record.ends = from_today(starts + lasts);
}

}  // namespace

void add_openings(MarketBuilder& builder, const World& world) {
  const Seats seats(world);
  const auto lots = lots_by_occupation();
  for (std::size_t row = 0; row < world.counts.postings; ++row) {
    Random random(world.options.seed, Stream::postings, row);
    const Opening opening = opening_of(world, lots, random);
    PostingRecord record;
    record.id = posting_id(row);
    record.kind = opening.kind;
    record.title = title_of(opening, random);
    record.employer = opening.firm->id;
    if (!random.chance(missing::occupation)) record.occupation = world.catalogue.occupation_ids[opening.occupation];
    record.seats = seats.of(row);
    set_dates(record, random);
    set_place(record, world, opening, random);
    set_hours(record, opening, random);
    if (opening.kind == Kind::piecework_lot) {
      set_piecework(record, opening, random);
    } else {
      set_pay(record, opening, random);
    }
    if (!random.chance(missing::posting_currency)) record.currency = random.chance(10) ? "USD" : "CNY";
    set_asked(record, world, opening, random);
    if (!random.chance(missing::blocked_residents)) record.blocked_residents = blocked_by(world.counts.residents, 40, random);
    builder.add(std::move(record));
  }
}

}  // namespace aril::sample
