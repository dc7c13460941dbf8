// market.csv: what holds for the whole market, a key and a value a row.
#pragma once

#include <string>
#include <vector>

#include "aril/market/market.hpp"
#include "aril/market/market_builder.hpp"
#include "schemas.hpp"
#include "table_reader.hpp"

namespace aril::io {

// Errors in the text go to builder.report(): besides those of any table unknown_key, and duplicate_id for all rows of one key but the
// smallest.
void read_settings(const TableSource& source, MarketBuilder& builder);

// One record for each setting that is stated, in the order of docs/market_format.md.
[[nodiscard]] std::vector<SettingRecord> setting_records(const MarketSettings& settings);

}  // namespace aril::io
