#include "aril/text/json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "aril/core/error.hpp"

namespace aril::text {
namespace {

constexpr std::size_t deepest_nesting = 64;

// Builds the tree from the parser's events. A pointer stays valid while its container is the innermost one: only that one grows.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
 public:
  explicit TreeBuilder(std::string file) : file_(std::move(file)) {}

  bool null() override { return leaf({}); }
  bool boolean(bool value) override {
    JsonValue leaf_value;
    leaf_value.type = JsonValue::Type::boolean;
    leaf_value.boolean = value;
    return leaf(std::move(leaf_value));
  }
  bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
  bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
  bool number_float(number_float_t, const string_t& raw) override { return number(raw); }
  bool string(string_t& value) override {
    JsonValue leaf_value;
    leaf_value.type = JsonValue::Type::string;
    leaf_value.text = value;
    return leaf(std::move(leaf_value));
  }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(JsonValue::Type::object); }
  bool key(string_t& name) override {
    const auto& members = open_.back()->members;
    if (std::any_of(members.begin(), members.end(), [&](const auto& member) { return member.name == name; })) {
      throw Error(ErrorCode::contradiction, {file_, 0, 0, name}, "each key once", "'" + name + "' twice");
    }
    key_ = name;
    return true;
  }
  bool end_object() override { return close(); }
  bool start_array(std::size_t) override { return open(JsonValue::Type::array); }
  bool end_array() override { return close(); }
  bool parse_error(std::size_t position, const std::string& last_token, const nlohmann::json::exception&) override {
    throw Error(ErrorCode::invalid_json, {file_, 0, 0, ""}, "JSON", "'" + last_token + "' at byte " + std::to_string(position));
  }

  JsonValue take() { return std::move(root_); }

 private:
  bool number(std::string digits) {
    JsonValue value;
    value.type = JsonValue::Type::number;
    value.text = std::move(digits);
    return leaf(std::move(value));
  }
  JsonValue& place(JsonValue value) {
    if (open_.empty()) return root_ = std::move(value);
    JsonValue& parent = *open_.back();
    if (parent.type == JsonValue::Type::array) return parent.items.emplace_back(std::move(value));
    parent.members.push_back({key_, std::move(value)});
    return parent.members.back().value;
  }
  bool leaf(JsonValue value) {
    place(std::move(value));
    return true;
  }
  bool open(JsonValue::Type type) {
    if (open_.size() == deepest_nesting) {
      throw Error(ErrorCode::invalid_json, {file_, 0, 0, ""}, "at most " + std::to_string(deepest_nesting) + " levels of nesting", "more");
    }
    JsonValue value;
    value.type = type;
    open_.push_back(&place(std::move(value)));
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }

  std::string file_;
  std::string key_;
  JsonValue root_;
  std::vector<JsonValue*> open_;
};

}  // namespace

JsonValue parse_json(std::string_view text, const std::string& file) {
  TreeBuilder builder(file);
  nlohmann::json::sax_parse(text.begin(), text.end(), &builder);
  return builder.take();
}

std::string json_string(std::string_view text) {
  return nlohmann::json(std::string(text)).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace aril::text
