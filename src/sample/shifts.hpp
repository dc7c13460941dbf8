// Working hours as they are found in a Chinese district, and the hours that residents have.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "aril/units/week_mask.hpp"

namespace aril::sample {

namespace detail {
// Days count from Monday, 0; both ends are worked.
constexpr WeekMask hours(std::size_t first_day, std::size_t last_day, std::size_t from, std::size_t to, WeekMask mask = {}) noexcept {
  for (std::size_t day = first_day; day <= last_day; ++day) mask.add(day, from, to);
  return mask;
}
}  // namespace detail

enum class Shift : std::uint8_t { office, early, late, night, restaurant, shop, grounds, evening_stream, weekend, mornings, school_hours, by_arrangement };
using ShiftSet = std::uint16_t;
[[nodiscard]] constexpr ShiftSet bit_of(Shift shift) noexcept { return static_cast<ShiftSet>(1U << static_cast<unsigned>(shift)); }
template <class... Shifts>
[[nodiscard]] constexpr ShiftSet shifts(Shifts... each) noexcept {
  return static_cast<ShiftSet>((0U | ... | bit_of(each)));
}

inline constexpr std::size_t shift_count = 12;
inline constexpr std::array<WeekMask, shift_count> shift_hours{
    detail::hours(0, 4, 9, 18),                                 // office
    detail::hours(0, 5, 7, 15),                                 // early
    detail::hours(0, 5, 15, 23),                                // late
    detail::hours(1, 6, 0, 6, detail::hours(0, 5, 22, 24)),     // night
    detail::hours(1, 6, 10, 14, detail::hours(1, 6, 17, 21)),   // restaurant
    detail::hours(2, 6, 12, 21),                                // shop
    detail::hours(0, 5, 8, 18),                                 // grounds
    detail::hours(1, 6, 17, 24),                                // evening_stream
    detail::hours(5, 6, 9, 18),                                 // weekend
    detail::hours(0, 4, 9, 13),                                 // mornings
    detail::hours(0, 4, 9, 15),                                 // school_hours
    detail::hours(0, 6, 8, 20),                                 // by_arrangement
};

enum class Availability : std::uint8_t { always, daytime, workdays, six_days, school_hours, mornings, evenings, afternoons };
inline constexpr std::size_t availability_count = 8;
inline constexpr std::array<WeekMask, availability_count> available_hours{
    detail::hours(0, 6, 0, 24),                                // always
    detail::hours(0, 6, 7, 22),                                // daytime
    detail::hours(0, 4, 8, 19),                                // workdays
    detail::hours(0, 5, 7, 20),                                // six_days
    detail::hours(0, 4, 8, 16),                                // school_hours
    detail::hours(0, 5, 8, 13),                                // mornings
    detail::hours(5, 6, 8, 22, detail::hours(0, 4, 18, 23)),   // evenings
    detail::hours(0, 6, 12, 23),                               // afternoons
};

}  // namespace aril::sample
