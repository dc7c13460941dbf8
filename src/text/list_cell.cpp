#include "aril/text/list_cell.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "aril/core/error.hpp"

namespace aril::text {
namespace {

ListCell malformed(std::string expected, std::string found) {
  return {.state = ListState::malformed, .items = {}, .expected = std::move(expected), .found = std::move(found)};
}

void append_escaped(std::string& cell, std::string_view part) {
  for (const char c : part) {
    if (c == '\\' || c == '|' || c == ':') cell += '\\';
    cell += c;
  }
}

}  // namespace

ListCell parse_list(std::string_view cell) {
  ListCell list;
  if (cell.empty()) return list;
  list.state = ListState::stated;
  if (cell == stated_empty_list) return list;

  list.items.push_back({std::string{}});
  std::size_t item_start = 0;
  for (std::size_t at = 0;;) {
    const std::size_t special = std::min(cell.find_first_of("\\|:", at), cell.size());
    list.items.back().back() += cell.substr(at, special - at);
    const bool at_end = special == cell.size();
    if (at_end || cell[special] == '|') {
      if (special == item_start) return malformed("a list without empty items", "item " + std::to_string(list.items.size()) + " empty");
      if (at_end) return list;
      list.items.push_back({std::string{}});
      item_start = special + 1;
    } else if (cell[special] == ':') {
      list.items.back().emplace_back();
    } else {
      if (special + 1 == cell.size()) return malformed("a character after the backslash", "the end of the cell");
      list.items.back().back() += cell[special + 1];
    }
    at = special + (cell[special] == '\\' ? 2 : 1);
  }
}

void append_list_item(std::string& cell, std::span<const std::string_view> parts) {
  if (parts.empty() || (parts.size() == 1 && parts.front().empty())) {
    throw Error{ErrorCode::malformed, {}, "a list item that is not empty", "an empty one"};
  }
  if (cell == stated_empty_list) cell.clear();
  if (!cell.empty()) cell += '|';
  if (parts.size() == 1 && parts.front() == stated_empty_list) {
    cell += "\\-";  // alone in its cell it would read as the stated empty list
    return;
  }
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) cell += ':';
    append_escaped(cell, parts[i]);
  }
}

std::string format_list(const std::optional<std::vector<ListItem>>& items) {
  if (!items) return {};
  std::string cell(stated_empty_list);
  for (const ListItem& item : *items) {
    const std::vector<std::string_view> parts(item.begin(), item.end());
    append_list_item(cell, parts);
  }
  return cell;
}

}  // namespace aril::text
