#include "shape.hpp"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

#include "aril/core/parallel.hpp"
#include "aril/eligibility/standard_rules.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/rank/ranker.hpp"
#include "missing_columns.hpp"

namespace demo {
namespace {

using aril::PostingRow;
using aril::ResidentRow;
using aril::RuleCode;

constexpr std::uint64_t postings_of_district = 20'500;
constexpr std::uint64_t many_of_district = 2'000;

template <class Number>
Number median(std::vector<Number> numbers) {
  if (numbers.empty()) return 0;
  const auto middle = numbers.begin() + static_cast<std::ptrdiff_t>(numbers.size() / 2);
  std::nth_element(numbers.begin(), middle, numbers.end());
  return *middle;
}

double percent_where(std::span<const std::uint64_t> counts, auto&& holds) {
  return counts.empty()
             ? 0.0
             : 100.0 * static_cast<double>(std::count_if(counts.begin(), counts.end(), holds)) / static_cast<double>(counts.size());
}

void measure_eligible(const aril::Market& market, const aril::Policy& policy, aril::Date as_of, std::size_t threads, Shape& shape) {
  const aril::Ranker ranker(market, policy, as_of);
  const auto lists = ranker.rank({.k = 1, .threads = threads});
  std::vector<std::uint64_t> counts(lists.eligible().begin(), lists.eligible().end());
  std::sort(counts.begin(), counts.end());
  shape.many = market.postings().size() * many_of_district / postings_of_district;
  shape.few_percent = percent_where(counts, [&](std::uint64_t count) { return count < shape.few; });
  shape.many_percent = percent_where(counts, [&](std::uint64_t count) { return count > shape.many; });
  if (counts.empty() || market.postings().size() == 0) return;
  const std::uint64_t sum = std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
  shape.eligible_percent =
      100.0 * static_cast<double>(sum) / static_cast<double>(counts.size()) / static_cast<double>(market.postings().size());
  for (std::size_t tenth = 0; tenth < shape.deciles.size(); ++tenth) shape.deciles[tenth] = counts[(counts.size() - 1) * tenth / 10];
}

bool applies(RuleCode code, aril::Kind kind) {
  switch (code) {
    case RuleCode::pay: return kind != aril::Kind::training_slot;
    case RuleCode::prerequisite:
    case RuleCode::fee: return kind == aril::Kind::training_slot;
    case RuleCode::daily_units: return kind == aril::Kind::piecework_lot;
    default: return true;
  }
}

// Whether `code` is the only rule that keeps the pair out.
bool fails_alone(const aril::StandardRules& rules, const aril::Policy& policy, RuleCode code, ResidentRow resident, PostingRow posting) {
  for (std::size_t other = 0; other < aril::rule_count; ++other) {
    const auto rule = static_cast<RuleCode>(other);
    if (aril::admits(policy.rule(rule), rules.answer(rule, resident, posting)) == (rule == code)) return false;
  }
  return true;
}

// The only rule that keeps the pair out; rule_count where there is none, or more than one.
std::size_t only_failure(const aril::StandardRules& rules, const aril::Policy& policy, ResidentRow resident, PostingRow posting) {
  std::size_t only = aril::rule_count;
  for (std::size_t code = 0; code < aril::rule_count; ++code) {
    const auto rule = static_cast<RuleCode>(code);
    if (aril::admits(policy.rule(rule), rules.answer(rule, resident, posting))) continue;
    if (only != aril::rule_count) return aril::rule_count;
    only = code;
  }
  return only;
}

void measure_only_failures(const aril::StandardRules& rules, const aril::Policy& policy, const ShapeOptions& options, Shape& shape) {
  const aril::Market& market = rules.market();
  const std::size_t residents = market.residents().size();
  const std::size_t sampled = std::min(options.sampled_residents, residents);
  const std::size_t postings = market.postings().size();
  std::vector<std::array<std::uint64_t, aril::rule_count + 1>> found(aril::resolve_threads(options.threads));
  aril::for_each_block(sampled, {.threads = options.threads, .block_size = 4}, {},
                       [&](std::size_t begin, std::size_t end, std::size_t worker) {
                         for (std::size_t i = begin; i < end; ++i) {
                           const ResidentRow resident(i * residents / sampled);
                           for (std::size_t posting = 0; posting < postings; ++posting)
                             ++found[worker][only_failure(rules, policy, resident, PostingRow(posting))];
                         }
                       });
  for (std::size_t code = 0; code < aril::rule_count; ++code) {
    OnlyFailure& failure = shape.only_failures[code];
    for (std::size_t kind = 0; kind < aril::kind_count; ++kind) {
      if (applies(static_cast<RuleCode>(code), static_cast<aril::Kind>(kind))) failure.of += sampled * shape.postings_of_kind[kind];
    }
    for (const auto& of_worker : found) failure.pairs += of_worker[code];
  }
}

// Blocks are so few that a sample would miss them: every blocked pair is looked at.
OnlyFailure measure_blocked(const aril::StandardRules& rules, const aril::Policy& policy) {
  const aril::Market& market = rules.market();
  const aril::Postings& postings = market.postings();
  std::vector<std::vector<PostingRow>> of_employer(market.employers().size());
  for (std::size_t posting = 0; posting < postings.size(); ++posting)
    of_employer[postings.employers[posting].index()].push_back(PostingRow(posting));
  std::vector<std::pair<ResidentRow, PostingRow>> pairs;
  for (std::size_t row = 0; row < market.residents().size(); ++row) {
    for (const PostingRow posting : market.residents().blocked_postings[row]) pairs.emplace_back(row, posting);
    for (const aril::EmployerRow employer : market.residents().blocked_employers[row]) {
      for (const PostingRow posting : of_employer[employer.index()]) pairs.emplace_back(row, posting);
    }
  }
  for (std::size_t row = 0; row < postings.size(); ++row) {
    for (const ResidentRow resident : postings.blocked_residents[row]) pairs.emplace_back(resident, row);
    for (const ResidentRow resident : market.employers().blocked_residents[postings.employers[row].index()])
      pairs.emplace_back(resident, row);
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  const auto alone = std::count_if(
      pairs.begin(), pairs.end(), [&](const auto& pair) { return fails_alone(rules, policy, RuleCode::blocked, pair.first, pair.second); });
  return {static_cast<std::uint64_t>(alone), market.residents().size() * postings.size()};
}

// What part of the whole the hundredth part with most has.
double percent_of_top(std::vector<std::uint64_t> parts) {
  if (parts.empty()) return 0;
  std::sort(parts.rbegin(), parts.rend());
  const auto top = std::max<std::size_t>(1, parts.size() / 100);
  const auto whole = std::accumulate(parts.begin(), parts.end(), std::uint64_t{0});
  return 100.0 * static_cast<double>(std::accumulate(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(top), std::uint64_t{0})) /
         static_cast<double>(std::max<std::uint64_t>(1, whole));
}

void measure_postings(const aril::Market& market, Shape& shape) {
  const aril::Postings& postings = market.postings();
  std::vector<std::uint64_t> seats;
  std::vector<std::uint64_t> of_employer(market.employers().size());
  std::vector<std::size_t> asked;
  for (std::size_t row = 0; row < postings.size(); ++row) {
    ++shape.postings_of_kind[static_cast<std::size_t>(postings.kinds[row])];
    seats.push_back(static_cast<std::uint64_t>(postings.seats[row]));
    shape.seats += seats.back();
    ++of_employer[postings.employers[row].index()];
    if (postings.kinds[row] != aril::Kind::training_slot && postings.requirements.stated(row))
      asked.push_back(postings.requirements[row].size());
  }
  shape.skills_asked = median(std::move(asked));
  shape.seats_of_top_percent = percent_of_top(std::move(seats));
  shape.postings_of_top_percent = percent_of_top(std::move(of_employer));
  std::vector<std::size_t> held;
  for (std::size_t row = 0; row < market.residents().size(); ++row) {
    if (market.residents().skills.stated(row)) held.push_back(market.residents().skills[row].size());
  }
  shape.skills_held = median(std::move(held));
}

}  // namespace

double Shape::missing_percent() const noexcept {
  double sum = 0;
  for (const MissingColumn& column : missing) sum += column.percent();
  return missing.empty() ? 0.0 : sum / static_cast<double>(missing.size());
}

Shape measure_shape(const aril::Market& market, const aril::Policy& policy, aril::Date as_of, const ShapeOptions& options) {
  Shape shape;
  measure_postings(market, shape);
  measure_eligible(market, policy, as_of, options.threads, shape);
  const aril::StandardRules rules(market, as_of);
  measure_only_failures(rules, policy, options, shape);
  shape.only_failures[static_cast<std::size_t>(RuleCode::blocked)] = measure_blocked(rules, policy);
  shape.missing = missing_columns(market);
  return shape;
}

}  // namespace demo
