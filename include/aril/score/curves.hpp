// Curves as tables over integers, made once. Meaning: docs/definitions.md, "Terms".
#pragma once

#include <array>
#include <cstdint>

#include "aril/score/term.hpp"
#include "aril/units/minutes.hpp"

namespace aril {

// By travel cell: round(65,535 * 2^(-max(0, minutes - 5) / 15)); not known: neutral; out of reach: 0.
[[nodiscard]] const std::array<TermValue, 256>& commute_curve();

// round(65,535 * 2^(-days / 14)); 65,535 for days <= 0. The table ends where the curve is 0.
[[nodiscard]] TermValue freshness(std::int64_t days);

}  // namespace aril
