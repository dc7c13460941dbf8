// Cells that hold a list. An entry type reads and writes one item, as the types of cells.hpp do a cell.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "aril/market/records.hpp"
#include "aril/text/list_cell.hpp"
#include "fault.hpp"
#include "words.hpp"

namespace aril::io {

template <class Entry>
struct ListOf {
  using Values = std::vector<typename Entry::Value>;

  static Verdict read(std::string_view cell, Values& values) {
    text::ListCell list = text::parse_list(cell);
    if (list.state == text::ListState::malformed) return Fault{ErrorCode::malformed, std::move(list.expected), std::move(list.found)};
    values.resize(list.items.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
      if (Verdict fault = Entry::read(list.items[i], values[i])) return fault;
    }
    return {};
  }
  static void write(const Values& values, std::string& cell) {
    cell += text::stated_empty_list;
    for (const auto& value : values) Entry::write(value, cell);
  }
};

// Appends an item of these parts.
void append_item(std::string& cell, std::initializer_list<std::string_view> parts);
[[nodiscard]] Fault item_fault(ErrorCode code, std::string expected, const text::ListItem& item);

struct TextEntry {
  using Value = std::string;
  static Verdict read(const text::ListItem& item, std::string& value);
  // An empty text says nothing, and no item can hold it.
  static void write(const std::string& value, std::string& cell) {
    if (!value.empty()) append_item(cell, {value});
  }
};

struct IdEntry {
  using Value = std::string;
  static Verdict read(const text::ListItem& item, std::string& value);
  static void write(const std::string& value, std::string& cell) { append_item(cell, {value}); }
};

template <class Enum>
struct WordEntry {
  using Value = Enum;
  static Verdict read(const text::ListItem& item, Enum& value) {
    if (item.size() != 1) return item_fault(ErrorCode::unknown_word, one_of(words<Enum>), item);
    return read_word(item.front(), value);
  }
  static void write(Enum value, std::string& cell) { append_item(cell, {word_of(value)}); }
};

// `skill` or `skill:level`
struct SkillEntry {
  using Value = SkillItem;
  static Verdict read(const text::ListItem& item, SkillItem& value);
  static void write(const SkillItem& value, std::string& cell);
};

// `skill`, `skill:level`, `skill:level:count` or `skill::count`
struct RequirementEntry {
  using Value = RequirementItem;
  static Verdict read(const text::ListItem& item, RequirementItem& value);
  static void write(const RequirementItem& value, std::string& cell);
};

// `language` or `language:level`; levels are written as A1..C2, and read as 1..6 too.
struct LanguageEntry {
  using Value = LanguageItem;
  static Verdict read(const text::ListItem& item, LanguageItem& value);
  static void write(const LanguageItem& value, std::string& cell);
};

// `need`, `need:yes` or `need:no`
struct OfferEntry {
  using Value = OfferItem;
  static Verdict read(const text::ListItem& item, OfferItem& value);
  static void write(const OfferItem& value, std::string& cell);
};

// `name:value`
struct LikeEntry {
  using Value = LikeItem;
  static Verdict read(const text::ListItem& item, LikeItem& value);
  static void write(const LikeItem& value, std::string& cell) { append_item(cell, {value.name, std::to_string(value.value)}); }
};

[[nodiscard]] Verdict read_like(const text::ListItem& item, int& value);

// As LikeEntry, of a word: `Word` is the member of `Like` that holds it.
template <class Like, auto Word>
struct WordLikeEntry {
  using Value = Like;
  static Verdict read(const text::ListItem& item, Like& value) {
    if (Verdict fault = read_like(item, value.value)) return fault;
    return read_word(item.front(), value.*Word);
  }
  static void write(const Like& value, std::string& cell) { append_item(cell, {word_of(value.*Word), std::to_string(value.value)}); }
};

}  // namespace aril::io
