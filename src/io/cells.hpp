// Cells that hold one value: each type reads and writes one kind of cell of docs/market_format.md.
//
// read(cell, value) sets the value or says what is wrong; Pre: the cell is not empty, for an empty one is "not stated" whatever its kind.
// write(value, cell) appends what read() takes back as the same value.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

#include "aril/units/date.hpp"
#include "aril/units/money.hpp"
#include "aril/units/week_mask.hpp"
#include "fault.hpp"
#include "words.hpp"

namespace aril::io {

struct TextCell {
  static Verdict read(std::string_view cell, std::string& value);
  static void write(const std::string& value, std::string& cell) { cell += value; }
};

// An id, of the row itself or of another.
struct IdCell {
  static Verdict read(std::string_view cell, std::string& value);
  static void write(const std::string& value, std::string& cell) { cell += value; }
};

inline constexpr std::int64_t no_bound = std::numeric_limits<std::int64_t>::max();

[[nodiscard]] Verdict read_integer(std::string_view cell, std::int64_t least, std::int64_t most, std::int64_t& value);

// Digits only.
template <std::int64_t least, std::int64_t most>
struct IntegerCell {
  static Verdict read(std::string_view cell, std::int64_t& value) { return read_integer(cell, least, most, value); }
  static void write(std::int64_t value, std::string& cell) { cell += std::to_string(value); }
};
using CountCell = IntegerCell<0, no_bound>;

// Major units with at most two decimals; the value is in minor units.
struct AmountCell {
  static Verdict read(std::string_view cell, Money& value);
  static void write(Money value, std::string& cell);
};

[[nodiscard]] Verdict read_degrees(std::string_view cell, int most, double& value);
void write_degrees(double value, std::string& cell);

template <int most>
struct DegreesCell {
  static Verdict read(std::string_view cell, double& value) { return read_degrees(cell, most, value); }
  static void write(double value, std::string& cell) { write_degrees(value, cell); }
};

struct DateCell {
  static Verdict read(std::string_view cell, Date& value);
  static void write(Date value, std::string& cell) { cell += value.iso(); }
};

struct WeekCell {
  static Verdict read(std::string_view cell, WeekMask& value);
  static void write(const WeekMask& value, std::string& cell) { cell += value.text(); }
};

template <class Enum>
struct WordCell {
  static Verdict read(std::string_view cell, Enum& value) { return read_word(cell, value); }
  static void write(Enum value, std::string& cell) { cell += word_of(value); }
};
using YesNoCell = WordCell<bool>;

// A claim that is not made unless the cell says yes.
struct FlagCell {
  static Verdict read(std::string_view cell, bool& value) { return read_word(cell, value); }
  static void write(bool value, std::string& cell) { cell += value ? word_of(true) : ""; }
};

}  // namespace aril::io
