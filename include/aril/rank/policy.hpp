// Which rules hold, what "unknown" does in each, which terms count and how much. Plain data, read from and written to JSON (docs/market_format.md).
//
//   aril::Policy policy = aril::Policy::standard();
//   policy.rule(aril::RuleCode::travel).unknown = aril::Unknown::refuse;
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "aril/eligibility/rule.hpp"
#include "aril/score/closeness.hpp"
#include "aril/score/weights.hpp"

namespace aril {

struct OwnRuleSetting {
  std::string code;
  RuleSetting setting;
  bool operator==(const OwnRuleSetting&) const = default;
};

// Names beside the standard ones that a policy may use: those of the caller's own rules, and of sparse and own terms.
struct PolicyNames {
  std::vector<std::string> rules;
  std::vector<std::string> terms;
};

struct Policy {
  RuleSettings rules = standard_rule_settings();
  std::vector<OwnRuleSetting> own_rules;     // one that is not named here: on, with the rule's own default
  std::vector<TermWeight> resident_weights;  // the resident's side
  std::vector<TermWeight> employer_weights;  // the employer's side; the same terms
  Closeness closeness;

  [[nodiscard]] static Policy standard();
  // Errors: Error that names the key: unknown_key with the nearest known one, malformed, out_of_range, contradiction, missing_key, invalid_json.
  [[nodiscard]] static Policy from_json(std::string_view json, const std::string& file = "policy", const PolicyNames& own = {});
  [[nodiscard]] std::string to_json() const;

  [[nodiscard]] RuleSetting& rule(RuleCode code) noexcept { return rules[static_cast<std::size_t>(code)]; }
  [[nodiscard]] const RuleSetting& rule(RuleCode code) const noexcept { return rules[static_cast<std::size_t>(code)]; }
  // Sets the weight of a term on one side, as a decimal; the other side gets 0 where it lacks the term.
  // Errors: Error{malformed} for text that is no non-negative decimal.
  void weigh_for_resident(std::string_view term, std::string_view weight);
  void weigh_for_employer(std::string_view term, std::string_view weight);

  // Errors: as from_json, for a policy made by hand; also terms that differ between the sides, weights that are all zero.
  void validate(const PolicyNames& own = {}) const;
  bool operator==(const Policy&) const = default;
};

}  // namespace aril
