#include "missing_columns.hpp"

#include <string>

#include "aril/core/ragged.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"

namespace demo {
namespace {

using aril::Kind;
using aril::KindSet;

template <class RowType>
requires requires(RowType row) { row.is_none(); }
bool is_missing(const std::vector<RowType>& column, std::size_t row) { return column[row].is_none(); }
bool is_missing(const std::vector<aril::Money>& column, std::size_t row) { return column[row] < 0; }
bool is_missing(const std::vector<std::int32_t>& column, std::size_t row) { return column[row] < 0; }
bool is_missing(const std::vector<std::int16_t>& column, std::size_t row) { return column[row] < 0; }
bool is_missing(const std::vector<std::uint8_t>& stated, std::size_t row) { return stated[row] == 0; }
bool is_missing(const std::vector<aril::Claim>& column, std::size_t row) { return column[row] == aril::Claim::not_stated; }
bool is_missing(const std::vector<std::string>& column, std::size_t row) { return column[row].empty(); }
template <class T>
bool is_missing(const aril::Ragged<T>& column, std::size_t row) {
  return !column.stated(row);
}

constexpr KindSet work = aril::bit_of(Kind::job) | aril::bit_of(Kind::internship);
constexpr KindSet courses = aril::bit_of(Kind::training_slot);
constexpr KindSet piecework = aril::bit_of(Kind::piecework_lot);

class Counter {
 public:
  explicit Counter(const aril::Market& market) : market_(market) {}

  template <class Column>
  void of_residents(std::string name, const Column& column) {
    MissingColumn counted{"residents." + std::move(name), 0, market_.residents().size()};
    for (std::size_t row = 0; row < counted.of; ++row)
      if (is_missing(column, row)) ++counted.missing;
    columns_.push_back(std::move(counted));
  }
  template <class Column>
  void of_postings(std::string name, const Column& column, KindSet kinds = aril::all_kinds) {
    MissingColumn counted{"postings." + std::move(name), 0, 0};
    for (std::size_t row = 0; row < market_.postings().size(); ++row) {
      if ((kinds & aril::bit_of(market_.postings().kinds[row])) == 0) continue;
      ++counted.of;
      if (is_missing(column, row)) ++counted.missing;
    }
    columns_.push_back(std::move(counted));
  }
  [[nodiscard]] std::vector<MissingColumn> take() && { return std::move(columns_); }

 private:
  const aril::Market& market_;
  std::vector<MissingColumn> columns_;
};

void count_residents(const aril::Residents& residents, Counter& counter) {
  counter.of_residents("home", residents.homes);
  counter.of_residents("mode", residents.modes);
  counter.of_residents("travel_limit", residents.travel_limits);
  counter.of_residents("wanted_kinds", residents.wanted_kinds_stated);
  counter.of_residents("wanted_workplaces", residents.wanted_workplaces_stated);
  counter.of_residents("skills", residents.skills);
  counter.of_residents("credentials", residents.credentials);
  counter.of_residents("languages", residents.languages);
  counter.of_residents("week", residents.weeks_stated);
  counter.of_residents("pay_floor", residents.pay_floors);
  counter.of_residents("needs", residents.needs);
  counter.of_residents("of_legal_age", residents.of_legal_age);
  counter.of_residents("available_from", residents.available_from);
  counter.of_residents("budget", residents.budgets);
  counter.of_residents("daily_units", residents.daily_units);
  counter.of_residents("wanted_occupations", residents.wanted_occupations);
  counter.of_residents("held_occupations", residents.held_occupations);
  counter.of_residents("liked_employers", residents.liked_employers);
  counter.of_residents("liked_kinds", residents.liked_kinds_stated);
  counter.of_residents("liked_workplaces", residents.liked_workplaces_stated);
  counter.of_residents("blocked_postings", residents.blocked_postings);
  counter.of_residents("blocked_employers", residents.blocked_employers);
}

void count_postings(const aril::Postings& postings, Counter& counter) {
  counter.of_postings("title_en", postings.titles.english);
  counter.of_postings("title_zh", postings.titles.chinese);
  counter.of_postings("occupation", postings.occupations);
  counter.of_postings("opens", postings.opens);
  counter.of_postings("closes", postings.closes);
  counter.of_postings("posted", postings.posted);
  counter.of_postings("grid", postings.grids);
  counter.of_postings("pickup_grid", postings.pickup_grids, piecework);
  counter.of_postings("week", postings.weeks_stated);
  counter.of_postings("hours_asked", postings.hours_asked);
  counter.of_postings("pay_lower", postings.pay_lower, work);
  counter.of_postings("pay_upper", postings.pay_upper, work);
  counter.of_postings("credentials", postings.credentials);
  counter.of_postings("languages", postings.languages);
  counter.of_postings("offers", postings.offers);
  counter.of_postings("legal_age", postings.asks_legal_age);
  counter.of_postings("latest_start", postings.latest_starts, work | piecework);
  counter.of_postings("starts", postings.starts, courses | aril::bit_of(Kind::internship));
  counter.of_postings("ends", postings.ends, courses | aril::bit_of(Kind::internship));
  counter.of_postings("blocked_residents", postings.blocked_residents);
  counter.of_postings("grants", postings.grants, courses);
  counter.of_postings("prerequisite_skills", postings.prerequisite_skills, courses);
  counter.of_postings("prerequisite_credentials", postings.prerequisite_credentials, courses);
  counter.of_postings("fee", postings.fees, courses);
  counter.of_postings("ordered_by", postings.ordered_by, courses);
  counter.of_postings("units", postings.units, piecework);
  counter.of_postings("unit_pay", postings.unit_pay, piecework);
  counter.of_postings("due", postings.due, piecework);
  counter.of_postings("least_daily_units", postings.least_daily_units, piecework);
  counter.of_postings("most_daily_units", postings.most_daily_units, piecework);
}

}  // namespace

std::vector<MissingColumn> missing_columns(const aril::Market& market) {
  Counter counter(market);
  count_residents(market.residents(), counter);
  count_postings(market.postings(), counter);
  return std::move(counter).take();
}

}  // namespace demo
