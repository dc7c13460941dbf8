// JSON as a tree that keeps what ordinary parsers lose: numbers as they were written, and the order of members. A repeated key is an error.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace aril::text {

struct JsonMember;

struct JsonValue {
  enum class Type { null, boolean, number, string, array, object };

  Type type = Type::null;
  bool boolean = false;
  std::string text;  // a string's text; a number's digits: integers as written, others raw
  std::vector<JsonValue> items;
  std::vector<JsonMember> members;
};

struct JsonMember {
  std::string name;
  JsonValue value;
};

// Errors: Error{invalid_json} with what the parser expected and where; Error{contradiction} for a repeated key; nesting above 64 is invalid.
[[nodiscard]] JsonValue parse_json(std::string_view text, const std::string& file);
// `text` as a JSON string, quotes included.
[[nodiscard]] std::string json_string(std::string_view text);

}  // namespace aril::text
