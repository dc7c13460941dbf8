// What a rule is: it answers pass, unknown or fail for a resident and a posting. The standard codes, their settings, and the user's own rules.
//
//   struct NoNightWork {                                       // a rule of one's own is a small type
//     std::string_view code() const { return "no_night_work"; }
//     aril::Unknown unknown() const { return aril::Unknown::admit; }
//     void operator()(aril::ResidentRow, std::span<const aril::PostingRow> postings, std::span<aril::Answer> answers) const;
//   };
#pragma once

#include <array>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "aril/core/row.hpp"
#include "aril/core/shared.hpp"

namespace aril {

// In this order the larger of two answers is the one that counts across things asked.
enum class Answer : std::uint8_t { pass, unknown, fail };

// What a policy does with an answer "unknown". Ask: eligible, and the answer carries the question.
enum class Unknown : std::uint8_t { admit, refuse, ask };
inline constexpr std::array<std::string_view, 3> answer_names{"pass", "unknown", "fail"};
inline constexpr std::array<std::string_view, 3> unknown_names{"admit", "refuse", "ask"};

enum class RuleCode : std::uint8_t {
  open,
  seats,
  kind,
  workplace,
  must_skill,
  credential,
  language,
  week,
  travel,
  pay,
  need,
  age,
  start,
  blocked,
  prerequisite,
  fee,
  daily_units,
};
inline constexpr std::size_t rule_count = 17;
inline constexpr std::array<std::string_view, rule_count> rule_names{
    "open", "seats", "kind", "workplace", "must_skill", "credential",   "language", "week",       "travel",
    "pay",  "need",  "age",  "start",     "blocked",    "prerequisite", "fee",      "daily_units"};
[[nodiscard]] constexpr std::string_view name_of(RuleCode code) noexcept { return rule_names[static_cast<std::size_t>(code)]; }

struct RuleSetting {
  bool on = true;
  Unknown unknown = Unknown::admit;
  bool operator==(const RuleSetting&) const = default;
};
using RuleSettings = std::array<RuleSetting, rule_count>;
// All on; unknown is admitted, but asked for credential, need, age and prerequisite.
// consteval: evaluated at run time, g++ 12 -O2 gets this loop wrong (it drops default values); a test holds the result.
[[nodiscard]] consteval RuleSettings standard_rule_settings() noexcept {
  RuleSettings settings{};
  for (const RuleCode code : {RuleCode::credential, RuleCode::need, RuleCode::age, RuleCode::prerequisite}) {
    settings[static_cast<std::size_t>(code)].unknown = Unknown::ask;
  }
  return settings;
}
[[nodiscard]] constexpr bool admits(const RuleSetting& setting, Answer answer) noexcept {
  return !setting.on || answer == Answer::pass || (answer == Answer::unknown && setting.unknown != Unknown::refuse);
}

// A user's own rule. Shapes: answers.size() == postings.size(). It must give the same answer for a pair at every call, and may be called by many threads.
template <class T>
concept Rule = std::copy_constructible<T> &&
    requires(const T& rule, ResidentRow resident, std::span<const PostingRow> postings, std::span<Answer> answers) {
  { rule.code() } -> std::convertible_to<std::string_view>;
  { rule.unknown() } -> std::same_as<Unknown>;
  rule(resident, postings, answers);
};

// Any Rule, behind one virtual call a block.
class AnyRule {
 public:
  // Not for itself, asked first: whether AnyRule is a Rule would ask whether it can be copied, and so on without end.
  template <class T>
  requires(!std::same_as<T, AnyRule>) && Rule<T> AnyRule(T rule)
      : rule_(Shared<const Base>::template made_as<const Holder<T>>(std::move(rule))) {
  }  // NOLINT(google-explicit-constructor): so that {my_rule} works

  [[nodiscard]] std::string_view code() const { return rule_->code(); }
  [[nodiscard]] Unknown unknown() const { return rule_->unknown(); }
  void answer(ResidentRow resident, std::span<const PostingRow> postings, std::span<Answer> answers) const {
    rule_->answer(resident, postings, answers);
  }

 private:
  struct Base {
    virtual ~Base() = default;
    virtual std::string_view code() const = 0;
    virtual Unknown unknown() const = 0;
    virtual void answer(ResidentRow, std::span<const PostingRow>, std::span<Answer>) const = 0;
  };
  template <class T>
  struct Holder final : Base {
    explicit Holder(T value) : rule(std::move(value)) {}
    std::string_view code() const override { return rule.code(); }
    Unknown unknown() const override { return rule.unknown(); }
    void answer(ResidentRow resident, std::span<const PostingRow> postings, std::span<Answer> answers) const override {
      rule(resident, postings, answers);
    }
    T rule;
  };
  Shared<const Base> rule_;
};

}  // namespace aril
