#include "vertex_table.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string>
#include <utility>

#include "aril/text/utf8.hpp"

namespace aril {
namespace {

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

void report(std::vector<Problem>& problems, ErrorCode code, Place where, const char* field, std::string expected, std::string found) {
  where.field = field;
  problems.push_back({code, std::move(where), std::move(expected), std::move(found)});
}

bool is_good(const VertexRecord& record, FunctionView<Place(std::size_t)> place_of, std::size_t number, std::vector<Problem>& problems) {
  const std::size_t before = problems.size();
  if (record.id.empty() || has_control(record.id)) {
    report(problems, ErrorCode::invalid_id, place_of(number), "id", "an id that is not empty and has no control characters",
           record.id.empty() ? "nothing" : "'" + record.id + "'");
  } else if (!text::is_valid_utf8(record.id)) {
    report(problems, ErrorCode::invalid_utf8, place_of(number), "id", "UTF-8", "bytes that are not");
  }
  if (!text::is_valid_utf8(record.title.english)) {
    report(problems, ErrorCode::invalid_utf8, place_of(number), "title_en", "UTF-8", "bytes that are not");
  }
  if (!text::is_valid_utf8(record.title.chinese)) {
    report(problems, ErrorCode::invalid_utf8, place_of(number), "title_zh", "UTF-8", "bytes that are not");
  }
  if (static_cast<std::size_t>(record.kind) >= vertex_kind_count) {
    report(problems, ErrorCode::out_of_range, place_of(number), "kind", "0.." + std::to_string(vertex_kind_count - 1),
           std::to_string(static_cast<int>(record.kind)));
  }
  return problems.size() == before;
}

std::vector<std::uint32_t> in_order(const std::vector<VertexRecord>& records) {
  std::vector<std::uint32_t> order(records.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto before = [&](std::uint32_t a, std::uint32_t b) {
    const auto comparison = records[a] <=> records[b];
    return comparison < 0 || (!(comparison > 0) && a < b);
  };
  if (!std::is_sorted(order.begin(), order.end(), before)) std::sort(order.begin(), order.end(), before);
  return order;
}

}  // namespace

std::vector<VertexRow> number_vertices(std::vector<VertexRecord>& records, FunctionView<Place(std::size_t)> place_of,
                                       ReferralGraph::Content& content, std::vector<Problem>& problems) {
  std::vector<VertexRow> rows(records.size(), VertexRow::none());
  std::vector<std::string> ids;
  std::size_t stays = records.size();
  for (const std::uint32_t i : in_order(records)) {
    VertexRecord& record = records[i];
    if (!is_good(record, place_of, i, problems)) continue;
    if (stays != records.size() && ids.back() == record.id) {
      report(problems, ErrorCode::duplicate_id, place_of(i), "id", "each id once",
             "'" + record.id + "' again; the row at line " + std::to_string(place_of(stays).first_line) + " stays");
      continue;
    }
    stays = i;
    rows[i] = VertexRow(ids.size());
    content.titles.english.push_back(std::move(record.title.english));
    content.titles.chinese.push_back(std::move(record.title.chinese));
    content.kinds.push_back(record.kind);
    ids.push_back(std::move(record.id));
  }
  content.ids = IdTable(ids);
  return rows;
}

}  // namespace aril
