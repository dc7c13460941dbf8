#include "aril/rank/ranker.hpp"

#include <algorithm>
#include <string>
#include <tuple>

#include "aril/core/error.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "ranker_state.hpp"

namespace aril {
namespace {

constexpr std::size_t most_own_rules = 47;  // a hit has 64 bits for questions

std::vector<std::string> codes_of(const std::vector<AnyRule>& rules) {
  std::vector<std::string> codes;
  for (const AnyRule& rule : rules) {
    const std::string code(rule.code());
    const bool is_standard = std::find(rule_names.begin(), rule_names.end(), code) != rule_names.end();
    if (is_standard || std::find(codes.begin(), codes.end(), code) != codes.end()) {
      throw Error(ErrorCode::contradiction, {"", 0, 0, "rules"}, "each code once", "'" + code + "' twice");
    }
    codes.push_back(code);
  }
  if (codes.size() > most_own_rules) {
    throw Error(ErrorCode::invalid_option, {"", 0, 0, "rules"}, "at most " + std::to_string(most_own_rules) + " own rules",
                std::to_string(codes.size()));
  }
  return codes;
}

std::vector<OwnRule> set_rules(const std::vector<AnyRule>& rules, const Policy& policy) {
  std::vector<OwnRule> set;
  for (const AnyRule& rule : rules) {
    RuleSetting setting{true, rule.unknown()};
    for (const OwnRuleSetting& own : policy.own_rules) {
      if (own.code == rule.code()) setting = own.setting;
    }
    set.push_back({rule, setting});
  }
  return set;
}

Policy validated(Policy policy, const RankerInputs& inputs) {
  PolicyNames names{codes_of(inputs.rules), {}};
  for (const SparseTerm& term : inputs.terms.sparse) names.terms.push_back(term.name());
  for (const AnyTerm& term : inputs.terms.own) names.terms.emplace_back(term.name());
  policy.validate(names);
  return policy;
}

std::vector<WeightedTerm> number_terms(const std::vector<TermWeight>& weights, const Terms& terms) {
  const std::vector<std::string> names = terms.names();
  const std::vector<std::uint32_t> integers = integer_weights(weights);
  std::vector<WeightedTerm> numbered;
  for (std::size_t i = 0; i < weights.size(); ++i) {
    const auto place = std::find(names.begin(), names.end(), weights[i].term);
    numbered.push_back({static_cast<std::size_t>(place - names.begin()), integers[i]});
  }
  return numbered;
}

std::vector<ResidentRow> order_of_work(const Residents& residents) {
  std::vector<ResidentRow> order;
  for (std::size_t row = 0; row < residents.size(); ++row) order.push_back(ResidentRow(row));
  const auto place = [&](ResidentRow row) {
    const std::size_t r = row.index();
    const auto wanted = residents.wanted_occupations[r];
    return std::tuple(residents.homes[r], residents.modes[r], wanted.empty() ? OccupationRow::none() : wanted[0],
                      residents.travel_limits[r], row);
  };
  std::sort(order.begin(), order.end(), [&](ResidentRow a, ResidentRow b) { return place(a) < place(b); });
  return order;
}

}  // namespace

Ranker::State::State(Market market_, Policy policy_, Date as_of, RankerInputs inputs)
    : market(std::move(market_)),
      policy(validated(std::move(policy_), inputs)),
      rules(market, as_of),
      own_rules(set_rules(inputs.rules, policy)),
      plan(rules, policy.rules, 0),
      terms(market, plan.order(), as_of, policy.closeness, std::move(inputs.terms)),
      kernel(plan, terms, own_rules),
      workers(kernel),
      resident_weights(number_terms(policy.resident_weights, terms)),
      employer_weights(number_terms(policy.employer_weights, terms)),
      work_order(order_of_work(market.residents())),
      place_in_work(work_order.size()) {
  for (std::uint32_t place = 0; place < work_order.size(); ++place) place_in_work[work_order[place].index()] = place;
  const Postings& postings = market.postings();
  positions_of_kind.fill(Bitmap(plan.bitmap_size()));
  for (std::size_t position = 0; position < std::min(postings.size(), plan.bitmap_size()); ++position) {
    positions_of_kind[static_cast<std::size_t>(postings.kinds[plan.order()[position].index()])].set(position);
  }
}

std::vector<RuleAnswer> Ranker::State::answers(ResidentRow resident, PostingRow posting) const {
  std::vector<RuleAnswer> all;
  for (std::size_t rule = 0; rule < rule_count; ++rule) {
    all.push_back({std::string(rule_names[rule]), rules.answer(static_cast<RuleCode>(rule), resident, posting), policy.rules[rule]});
  }
  for (const OwnRule& own : own_rules) {
    Answer answer = Answer::pass;
    own.rule.answer(resident, {&posting, 1}, {&answer, 1});
    all.push_back({std::string(own.rule.code()), answer, own.setting});
  }
  return all;
}

std::uint64_t Ranker::State::questions(std::span<const EligibilityPlan::Unknowns> unknowns, ResidentRow resident,
                                       PostingRow posting) const {
  std::uint64_t bits = plan.questions(unknowns, resident, posting);
  for (std::size_t own = 0; own < own_rules.size(); ++own) {
    if (!own_rules[own].setting.on || own_rules[own].setting.unknown != Unknown::ask) continue;
    Answer answer = Answer::pass;
    own_rules[own].rule.answer(resident, {&posting, 1}, {&answer, 1});
    if (answer == Answer::unknown) bits |= std::uint64_t{1} << (rule_count + own);
  }
  return bits;
}

std::vector<WeightedTerm> Ranker::State::weighing(const std::vector<WeightedTerm>& weights) {
  std::vector<WeightedTerm> kept;
  std::copy_if(weights.begin(), weights.end(), std::back_inserter(kept), [](const WeightedTerm& weighted) { return weighted.weight != 0; });
  return kept;
}

void Ranker::State::require_rows(ResidentRow resident, PostingRow posting) const {
  if (resident.index() >= market.residents().size())
    throw Error(ErrorCode::unknown_id, {"", 0, 0, "resident"}, "a resident's row", std::to_string(resident.value));
  if (posting.index() >= market.postings().size())
    throw Error(ErrorCode::unknown_id, {"", 0, 0, "posting"}, "a posting's row", std::to_string(posting.value));
}

Ranker::Ranker(Market market, Policy policy, Date as_of, RankerInputs inputs)
    : state_(std::make_unique<State>(std::move(market), std::move(policy), as_of, std::move(inputs))) {}
Ranker::~Ranker() = default;
Ranker::Ranker(Ranker&&) noexcept = default;
Ranker& Ranker::operator=(Ranker&&) noexcept = default;

const Market& Ranker::market() const noexcept { return state_->market; }
const Policy& Ranker::policy() const noexcept { return state_->policy; }
Date Ranker::as_of() const noexcept { return state_->rules.as_of(); }

}  // namespace aril
