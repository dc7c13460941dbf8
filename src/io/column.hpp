// A column of a table: which cell it is, and where in the record its value stands.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "fault.hpp"

namespace aril::io {

enum class Presence : std::uint8_t {
  optional,
  column,  // the file must have the column; a cell may be empty
  cell,    // and no cell may be empty
};

template <class Record>
struct Column {
  std::string_view name;
  Presence presence = Presence::optional;
  Verdict (*read)(std::string_view cell, Record& record) = nullptr;  // Pre: the cell is not empty
  void (*write)(const Record& record, std::string& cell) = nullptr;  // appends nothing where the value is not stated
};

namespace detail {

template <class>
struct MemberOwner;
template <class Value, class Owner>
struct MemberOwner<Value Owner::*> {
  using type = Owner;
};

template <class Value>
inline constexpr bool is_optional = false;
template <class Value>
inline constexpr bool is_optional<std::optional<Value>> = true;

// The value at the end of a path of members.
template <auto First, auto... Rest>
auto& value_at(auto& record) {
  if constexpr (sizeof...(Rest) == 0) {
    return record.*First;
  } else {
    return value_at<Rest...>(record.*First);
  }
}

template <class Cell, class Record, auto... Path>
Verdict read_value(std::string_view cell, Record& record) {
  auto& value = value_at<Path...>(record);
  if constexpr (is_optional<std::remove_cvref_t<decltype(value)>>) {
    return Cell::read(cell, value.emplace());
  } else {
    return Cell::read(cell, value);
  }
}

template <class Cell, class Record, auto... Path>
void write_value(const Record& record, std::string& cell) {
  const auto& value = value_at<Path...>(record);
  if constexpr (is_optional<std::remove_cvref_t<decltype(value)>>) {
    if (value) Cell::write(*value, cell);
  } else {
    Cell::write(value, cell);
  }
}

}  // namespace detail

// column<IdCell, &GridRecord::area>("area"); a path of several members leads into a nested struct.
template <class Cell, auto First, auto... Rest>
[[nodiscard]] constexpr auto column(std::string_view name, Presence presence = Presence::optional) {
  using Record = typename detail::MemberOwner<decltype(First)>::type;
  return Column<Record>{name, presence, &detail::read_value<Cell, Record, First, Rest...>,
                        &detail::write_value<Cell, Record, First, Rest...>};
}

}  // namespace aril::io
