#include "aril/text/list_cell.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/error.hpp"

namespace aril::text {
namespace {

using Items = std::vector<ListItem>;

Items items_of(std::string_view cell) {
  const ListCell list = parse_list(cell);
  EXPECT_EQ(list.state, ListState::stated) << cell;
  return list.items;
}

TEST(ParseList, TellsNotStatedFromStatedEmpty) {
  EXPECT_EQ(parse_list("").state, ListState::not_stated);
  EXPECT_EQ(items_of("-"), Items{});
}

TEST(ParseList, PartsItemsAndParts) {
  EXPECT_EQ(items_of("weld"), (Items{{"weld"}}));
  EXPECT_EQ(items_of("weld:3|cut::2|a b"), (Items{{"weld", "3"}, {"cut", "", "2"}, {"a b"}}));
  EXPECT_EQ(items_of(":|x:"), (Items{{"", ""}, {"x", ""}}));
}

TEST(ParseList, TakesTheCharacterAfterABackslashLiterally) {
  EXPECT_EQ(items_of("a\\|b\\:c\\\\|\\-|\\x|\\焊"), (Items{{"a|b:c\\"}, {"-"}, {"x"}, {"焊"}}));
}

TEST(ParseList, TakesADashAmongOthersForAnItem) {
  EXPECT_EQ(items_of("-|a"), (Items{{"-"}, {"a"}}));
  EXPECT_EQ(items_of("-:2"), (Items{{"-", "2"}}));
}

TEST(ParseList, RefusesEmptyItemsAndALoneBackslashInWords) {
  for (const std::string_view cell : {"|", "a|", "|a", "a||b"}) {
    const ListCell list = parse_list(cell);
    EXPECT_EQ(list.state, ListState::malformed) << cell;
    EXPECT_TRUE(list.items.empty());
    EXPECT_EQ(list.expected, "a list without empty items");
  }
  EXPECT_EQ(parse_list("a||b").found, "item 2 empty");
  for (const std::string_view cell : {"\\", "a\\", "a|b:\\", "a\\\\\\"}) EXPECT_EQ(parse_list(cell).found, "the end of the cell") << cell;
}

TEST(AppendListItem, EscapesAnItemThatIsADash) {
  std::string cell;
  append_list_item(cell, std::vector<std::string_view>{"-"});
  EXPECT_EQ(cell, "\\-");
  EXPECT_EQ(items_of(cell), (Items{{"-"}}));
}

TEST(AppendListItem, RefusesAnEmptyItem) {
  std::string cell = "a";
  EXPECT_THROW(append_list_item(cell, {}), Error);
  EXPECT_THROW(append_list_item(cell, std::vector<std::string_view>{""}), Error);
  EXPECT_EQ(cell, "a");
}

TEST(FormatList, WritesNotStatedAndStatedEmpty) {
  EXPECT_EQ(format_list(std::nullopt), "");
  EXPECT_EQ(format_list(Items{}), "-");
  EXPECT_EQ(format_list(Items{{"weld", "3"}, {"cut", "", "2"}}), "weld:3|cut::2");
}

TEST(FormatList, ReadsBackTheSame) {
  constexpr std::string_view alphabet = "\\|:-ab\n";
  for (std::uint32_t seed = 0; seed < 10'000; ++seed) {
    std::mt19937 random(seed);
    Items items(random() % 4);
    for (ListItem& item : items) {
      item.resize(1 + random() % 3);
      for (std::string& part : item) {
        while (random() % 3 != 0 || (item.size() == 1 && part.empty())) part += alphabet[random() % alphabet.size()];
      }
    }
    ASSERT_EQ(items_of(format_list(items)), items) << "seed " << seed;
  }
}

}  // namespace
}  // namespace aril::text
