#include "aril/core/error.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numeric>
#include <utility>

namespace aril {
namespace {

constexpr std::array names{
    "file_not_readable", "file_not_writable", "unknown_file",   "invalid_utf8",         "stray_quote",        "wrong_cell_count",
    "record_too_large",  "missing_column",    "unknown_column", "repeated_column",      "missing_value",      "invalid_id",
    "malformed",         "out_of_range",      "unknown_word",   "duplicate_id",         "dangling_reference", "cycle",
    "wrong_order",       "contradiction",     "invalid_json",   "unknown_key",          "missing_key",        "unknown_term",
    "invalid_option",    "unknown_id",        "shape_mismatch", "above_declared_bound", "cancelled"};
static_assert(names.size() == static_cast<std::size_t>(ErrorCode::cancelled) + 1);

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t change = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({change, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

}  // namespace

std::string_view name_of(ErrorCode code) noexcept { return names[static_cast<std::size_t>(code)]; }

std::string Problem::message() const {
  std::string text = where.file;
  if (where.first_line != 0) {
    text.append(":").append(std::to_string(where.first_line));
    if (where.last_line > where.first_line) text.append("-").append(std::to_string(where.last_line));
  }
  if (!where.field.empty()) text.append(text.empty() ? "" : ": ").append(where.field);
  if (!text.empty()) text.append(": ");
  return text.append("expected ").append(expected).append(", found ").append(found).append(" [").append(name_of(code)).append("]");
}

Error::Error(std::vector<Problem> problems) : problems_(std::move(problems)) {
  what_ = problems_.front().message();
  if (problems_.size() > 1) what_ += " (and " + std::to_string(problems_.size() - 1) + " more in problems())";
}

Error::Error(ErrorCode code, Place where, std::string expected, std::string found)
    : Error(std::vector<Problem>{{code, std::move(where), std::move(expected), std::move(found)}}) {}

std::string near_word(std::string_view word, const std::vector<std::string>& known) {
  std::string nearest = nearest_word(word, known);
  return 2 * edit_distance(word, nearest) <= std::max(word.size(), nearest.size()) ? nearest : "";
}

std::string nearest_word(std::string_view word, const std::vector<std::string>& known) {
  std::string best;
  std::size_t least = std::numeric_limits<std::size_t>::max();
  for (const std::string& candidate : known) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return best;
}

}  // namespace aril
