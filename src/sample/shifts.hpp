// Working hours as they are found in a Chinese district, and the hours that residents have.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "aril/sample/names.hpp"
#include "aril/units/week_mask.hpp"
#include "random.hpp"

namespace aril::sample {

namespace detail {
// Days count from Monday, 0; both ends are worked.
constexpr WeekMask hours(std::size_t first_day, std::size_t last_day, std::size_t from, std::size_t to, WeekMask mask = {}) noexcept {
  for (std::size_t day = first_day; day <= last_day; ++day) mask.add(day, from, to);
  return mask;
}
}  // namespace detail

// What a posting's week looks like.
enum class Roster : std::uint8_t {
  office,
  early,
  late,
  night,
  meals,
  shop,
  six_days,
  evenings,
  weekend,
  mornings,
  school_hours,
  by_arrangement
};
inline constexpr std::array<WeekMask, 12> roster_hours{
    detail::hours(0, 4, 9, 18),                                // office
    detail::hours(0, 5, 7, 15),                                // early
    detail::hours(0, 5, 15, 23),                               // late
    detail::hours(1, 6, 0, 6, detail::hours(0, 5, 22, 24)),    // night
    detail::hours(1, 6, 10, 14, detail::hours(1, 6, 17, 21)),  // meals
    detail::hours(2, 6, 12, 21),                               // shop
    detail::hours(0, 5, 8, 18),                                // six_days
    detail::hours(1, 6, 17, 24),                               // evenings
    detail::hours(5, 6, 9, 18),                                // weekend
    detail::hours(0, 4, 9, 13),                                // mornings
    detail::hours(0, 4, 9, 15),                                // school_hours
    detail::hours(0, 6, 8, 20),                                // by_arrangement
};
[[nodiscard]] constexpr WeekMask hours_of(Roster roster) noexcept { return roster_hours[static_cast<std::size_t>(roster)]; }

// An occupation's usual shift leaves its firms some choice.
[[nodiscard]] inline Roster roster_of(names::Shift shift, Random& random) noexcept {
  using enum Roster;
  static constexpr std::array<std::array<Roster, 4>, 6> choices{{
      {office, six_days, shop, school_hours},               // day
      {early, early, mornings, six_days},                   // early
      {evenings, evenings, late, weekend},                  // evening
      {meals, meals, shop, mornings},                       // split
      {by_arrangement, by_arrangement, mornings, weekend},  // flexible
      {night, late, early, six_days},                       // night
  }};
  return random.pick(choices[static_cast<std::size_t>(shift)]);
}

// What a resident's week looks like.
inline constexpr std::array<WeekMask, 8> available_hours{
    detail::hours(0, 6, 0, 24),                               // always
    detail::hours(0, 6, 7, 22),                               // by day
    detail::hours(0, 4, 8, 19),                               // on workdays
    detail::hours(0, 5, 7, 20),                               // on six days
    detail::hours(0, 4, 8, 16),                               // while children are at school
    detail::hours(0, 5, 8, 13),                               // in the morning
    detail::hours(5, 6, 8, 22, detail::hours(0, 4, 18, 23)),  // in the evening and at weekends
    detail::hours(0, 6, 12, 23),                              // from noon
};

}  // namespace aril::sample
