#include "settings_table.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "aril/text/number.hpp"
#include "aril/units/minutes.hpp"

namespace aril::io {
namespace {

struct Setting {
  std::string_view key;
  std::string MarketSettings::*value;
};
constexpr std::array texts{
    Setting{"currency", &MarketSettings::currency},
    Setting{"title_en", &MarketSettings::title_english},
    Setting{"title_zh", &MarketSettings::title_chinese},
};
constexpr std::string_view radius_key = "travel_radius";
constexpr std::array keys{texts[0].key, texts[1].key, texts[2].key, radius_key};

// nullopt, and a problem, for what is not a radius.
std::optional<std::int64_t> radius_of(const std::string& text, const TableSource& source, Lines lines, std::vector<Problem>& problems) {
  const std::optional<std::int64_t> radius = text::parse_integer(text);
  if (radius && *radius >= 0 && *radius <= max_minutes) return radius;
  problems.push_back({radius ? ErrorCode::out_of_range : ErrorCode::malformed,
                      {source.file, lines.first, lines.last, "value"},
                      "minutes, 0.." + std::to_string(max_minutes),
                      quoted(text)});
  return std::nullopt;
}

struct Row {
  std::string value;
  Lines lines;
};

Problem repeated(const std::string& file, std::string_view key, const Row& left_out, const Row& kept) {
  return {ErrorCode::duplicate_id,
          {file, left_out.lines.first, left_out.lines.last, "key"},
          "each key once",
          quoted(key) + " again; the row at line " + std::to_string(kept.lines.first) + " stays"};
}

}  // namespace

void read_settings(const TableSource& source, MarketBuilder& builder) {
  std::vector<Problem> problems;
  std::array<std::optional<Row>, keys.size()> rows;
  read_records<SettingRecord>(source, problems, [&](SettingRecord record, Lines lines) {
    const auto key = static_cast<std::size_t>(std::find(keys.begin(), keys.end(), record.key) - keys.begin());
    if (key == keys.size()) {
      const Fault fault = unknown_word(record.key, keys);
      problems.push_back({ErrorCode::unknown_key, {source.file, lines.first, lines.last, "key"}, fault.expected, fault.found});
      return;
    }
    Row row{std::move(record.value), lines};
    if (rows[key]) {
      if (row.value < rows[key]->value) std::swap(row, *rows[key]);
      problems.push_back(repeated(source.file, keys[key], row, *rows[key]));
    } else {
      rows[key] = std::move(row);
    }
  });
  MarketSettings settings;
  for (std::size_t key = 0; key < texts.size(); ++key) {
    if (rows[key]) settings.*texts[key].value = rows[key]->value;
  }
  if (const auto& radius = rows.back(); radius && !radius->value.empty())
    settings.travel_radius = radius_of(radius->value, source, radius->lines, problems);
  const bool states_any = std::any_of(rows.begin(), rows.end(), [](const std::optional<Row>& row) { return row.has_value(); });
  if (states_any) builder.set(std::move(settings));
  for (Problem& problem : problems) builder.report(std::move(problem));
}

std::vector<SettingRecord> setting_records(const MarketSettings& settings) {
  std::vector<SettingRecord> records;
  for (const Setting& setting : texts) {
    const std::string& value = settings.*setting.value;
    if (!value.empty()) records.push_back({std::string(setting.key), value});
  }
  if (settings.travel_radius) records.push_back({std::string(radius_key), std::to_string(*settings.travel_radius)});
  return records;
}

}  // namespace aril::io
