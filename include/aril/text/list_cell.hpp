// A list in one cell: items by `|`, parts of an item by `:`, a backslash takes the next character literally, a lone `-` is the stated
// empty list. Owns the grammar of docs/market_format.md, not what items mean.
//
//   aril::text::parse_list("weld:3|cut").items  // {{"weld", "3"}, {"cut"}}
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace aril::text {

using ListItem = std::vector<std::string>;  // its parts, at least one; a part may be empty where the item has others

enum class ListState : std::uint8_t {
  not_stated,  // an empty cell
  stated,      // no items: `-`
  malformed,
};

struct ListCell {
  ListState state = ListState::not_stated;
  std::vector<ListItem> items;  // as written; empty unless stated
  std::string expected;         // in words, for a Problem; empty unless malformed
  std::string found;
};

// Never throws for what the cell holds. Malformed: an empty item, and a lone backslash at the end. A `-` among other items is an item.
[[nodiscard]] ListCell parse_list(std::string_view cell);

inline constexpr std::string_view stated_empty_list = "-";

// Adds one item to a cell that is empty, the stated empty list, or was written by this function; parse_list gives the parts back.
// Errors: malformed, for no parts or one empty part: an empty item can't be written.
void append_list_item(std::string& cell, std::span<const std::string_view> parts);

// The cell that parse_list reads as `items`; nullopt is not stated. Errors: as append_list_item.
[[nodiscard]] std::string format_list(const std::optional<std::vector<ListItem>>& items);

}  // namespace aril::text
