#include "people.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ids.hpp"
#include "missing.hpp"
#include "shifts.hpp"
#include "words.hpp"

namespace aril::sample {
namespace {

// How much a person can take on. It decides most of what follows, so that there are people with thousands of openings and people with none.
enum class Temper : std::uint8_t { open, ordinary, tied };

struct Person {
  Temper temper = Temper::ordinary;
  std::uint32_t home = 0;
  std::vector<OccupationNumber> trades;  // the first is what the person does best
};

Temper temper_of(Random& random) {
  const std::uint32_t draw = random.below(100);
  return draw < 11 ? Temper::open : draw < 62 ? Temper::ordinary : Temper::tied;
}

// Whoever is tied says what cannot be; whoever is open leaves much unsaid.
bool leaves_out(std::uint32_t per_mille, Temper temper, Random& random) {
  static constexpr std::array<std::uint32_t, 3> percent{190, 110, 38};
  return random.chance(per_mille * percent[static_cast<std::size_t>(temper)] / 100);
}

Person person_of(const World& world, Random& random) {
  const Catalogue& catalogue = world.catalogue;
  Person person;
  person.temper = temper_of(random);
  person.home = static_cast<std::uint32_t>(world.ground.homes.pick(random));
  const std::size_t field = catalogue.by_field.pick(random);
  person.trades.push_back(catalogue.occupation_in(field, random));
  if (random.chance(600)) person.trades.push_back(catalogue.occupation_in(field, random));
  if (person.temper == Temper::open) {
    for (int more = 0; more < 3; ++more) person.trades.push_back(catalogue.occupation_in(catalogue.by_field.pick(random), random));
  }
  std::vector<OccupationNumber> once;
  for (const OccupationNumber trade : person.trades) {
    if (std::find(once.begin(), once.end(), trade) == once.end()) once.push_back(trade);
  }
  person.trades = std::move(once);
  return person;
}

// Skills once each, most of them with a level.
class SkillList {
 public:
  SkillList(const Catalogue& catalogue, Random& random) : catalogue_(catalogue), random_(random) { seen_.reserve(32); }
  void add(SkillNumber skill) {
    if (std::find(seen_.begin(), seen_.end(), skill) != seen_.end()) return;
    seen_.push_back(skill);
    const bool states_level = !random_.chance(300);
    items_.push_back({catalogue_.skill_ids[skill], states_level ? static_cast<Level>(random_.bell(1, 7)) : level_not_stated});
  }
  // A specialty under it, where there is one.
  void add_narrower(SkillNumber skill) {
    const auto& narrower = catalogue_.narrower[skill];
    add(narrower.empty() ? skill : random_.pick(narrower));
  }
  [[nodiscard]] std::vector<SkillItem> take() && { return std::move(items_); }

 private:
  const Catalogue& catalogue_;
  Random& random_;
  std::vector<SkillNumber> seen_;
  std::vector<SkillItem> items_;
};

std::vector<SkillItem> skills_of(const World& world, const Person& person, Random& random) {
  SkillList skills(world.catalogue, random);
  bool is_first = true;
  for (const OccupationNumber trade : person.trades) {
    const names::Occupation& occupation = named(trade);
    for (const SkillNumber skill : occupation.essential) {
      if (!random.chance(is_first ? 800 : person.temper == Temper::open ? 650 : 200)) continue;
      if (random.chance(250)) {
        skills.add_narrower(skill);
      } else {
        skills.add(skill);
      }
    }
    for (const SkillNumber skill : occupation.optional) {
      if (random.chance(is_first ? 300 : 90)) skills.add(skill);
    }
    is_first = false;
  }
  for (const SkillNumber skill : world.catalogue.everyday) {
    if (random.chance(person.temper == Temper::open ? 250 : 80)) skills.add(skill);
  }
  return std::move(skills).take();
}

void set_limits(ResidentRecord& record, Temper temper, Random& random) {
  static constexpr std::array<std::array<std::uint32_t, modes.size()>, 3> mode_weights{{{5, 20, 45, 30}, {25, 38, 30, 7}, {72, 24, 4, 0}}};
  static constexpr std::array<std::array<std::uint32_t, travel_limits.size()>, 3> limit_weights{
      {{0, 0, 10, 20, 30, 25, 15}, {22, 32, 23, 16, 6, 1, 0}, {60, 28, 10, 2, 0, 0, 0}}};
  const auto row = static_cast<std::size_t>(temper);
  const std::size_t mode = random.weighted(mode_weights[row]);
  const std::size_t limit = random.weighted(limit_weights[row]);
  if (!leaves_out(missing::mode, temper, random)) record.mode = modes[mode].id;
  if (!leaves_out(missing::travel_limit, temper, random)) record.travel_limit = travel_limits[limit];
}

void set_week(ResidentRecord& record, Temper temper, Random& random) {
  static constexpr std::array<std::array<std::uint32_t, available_hours.size()>, 3> weights{
      {{40, 45, 0, 15, 0, 0, 0, 0}, {4, 20, 28, 25, 8, 4, 6, 5}, {0, 2, 17, 7, 28, 20, 16, 10}}};
  WeekMask mask = available_hours[random.weighted(weights[static_cast<std::size_t>(temper)])];
  if (temper != Temper::open && random.chance(120)) {  // one day of the week is taken
    const std::uint32_t day = random.below(7);
    WeekMask taken;
    for (std::uint32_t other = 0; other < 7; ++other) {
      if (other != day) taken.add(other, 0, 24);
    }
    mask =
        WeekMask::from_words({mask.words()[0] & taken.words()[0], mask.words()[1] & taken.words()[1], mask.words()[2] & taken.words()[2]});
  }
  if (!leaves_out(missing::week, temper, random)) record.week = mask;
}

void set_wishes(ResidentRecord& record, Temper temper, Random& random) {
  static constexpr std::array<std::uint32_t, 3> per_mille_of_any{800, 300, 80};
  const std::uint32_t any = per_mille_of_any[static_cast<std::size_t>(temper)];
  if (!leaves_out(missing::wanted_kinds, temper, random)) {
    record.wanted_kinds.emplace();
    if (temper == Temper::tied && random.chance(600)) {
      static constexpr std::array<std::uint32_t, kind_count> one_kind{70, 10, 6, 14};
      record.wanted_kinds->push_back(static_cast<Kind>(random.weighted(one_kind)));
    } else if (!random.chance(any)) {
      if (random.chance(880)) record.wanted_kinds->push_back(Kind::job);
      if (random.chance(420)) record.wanted_kinds->push_back(Kind::training_slot);
      if (random.chance(160)) record.wanted_kinds->push_back(Kind::internship);
      if (random.chance(220)) record.wanted_kinds->push_back(Kind::piecework_lot);
    }
  }
  if (!leaves_out(missing::wanted_workplaces, temper, random)) {
    record.wanted_workplaces.emplace();
    if (!random.chance(any)) {
      const bool stays_home = temper == Temper::tied && random.chance(300);
      if (!stays_home) record.wanted_workplaces->push_back(Workplace::on_site);
      if (random.chance(200)) record.wanted_workplaces->push_back(Workplace::remote);
      if (stays_home || random.chance(150)) record.wanted_workplaces->push_back(Workplace::at_home);
    }
  }
}

// Floors lie around what the trade pays.
void set_money(ResidentRecord& record, const names::Occupation& occupation, Temper temper, Random& random) {
  static constexpr std::array<std::array<std::int64_t, 2>, 3> percent_of_lower{{{40, 90}, {75, 130}, {95, 165}}};
  const auto [from, to] = percent_of_lower[static_cast<std::size_t>(temper)];
  const Money yuan = occupation.pay_lower * random.bell(from, to) / 10'000 * 100;
  const bool asks_nothing = random.chance(temper == Temper::open ? 250 : 40);
  if (!leaves_out(missing::pay_floor, temper, random)) record.pay_floor = asks_nothing ? 0 : yuan * 100;
  const Money budget = random.chance(200) ? 0 : random.between(2, temper == Temper::open ? 60 : 30) * 100 * 100;
  if (!random.chance(missing::budget)) record.budget = budget;
  if (!random.chance(missing::resident_currency)) record.currency = random.chance(6) ? "USD" : "CNY";
}

void set_papers(ResidentRecord& record, const Person& person, Random& random) {
  if (!random.chance(missing::credentials)) {
    auto& held = record.credentials.emplace();
    const auto add = [&](std::string_view code, std::uint32_t per_mille) {
      if (random.chance(per_mille) && std::find(held.begin(), held.end(), code) == held.end()) held.emplace_back(code);
    };
    for (const OccupationNumber trade : person.trades) {
      for (const std::uint16_t credential : named(trade).credentials) add(names::credentials()[credential].code, 750);
    }
    for (const std::string_view code : everyday_credentials) add(code, person.temper == Temper::open ? 600 : 250);
  }
  if (!random.chance(missing::languages)) {
    auto& spoken = record.languages.emplace();
    const auto add = [&](std::string_view code, std::uint32_t per_mille, std::int64_t from, std::int64_t to) {
      if (!random.chance(per_mille)) return;
      const bool states_level = !random.chance(150);
      const auto level = static_cast<Level>(std::min<std::int64_t>(random.bell(from, to), max_language_level));
      spoken.push_back({std::string(code), states_level ? level : level_not_stated});
    };
    add("zh", 950, 2, 8);
    add("zh-x-ningxia", 600, 3, 8);
    add("en", person.temper == Temper::open ? 450 : 160, 1, 6);
    add("ar", 25, 1, 5);
    add("csl", 15, 1, 6);
  }
}

// How many pieces a day depends on what one makes; who never did any guesses.
std::int64_t units_a_day(const Person& person, Random& random) {
  const auto lots = names::piecework_lots();
  const std::size_t first = random.below(lots.size());
  for (std::size_t i = 0; i < lots.size(); ++i) {
    const names::PieceworkLot& lot = lots[(first + i) % lots.size()];
    if (lot.occupation == person.trades.front()) return lot.units_a_day * random.between(50, 120) / 100;
  }
  return lots[first].units_a_day * random.between(30, 100) / 100;
}

void set_needs(ResidentRecord& record, const Person& person, Random& random) {
  const Temper temper = person.temper;
  if (!random.chance(missing::needs)) {
    auto& needs = record.needs.emplace();
    for (const names::Coded& need : names::needs()) {
      if (random.chance(temper == Temper::tied ? 30 : temper == Temper::ordinary ? 12 : 3)) needs.emplace_back(need.code);
    }
  }
  if (!random.chance(missing::of_legal_age)) record.of_legal_age = !random.chance(temper == Temper::open ? 25 : 60);
  if (!leaves_out(missing::available_from, temper, random)) {
    const bool is_free = random.chance(temper == Temper::open ? 850 : 550);
    record.available_from = from_today(is_free ? -random.between(0, 40) : random.between(1, 100));
  }
  if (!random.chance(missing::daily_units)) record.daily_units = units_a_day(person, random);
}

void set_occupations(ResidentRecord& record, const World& world, const Person& person, Random& random) {
  const auto& occupations = world.catalogue.occupation_ids;
  if (!random.chance(missing::wanted_occupations)) {
    record.wanted_occupations.emplace();
    for (const OccupationNumber trade : person.trades) record.wanted_occupations->push_back(occupations[trade]);
  }
  if (!random.chance(missing::held_occupations)) {
    record.held_occupations.emplace();
    if (!random.chance(120))
      record.held_occupations->push_back(occupations[person.trades[random.chance(800) ? 0 : person.trades.size() - 1]]);
  }
}

void set_likes(ResidentRecord& record, const World& world, const Person& person, Random& random) {
  const auto& neighbours = world.firms.of_township[world.ground.grids[person.home].township];
  if (!random.chance(missing::liked_employers)) {
    auto& likes = record.liked_employers.emplace();
    const std::uint32_t known = neighbours.empty() ? 0 : random.below(4);
    for (std::uint32_t i = 0; i < known; ++i) {
      const std::string& firm = world.firms.list[random.pick(neighbours)].id;
      const auto same = [&](const LikeItem& like) { return like.name == firm; };
      if (std::none_of(likes.begin(), likes.end(), same))
        likes.push_back({firm, static_cast<int>(random.chance(750) ? random.between(1, 2) : -random.between(1, 2))});
    }
  }
  if (!random.chance(missing::liked_kinds)) {
    auto& likes = record.liked_kinds.emplace();
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
      if (random.chance(250)) likes.push_back({static_cast<Kind>(kind), static_cast<int>(random.between(-1, 2))});
    }
  }
  if (!random.chance(missing::liked_workplaces)) {
    auto& likes = record.liked_workplaces.emplace();
    for (std::size_t workplace = 0; workplace < workplace_count; ++workplace) {
      if (random.chance(250)) likes.push_back({static_cast<Workplace>(workplace), static_cast<int>(random.between(-1, 2))});
    }
  }
  if (!random.chance(missing::blocked_postings)) {
    record.blocked_postings.emplace();
    if (random.chance(40)) record.blocked_postings->push_back(posting_id(random.below(world.counts.postings)));
  }
  if (!random.chance(missing::blocked_employers)) {
    record.blocked_employers.emplace();
    if (!neighbours.empty() && random.chance(60)) record.blocked_employers->push_back(world.firms.list[random.pick(neighbours)].id);
  }
}

}  // namespace

void add_residents(MarketBuilder& builder, const World& world) {
  for (std::size_t row = 0; row < world.counts.residents; ++row) {
    Random random(world.options.seed, Stream::residents, row);
    const Person person = person_of(world, random);
    ResidentRecord record;
    record.id = resident_id(row, world.counts.residents);
    if (!leaves_out(missing::home, person.temper, random)) record.home = world.ground.grids[person.home].id;
    set_limits(record, person.temper, random);
    set_wishes(record, person.temper, random);
    if (!leaves_out(missing::skills, person.temper, random)) record.skills = skills_of(world, person, random);
    set_papers(record, person, random);
    set_week(record, person.temper, random);
    set_money(record, named(person.trades.front()), person.temper, random);
    set_needs(record, person, random);
    set_occupations(record, world, person, random);
    set_likes(record, world, person, random);
    builder.add(std::move(record));
  }
}

}  // namespace aril::sample
