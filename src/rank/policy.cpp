#include "aril/rank/policy.hpp"

#include <algorithm>
#include <iterator>

#include "aril/core/error.hpp"
#include "aril/score/term.hpp"
#include "policy_names.hpp"

namespace aril {
namespace {

TermWeight weight_of(std::string_view term, std::uint64_t number) {
  return {std::string(term), *DecimalWeight::parse(std::to_string(number))};
}

void set_weight(std::vector<TermWeight>& side, std::vector<TermWeight>& other, std::string_view term, std::string_view text) {
  const auto weight = DecimalWeight::parse(text);
  if (!weight)
    throw Error(ErrorCode::malformed, {"policy", 0, 0, std::string(term)}, "a decimal that is not negative", "'" + std::string(text) + "'");
  const auto named = [&](const TermWeight& entry) { return entry.term == term; };
  const auto place = std::find_if(side.begin(), side.end(), named);
  if (place != side.end()) {
    place->weight = *weight;
  } else {
    side.push_back({std::string(term), *weight});
  }
  if (std::none_of(other.begin(), other.end(), named)) other.push_back({std::string(term), {}});
}

std::vector<std::string> sorted_terms(const std::vector<TermWeight>& side, const char* name, const std::vector<std::string>& known) {
  std::vector<std::string> terms;
  for (const TermWeight& entry : side) {
    require_known(entry.term, known, {"policy", 0, 0, std::string("weights.") + name}, ErrorCode::unknown_term);
    terms.push_back(entry.term);
  }
  std::sort(terms.begin(), terms.end());
  const auto repeated = std::adjacent_find(terms.begin(), terms.end());
  if (repeated != terms.end()) {
    throw Error(ErrorCode::contradiction, {"policy", 0, 0, std::string("weights.") + name}, "each term once", "'" + *repeated + "' twice");
  }
  return terms;
}

void require_some_weight(const std::vector<TermWeight>& side, const char* path) {
  if (std::none_of(side.begin(), side.end(), [](const TermWeight& entry) { return entry.weight.digits != 0; }))
    throw Error(ErrorCode::invalid_option, {"policy", 0, 0, path}, "a weight above zero", "none");
}

}  // namespace

Policy Policy::standard() {
  Policy policy;
  policy.resident_weights = {weight_of("skills", 30), weight_of("commute", 20),    weight_of("occupation", 15), weight_of("week", 10),
                             weight_of("pay", 10),    weight_of("preference", 10), weight_of("freshness", 5)};
  policy.employer_weights = {weight_of("skills", 55), weight_of("commute", 10),   weight_of("occupation", 20), weight_of("week", 10),
                             weight_of("pay", 0),     weight_of("preference", 0), weight_of("freshness", 5)};
  return policy;
}

void Policy::weigh_for_resident(std::string_view term, std::string_view weight) {
  set_weight(resident_weights, employer_weights, term, weight);
}
void Policy::weigh_for_employer(std::string_view term, std::string_view weight) {
  set_weight(employer_weights, resident_weights, term, weight);
}

void Policy::validate(const PolicyNames& own) const {
  for (const OwnRuleSetting& entry : own_rules) {
    require_known(entry.code, rule_names_with(own.rules), {"policy", 0, 0, "rules"}, ErrorCode::unknown_key);
  }
  const std::vector<std::string> known_terms = term_names_with(own.terms);
  const std::vector<std::string> of_resident = sorted_terms(resident_weights, "resident", known_terms);
  const std::vector<std::string> of_employer = sorted_terms(employer_weights, "employer", known_terms);
  std::vector<std::string> of_one;
  std::set_symmetric_difference(of_resident.begin(), of_resident.end(), of_employer.begin(), of_employer.end(), std::back_inserter(of_one));
  if (!of_one.empty()) {
    throw Error(ErrorCode::contradiction, {"policy", 0, 0, "weights"},
                "the same terms on both sides, with a weight of 0 where one is not meant", "'" + of_one.front() + "' on one side only");
  }
  require_some_weight(resident_weights, "weights.resident");
  require_some_weight(employer_weights, "weights.employer");
  (void)integer_weights(resident_weights);
  (void)integer_weights(employer_weights);
}

}  // namespace aril
