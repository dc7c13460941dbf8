// explain, why_not, near misses: one resident, pair by pair.
#include <algorithm>
#include <functional>

#include "aril/core/total_order.hpp"
#include "aril/market/postings.hpp"
#include "pair_filter.hpp"
#include "ranker_state.hpp"

namespace aril {
namespace {

Refusal refusal_of(const Ranker::State& state, std::size_t rule, const RuleAnswer& answer, ResidentRow resident, PostingRow posting) {
  Refusal refusal{answer.rule, answer.answer, {}};
  if (rule < rule_count && answer.answer == Answer::fail)
    refusal.fix = nearest_fix(state.rules, static_cast<RuleCode>(rule), resident, posting);
  return refusal;
}

std::vector<Refusal> refusals(const Ranker::State& state, ResidentRow resident, PostingRow posting) {
  std::vector<Refusal> reasons;
  const std::vector<RuleAnswer> answers = state.answers(resident, posting);
  for (std::size_t rule = 0; rule < answers.size(); ++rule) {
    if (answers[rule].refuses()) reasons.push_back(refusal_of(state, rule, answers[rule], resident, posting));
  }
  return reasons;
}

std::vector<TermShare> shares_of(const Ranker::State& state, Side side, ResidentRow resident, PostingRow posting) {
  const Terms::ScratchHandle scratch = state.terms.make_scratch();
  state.terms.prepare(resident, *scratch);
  std::vector<TermShare> shares;
  for (const WeightedTerm& weighted : state.weights(side)) {
    TermValue value = 0;
    state.terms.fill(weighted.term, *scratch, {&posting, 1}, {&value, 1});
    shares.push_back({std::string(state.terms.name(weighted.term)), value, weighted.weight, weighted.weight * value,
                      state.terms.is_neutral(weighted.term, resident, posting), state.terms.only_adds(weighted.term)});
  }
  return shares;
}

// How many rules refuse, up to two: all that a near miss has to know.
struct Misses {
  std::size_t failed = 0;
  std::size_t refused_as_unknown = 0;
  std::size_t rule = 0;  // the last that failed
};
Misses count_misses(const Ranker::State& state, ResidentRow resident, PostingRow posting) {
  Misses misses;
  const auto note = [&](std::size_t rule, const RuleSetting& setting, Answer answer) {
    if (admits(setting, answer)) return;
    if (answer == Answer::unknown) {
      ++misses.refused_as_unknown;
    } else {
      ++misses.failed;
      misses.rule = rule;
    }
  };
  for (std::size_t rule = 0; rule < rule_count && misses.failed < 2 && misses.refused_as_unknown == 0; ++rule) {
    note(rule, state.policy.rules[rule], state.rules.answer(static_cast<RuleCode>(rule), resident, posting));
  }
  for (std::size_t own = 0; own < state.own_rules.size() && misses.failed < 2 && misses.refused_as_unknown == 0; ++own) {
    Answer answer = Answer::pass;
    state.own_rules[own].rule.answer(resident, {&posting, 1}, {&answer, 1});
    note(rule_count + own, state.own_rules[own].setting, answer);
  }
  return misses;
}

}  // namespace

Explanation Ranker::explain(ResidentRow resident, PostingRow posting, Side side) const {
  state_->require_rows(resident, posting);
  Explanation explanation{
      resident, posting, side, true, {}, shares_of(*state_, side, resident, posting), state_->answers(resident, posting), state_->market};
  for (const TermShare& share : explanation.terms) explanation.score.value += share.contribution;
  explanation.is_eligible =
      std::none_of(explanation.rules.begin(), explanation.rules.end(), [](const RuleAnswer& answer) { return answer.refuses(); });
  return explanation;
}

ReciprocalExplanation Ranker::explain_reciprocal(ResidentRow resident, PostingRow posting, Combination combination) const {
  ReciprocalExplanation both{explain(resident, posting, Side::resident), explain(resident, posting, Side::employer), combination, {}};
  both.combined = combine(both.resident_side.score, both.employer_side.score, combination);
  return both;
}

WhyNot Ranker::why_not(ResidentRow resident, PostingRow posting, const RankOptions& options) const {
  state_->require_rows(resident, posting);
  WhyNot why{resident, posting, refusals(*state_, resident, posting), state_->market};
  const PairFilter filter(state_->market, options.allow, options.deny);
  if (!filter.allows(resident, posting)) why.reasons.push_back({"allow", Answer::fail, {}});
  if (filter.denies(resident, posting)) why.reasons.push_back({"deny", Answer::fail, {}});
  return why;
}

std::vector<NearMiss> Ranker::near_misses(ResidentRow resident, std::size_t most, KindSet kinds) const {
  const State& state = *state_;
  const Postings& postings = state.market.postings();
  if (postings.size() == 0) return {};
  state.require_rows(resident, PostingRow(0));
  std::vector<std::uint32_t> positions;
  for (std::size_t p = 0; p < postings.size(); ++p) {
    if ((kinds & bit_of(postings.kinds[p])) == 0) continue;
    const Misses misses = count_misses(state, resident, PostingRow(p));
    if (misses.failed == 1 && misses.refused_as_unknown == 0) positions.push_back(state.plan.positions()[p]);
  }
  std::sort(positions.begin(), positions.end());
  Kernel::Worker worker = state.kernel.make_worker();
  worker.count = positions.size();
  std::copy(positions.begin(), positions.end(), worker.positions.begin());
  state.kernel.prepare(resident, worker);
  state.kernel.score(State::weighing(state.resident_weights), worker, worker.scores);
  std::vector<OrderKey> keys;
  for (std::size_t i = 0; i < worker.count; ++i) keys.push_back(order_key(worker.scores[i], state.plan.order()[worker.positions[i]].value));
  std::sort(keys.begin(), keys.end(), std::greater<>{});
  if (keys.size() > most) keys.resize(most);
  std::vector<NearMiss> near;
  for (const OrderKey key : keys) {
    const PostingRow posting(row_of(key));
    near.push_back({posting, {score_of(key)}, refusals(state, resident, posting).front(), state.market});
  }
  return near;
}

}  // namespace aril
