// How often a field is not stated, per mille of the rows to which it applies. All stand here, so that the table can be read at a glance.
#pragma once

#include <cstdint>

namespace aril::sample::missing {

inline constexpr std::uint32_t  // residents
    home = 60,
    mode = 65, travel_limit = 100, wanted_kinds = 200, wanted_workplaces = 250, skills = 80, credentials = 130, languages = 150, week = 110,
    pay_floor = 110, resident_currency = 350, needs = 280, of_legal_age = 100, available_from = 150, budget = 220, daily_units = 320,
    wanted_occupations = 100, held_occupations = 150, liked_employers = 320, liked_kinds = 340, liked_workplaces = 350,
    blocked_postings = 380, blocked_employers = 370;

inline constexpr std::uint32_t  // postings
    title_english = 90,
    title_chinese = 55, occupation = 60, seats = 83, opens = 100, closes = 150, posted = 120, workplace = 120, grid = 60, pickup_grid = 120,
    posting_week = 90, hours_asked = 330, pay_lower = 200, pay_upper = 140, pay_period = 280, posting_currency = 350, must_skills = 90,
    nice_skills = 120, posting_credentials = 200, posting_languages = 250, offers = 280, legal_age = 280, latest_start = 180, starts = 80,
    ends = 120, blocked_residents = 380;

inline constexpr std::uint32_t  // of training slots and of piecework lots alone
    grants = 90,
    prerequisite_skills = 150, prerequisite_credentials = 200, fee = 100, ordered_by = 350, units = 100, unit_pay = 80, due = 120,
    least_daily_units = 120, most_daily_units = 200;

inline constexpr std::uint32_t coordinates = 52, employer_grid = 60, employer_title = 70, protected_value = 100;

}  // namespace aril::sample::missing
