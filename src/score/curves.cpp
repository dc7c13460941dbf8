#include "aril/score/curves.hpp"

#include <cmath>

namespace aril {
namespace {

// No entry lies nearer than 1e-4 to a half, so double is far more than enough; the tables' checksums are held by a test.
TermValue halved(double halvings) { return static_cast<TermValue>(std::floor(65535.0 * std::exp2(-halvings) + 0.5)); }

constexpr std::size_t freshness_days = 256;

std::array<TermValue, freshness_days> make_freshness() {
  std::array<TermValue, freshness_days> table{};
  for (std::size_t days = 0; days < freshness_days; ++days) table[days] = halved(static_cast<double>(days) / 14.0);
  return table;
}

std::array<TermValue, 256> make_commute() {
  std::array<TermValue, 256> table{};
  for (int minutes = 0; minutes <= max_minutes; ++minutes) {
    table[static_cast<std::size_t>(minutes)] = halved(static_cast<double>(minutes > 5 ? minutes - 5 : 0) / 15.0);
  }
  table[minutes_unknown] = usual_neutral;
  table[out_of_reach] = 0;
  return table;
}

}  // namespace

const std::array<TermValue, 256>& commute_curve() {
  static const std::array<TermValue, 256> table = make_commute();
  return table;
}

TermValue freshness(std::int64_t days) {
  static const std::array<TermValue, freshness_days> table = make_freshness();
  if (days <= 0) return full_value;
  return days < static_cast<std::int64_t>(freshness_days) ? table[static_cast<std::size_t>(days)] : TermValue{0};
}

}  // namespace aril
