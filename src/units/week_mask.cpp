#include "aril/units/week_mask.hpp"

namespace aril {
namespace {

constexpr std::array<std::string_view, 7> day_names{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

std::optional<std::size_t> parse_day(std::string_view text) noexcept {
  for (std::size_t day = 0; day < 7; ++day) {
    if (day_names[day] == text) return day;
  }
  return std::nullopt;
}

std::optional<std::size_t> parse_hour(std::string_view text) noexcept {
  if (text.empty() || text.size() > 2) return std::nullopt;
  std::size_t hour = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    hour = hour * 10 + static_cast<std::size_t>(digit - '0');
  }
  return hour <= 24 ? std::optional(hour) : std::nullopt;
}

// "a-b" as two parts; "a" alone as the same twice.
struct Range {
  std::string_view first, last;
};
Range split_range(std::string_view text) noexcept {
  const std::size_t dash = text.find('-');
  if (dash == std::string_view::npos) return {text, text};
  return {text.substr(0, dash), text.substr(dash + 1)};
}

bool add_item(WeekMask& mask, std::string_view item) noexcept {
  const std::size_t space = item.find(' ');
  if (space == std::string_view::npos) return false;
  const Range days = split_range(item.substr(0, space));
  const std::string_view hours_text = item.substr(space + 1);
  if (hours_text.find('-') == std::string_view::npos) return false;
  const Range hours = split_range(hours_text);
  const auto first_day = parse_day(days.first);
  const auto last_day = parse_day(days.last);
  const auto from = parse_hour(hours.first);
  const auto to = parse_hour(hours.last);
  if (!first_day || !last_day || !from || !to || *first_day > *last_day || *from >= *to) return false;
  for (std::size_t day = *first_day; day <= *last_day; ++day) mask.add(day, *from, *to);
  return true;
}

}  // namespace

std::optional<WeekMask> WeekMask::parse(std::string_view text) noexcept {
  WeekMask mask;
  if (text == "-") return mask;
  while (true) {
    const std::size_t bar = text.find('|');
    if (!add_item(mask, text.substr(0, bar))) return std::nullopt;
    if (bar == std::string_view::npos) return mask;
    text.remove_prefix(bar + 1);
  }
}

std::string WeekMask::text() const {
  // Hours of one day as runs; equal days that follow each other share an item.
  std::array<std::array<std::string, 12>, 7> runs;
  std::array<std::size_t, 7> run_count{};
  for (std::size_t day = 0; day < 7; ++day) {
    for (std::size_t hour = 0; hour < 24;) {
      std::size_t end = hour;
      while (end < 24 && test(24 * day + end)) ++end;
      if (end > hour) runs[day][run_count[day]++] = std::to_string(hour) + "-" + std::to_string(end);
      hour = end > hour ? end : hour + 1;
    }
  }
  std::string text;
  for (std::size_t first = 0; first < 7;) {
    std::size_t last = first;
    while (last + 1 < 7 && runs[last + 1] == runs[first]) ++last;
    for (std::size_t run = 0; run < run_count[first]; ++run) {
      if (!text.empty()) text += '|';
      text += day_names[first];
      if (last > first) text.append("-").append(day_names[last]);
      text += ' ';
      text += runs[first][run];
    }
    first = last + 1;
  }
  return text.empty() ? "-" : text;
}

}  // namespace aril
