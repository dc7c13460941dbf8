// Policy from and to JSON.
#include <array>
#include <charconv>

#include "aril/core/error.hpp"
#include "aril/rank/policy.hpp"
#include "aril/text/json.hpp"
#include "policy_names.hpp"

namespace aril {
namespace {

using text::json_string;
using text::JsonValue;
using Type = JsonValue::Type;

// Reads one policy; knows the file for its errors.
class PolicyReader {
 public:
  PolicyReader(std::string file, const PolicyNames& own) : file_(std::move(file)), own_(own) {}

  Policy read(const JsonValue& root) {
    Policy policy = Policy::standard();
    each_member(root, "", {"rules", "weights", "closeness"}, [&](const std::string& key, const JsonValue& value) {
      if (key == "rules") read_rules(value, policy);
      if (key == "weights") read_weights(value, policy);
      if (key == "closeness") read_closeness(value, policy.closeness);
    });
    return policy;
  }

 private:
  [[nodiscard]] Place at(const std::string& path) const { return {file_, 0, 0, path}; }
  static std::string joined(const std::string& path, const std::string& key) { return path.empty() ? key : path + "." + key; }
  void require(const JsonValue& value, Type type, const std::string& path, const char* expected) const {
    if (value.type != type) throw Error(ErrorCode::malformed, at(path), expected, "another type");
  }
  template <class Visit>
  void each_member(const JsonValue& value, const std::string& path, const std::vector<std::string>& known, Visit visit,
                   const char* expected = "an object") const {
    require(value, Type::object, path, expected);
    for (const auto& [key, member] : value.members) {
      require_known(key, known, at(joined(path, key)), ErrorCode::unknown_key);
      visit(key, member);
    }
  }

  void read_rules(const JsonValue& value, Policy& policy) const {
    each_member(value, "rules", rule_names_with(own_.rules), [&](const std::string& key, const JsonValue& member) {
      const auto place = std::find(rule_names.begin(), rule_names.end(), key);
      RuleSetting setting = place != rule_names.end() ? policy.rules[static_cast<std::size_t>(place - rule_names.begin())] : RuleSetting{};
      const std::string path = "rules." + key;
      each_member(
          member, path, {"on", "unknown"},
          [&](const std::string& name, const JsonValue& entry) {
            if (name == "on") {
              require(entry, Type::boolean, path + ".on", "true or false");
              setting.on = entry.boolean;
            } else {
              setting.unknown = read_unknown(entry, path + ".unknown");
            }
          },
          "an object, such as {\"on\": false} or {\"unknown\": \"refuse\"}");
      if (place != rule_names.end()) {
        policy.rules[static_cast<std::size_t>(place - rule_names.begin())] = setting;
      } else {
        policy.own_rules.push_back({key, setting});
      }
    });
  }
  [[nodiscard]] Unknown read_unknown(const JsonValue& value, const std::string& path) const {
    require(value, Type::string, path, "'admit', 'refuse' or 'ask'");
    const auto place = std::find(unknown_names.begin(), unknown_names.end(), value.text);
    if (place == unknown_names.end()) throw Error(ErrorCode::unknown_word, at(path), "'admit', 'refuse' or 'ask'", "'" + value.text + "'");
    return static_cast<Unknown>(place - unknown_names.begin());
  }

  void read_weights(const JsonValue& value, Policy& policy) const {
    bool resident = false;
    bool employer = false;
    each_member(value, "weights", {"resident", "employer"}, [&](const std::string& key, const JsonValue& member) {
      (key == "resident" ? resident : employer) = true;
      (key == "resident" ? policy.resident_weights : policy.employer_weights) = read_side(member, "weights." + key);
    });
    if (!resident || !employer) throw Error(ErrorCode::missing_key, at("weights"), "both 'resident' and 'employer'", "one of them or none");
  }
  // "weights.resident.skills"; "weights.resident[3]", from 0, where the entry names no term.
  static std::string path_of_entry(const JsonValue& entry, const std::string& path, std::size_t place) {
    for (const auto& [key, member] : entry.members) {
      if (key == "term" && member.type == Type::string && !member.text.empty()) return path + "." + member.text;
    }
    return path + "[" + std::to_string(place) + "]";
  }
  [[nodiscard]] std::vector<TermWeight> read_side(const JsonValue& value, const std::string& path) const {
    require(value, Type::array, path, "a list of {\"term\", \"weight\"}");
    std::vector<TermWeight> side;
    for (std::size_t i = 0; i < value.items.size(); ++i) {
      const JsonValue& entry = value.items[i];
      const std::string entry_path = path_of_entry(entry, path, i);
      TermWeight weight;
      bool has_weight = false;
      each_member(entry, entry_path, {"term", "weight"}, [&](const std::string& key, const JsonValue& member) {
        if (key == "term") {
          require(member, Type::string, entry_path + ".term", "a term's name");
          require_known(member.text, term_names_with(own_.terms), at(path), ErrorCode::unknown_term);
          weight.term = member.text;
        } else {
          const auto decimal = DecimalWeight::parse(member.text);
          if (member.type != Type::number || !decimal) {
            throw Error(ErrorCode::malformed, at(entry_path), "a decimal that is not negative, of at most 18 digits",
                        "'" + member.text + "'");
          }
          weight.weight = *decimal;
          has_weight = true;
        }
      });
      if (weight.term.empty() || !has_weight)
        throw Error(ErrorCode::missing_key, at(entry_path), "both 'term' and 'weight'", "one of them or none");
      side.push_back(std::move(weight));
    }
    return side;
  }

  [[nodiscard]] std::uint32_t read_number(const JsonValue& value, std::uint32_t most, const std::string& path) const {
    std::uint32_t number = 0;
    const char* end = value.text.data() + value.text.size();
    const auto [stop, failure] = std::from_chars(value.text.data(), end, number);
    if (value.type != Type::number || failure != std::errc{} || stop != end || number > most) {
      throw Error(ErrorCode::out_of_range, at(path), "an integer of 0.." + std::to_string(most), "'" + value.text + "'");
    }
    return number;
  }
  void read_byte(const JsonValue& value, std::uint8_t& out, const std::string& path) const {
    out = static_cast<std::uint8_t>(read_number(value, 255, path));
  }
  template <std::size_t N>
  void read_bytes(const JsonValue& value, std::array<std::uint8_t, N>& out, const std::string& path) const {
    require(value, Type::array, path, "a list of numbers");
    if (value.items.size() != N)
      throw Error(ErrorCode::malformed, at(path), std::to_string(N) + " numbers", std::to_string(value.items.size()));
    for (std::size_t i = 0; i < N; ++i) read_byte(value.items[i], out[i], path);
  }
  void read_closeness(const JsonValue& value, Closeness& closeness) const {
    each_member(value, "closeness", {"skill", "occupation", "held_occupation", "level_fit"},
                [&](const std::string& key, const JsonValue& member) {
                  const std::string path = "closeness." + key;
                  if (key == "skill") read_skill_closeness(member, closeness.skill, path);
                  if (key == "occupation") read_occupation_closeness(member, closeness.occupation, path);
                  if (key == "held_occupation") read_byte(member, closeness.held_occupation, path);
                  if (key == "level_fit") read_bytes(member, closeness.level_fit, path);
                });
  }
  void read_skill_closeness(const JsonValue& value, SkillCloseness& skill, const std::string& path) const {
    each_member(value, path, {"same", "narrower", "broader", "sibling", "related", "sibling_limit"},
                [&](const std::string& key, const JsonValue& member) {
                  const std::string at_key = joined(path, key);
                  if (key == "same") read_byte(member, skill.same, at_key);
                  if (key == "narrower") read_bytes(member, skill.narrower, at_key);
                  if (key == "broader") read_bytes(member, skill.broader, at_key);
                  if (key == "sibling") read_byte(member, skill.sibling, at_key);
                  if (key == "related") read_byte(member, skill.related, at_key);
                  if (key == "sibling_limit") skill.sibling_limit = read_number(member, 1'000'000, at_key);
                });
  }
  void read_occupation_closeness(const JsonValue& value, OccupationCloseness& occupation, const std::string& path) const {
    each_member(value, path, {"same", "related", "shared_broader"}, [&](const std::string& key, const JsonValue& member) {
      const std::string at_key = joined(path, key);
      if (key == "same") read_byte(member, occupation.same, at_key);
      if (key == "related") read_byte(member, occupation.related, at_key);
      if (key == "shared_broader") read_bytes(member, occupation.shared_broader, at_key);
    });
  }

  std::string file_;
  const PolicyNames& own_;
};

std::string rule_json(std::string_view code, const RuleSetting& setting) {
  return "    " + json_string(code) + ": {\"on\": " + (setting.on ? "true" : "false") + ", \"unknown\": \"" +
         std::string(unknown_names[static_cast<std::size_t>(setting.unknown)]) + "\"}";
}

std::string side_json(const std::vector<TermWeight>& side) {
  std::string json = "[";
  for (const TermWeight& entry : side) {
    if (json.size() > 1) json += ", ";
    json += "{\"term\": " + json_string(entry.term) + ", \"weight\": " + entry.weight.text() + "}";
  }
  return json + "]";
}

template <std::size_t N>
std::string list_json(const std::array<std::uint8_t, N>& numbers) {
  std::string json = "[";
  for (const std::uint8_t number : numbers) json += (json.size() > 1 ? ", " : "") + std::to_string(number);
  return json + "]";
}

std::string closeness_json(const Closeness& c) {
  return "{\n    \"skill\": {\"same\": " + std::to_string(c.skill.same) + ", \"narrower\": " + list_json(c.skill.narrower) +
         ", \"broader\": " + list_json(c.skill.broader) + ", \"sibling\": " + std::to_string(c.skill.sibling) +
         ", \"related\": " + std::to_string(c.skill.related) + ", \"sibling_limit\": " + std::to_string(c.skill.sibling_limit) +
         "},\n    \"occupation\": {\"same\": " + std::to_string(c.occupation.same) +
         ", \"related\": " + std::to_string(c.occupation.related) + ", \"shared_broader\": " + list_json(c.occupation.shared_broader) +
         "},\n    \"held_occupation\": " + std::to_string(c.held_occupation) + ",\n    \"level_fit\": " + list_json(c.level_fit) + "\n  }";
}

}  // namespace

Policy Policy::from_json(std::string_view json, const std::string& file, const PolicyNames& own) {
  Policy policy = PolicyReader(file, own).read(text::parse_json(json, file));
  policy.validate(own);
  return policy;
}

std::string Policy::to_json() const {
  std::string json = "{\n  \"rules\": {\n";
  for (std::size_t rule = 0; rule < rule_count; ++rule) json += (rule == 0 ? "" : ",\n") + rule_json(rule_names[rule], rules[rule]);
  for (const OwnRuleSetting& own : own_rules) json += ",\n" + rule_json(own.code, own.setting);
  json += "\n  },\n  \"weights\": {\n    \"resident\": " + side_json(resident_weights) +
          ",\n    \"employer\": " + side_json(employer_weights) + "\n  },\n";
  return json + "  \"closeness\": " + closeness_json(closeness) + "\n}\n";
}

}  // namespace aril
