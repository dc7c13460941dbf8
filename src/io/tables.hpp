// The tables of a market, each with how it is read and written.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "aril/market/market.hpp"
#include "aril/market/market_builder.hpp"
#include "header.hpp"
#include "table_reader.hpp"

namespace aril::io {

struct Table {
  std::string_view name;
  std::span<const std::string_view> columns;
  std::span<const Presence> presences;
  void (*read)(const TableSource& source, MarketBuilder& builder) = nullptr;
  void (*write)(const Market& market, std::span<const ColumnHeading> headings, std::string& out) = nullptr;

  [[nodiscard]] std::string file_name() const { return std::string(name) + ".csv"; }
  // Errors: as headings_of in header.hpp.
  [[nodiscard]] std::vector<ColumnHeading> headings(const ColumnNames& names) const;
};

[[nodiscard]] std::span<const Table> tables();
// Errors: invalid_option.
[[nodiscard]] const Table& table_named(std::string_view name);

}  // namespace aril::io
