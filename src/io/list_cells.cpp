#include "list_cells.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "aril/text/number.hpp"
#include "cells.hpp"

namespace aril::io {
namespace {

constexpr std::int64_t most_count = 10'000;

std::string joined(const text::ListItem& item) {
  std::string text;
  for (const std::string& part : item) text.append(text.empty() && &part == &item.front() ? "" : ":").append(part);
  return text;
}

Verdict read_id(const text::ListItem& item, std::string& value) {
  const std::string& id = item.front();
  if (id.empty()) return item_fault(ErrorCode::invalid_id, "an id that is not empty", item);
  if (has_control_character(id)) return item_fault(ErrorCode::invalid_id, "an id without control characters", item);
  value = id;
  return {};
}

// An item has too many parts, or too few.
Fault wrong_parts(const text::ListItem& item, std::string expected) {
  return item_fault(ErrorCode::malformed, std::move(expected) + " (a colon that belongs to a name takes a backslash)", item);
}

// 0 and the empty part are "not stated".
Verdict read_level(const text::ListItem& item, Level most, Level& level) {
  std::int64_t number = 0;
  if (item[1].empty()) return {};
  if (Verdict fault = read_integer(item[1], 0, most, number)) {
    return item_fault(fault->code, "a level 1.." + std::to_string(most), item);
  }
  level = static_cast<Level>(number);
  return {};
}

std::string level_text(Level level) { return level == level_not_stated ? std::string{} : std::to_string(level); }

}  // namespace

void append_item(std::string& cell, std::initializer_list<std::string_view> parts) {
  text::append_list_item(cell, std::span(parts.begin(), parts.size()));
}

Fault item_fault(ErrorCode code, std::string expected, const text::ListItem& item) {
  return {code, std::move(expected), "the item " + quoted(joined(item))};
}

Verdict TextEntry::read(const text::ListItem& item, std::string& value) {
  if (item.size() != 1) return wrong_parts(item, "a text");
  value = item.front();
  return {};
}

Verdict IdEntry::read(const text::ListItem& item, std::string& value) {
  if (item.size() != 1) return wrong_parts(item, "an id");
  return read_id(item, value);
}

Verdict SkillEntry::read(const text::ListItem& item, SkillItem& value) {
  if (item.size() > 2) return wrong_parts(item, "skill or skill:level");
  if (Verdict fault = read_id(item, value.skill)) return fault;
  return item.size() == 1 ? Verdict{} : read_level(item, max_skill_level, value.level);
}

void SkillEntry::write(const SkillItem& value, std::string& cell) {
  if (value.level == level_not_stated) return append_item(cell, {value.skill});
  append_item(cell, {value.skill, level_text(value.level)});
}

Verdict RequirementEntry::read(const text::ListItem& item, RequirementItem& value) {
  if (item.size() > 3) return wrong_parts(item, "skill, skill:level, skill:level:count or skill::count");
  if (Verdict fault = read_id(item, value.skill)) return fault;
  if (item.size() == 1) return {};
  if (Verdict fault = read_level(item, max_skill_level, value.level)) return fault;
  if (item.size() == 2) return {};
  std::int64_t count = 0;
  if (Verdict fault = read_integer(item[2], 0, most_count, count)) {
    return item_fault(fault->code, "a count 0.." + std::to_string(most_count), item);
  }
  value.count = static_cast<std::uint32_t>(count);
  return {};
}

void RequirementEntry::write(const RequirementItem& value, std::string& cell) {
  if (value.count) return append_item(cell, {value.skill, level_text(value.level), std::to_string(*value.count)});
  SkillEntry::write({value.skill, value.level}, cell);
}

Verdict LanguageEntry::read(const text::ListItem& item, LanguageItem& value) {
  if (item.size() > 2) return wrong_parts(item, "language or language:level");
  if (Verdict fault = read_id(item, value.language)) return fault;
  if (item.size() == 1) return {};
  const auto* const named = std::find(language_level_names.begin() + 1, language_level_names.end(), item[1]);
  if (named != language_level_names.end()) {
    value.level = static_cast<Level>(named - language_level_names.begin());
    return {};
  }
  if (Verdict fault = read_level(item, max_language_level, value.level)) {
    return item_fault(fault->code, "a level A1, A2, B1, B2, C1, C2 or 1..6", item);
  }
  return {};
}

void LanguageEntry::write(const LanguageItem& value, std::string& cell) {
  if (value.level == level_not_stated) return append_item(cell, {value.language});
  append_item(cell, {value.language, language_level_names[value.level]});
}

Verdict OfferEntry::read(const text::ListItem& item, OfferItem& value) {
  if (item.size() > 2) return wrong_parts(item, "need, need:yes or need:no");
  if (Verdict fault = read_id(item, value.need)) return fault;
  return item.size() == 1 ? Verdict{} : read_word(item[1], value.offered);
}

void OfferEntry::write(const OfferItem& value, std::string& cell) {
  if (value.offered) return append_item(cell, {value.need});
  append_item(cell, {value.need, word_of(false)});
}

Verdict LikeEntry::read(const text::ListItem& item, LikeItem& value) {
  if (Verdict fault = read_like(item, value.value)) return fault;
  return read_id(item, value.name);
}

Verdict read_like(const text::ListItem& item, int& value) {
  if (item.size() != 2) return wrong_parts(item, "name:value");
  const std::optional<std::int64_t> number = text::parse_integer(item[1]);
  if (!number) return item_fault(ErrorCode::malformed, "a value -2..2", item);
  if (*number < -2 || *number > 2) return item_fault(ErrorCode::out_of_range, "a value -2..2", item);
  value = static_cast<int>(*number);
  return {};
}

}  // namespace aril::io
