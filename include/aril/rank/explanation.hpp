// Why a score is what it is, and why a pair is not eligible: numbers that add up exactly, and sentences in English and Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/language.hpp"
#include "aril/eligibility/near_miss.hpp"
#include "aril/eligibility/rule.hpp"
#include "aril/market/market.hpp"
#include "aril/rank/score.hpp"

namespace aril {

struct TermShare {
  std::string term;
  std::uint16_t value = 0;
  std::uint32_t weight = 0;        // of 65,535
  std::uint32_t contribution = 0;  // weight x value
  bool is_neutral = false;         // an input is missing, so the term takes its neutral value
  bool only_adds = false;          // a sparse term: a link adds, and none is nothing that is missing or weak
  bool operator==(const TermShare&) const = default;
};

struct RuleAnswer {
  std::string rule;
  Answer answer = Answer::pass;
  RuleSetting setting;
  [[nodiscard]] bool refuses() const noexcept { return !admits(setting, answer); }
  [[nodiscard]] bool asks() const noexcept { return setting.on && answer == Answer::unknown && setting.unknown == Unknown::ask; }
  bool operator==(const RuleAnswer&) const = default;
};

// One pair from one side. The contributions sum to the score, exactly. Rules: the standard ones in their order, then the caller's own.
struct Explanation {
  ResidentRow resident;
  PostingRow posting;
  Side side = Side::resident;
  bool is_eligible = false;
  Score score;
  std::vector<TermShare> terms;  // in the order of the policy
  std::vector<RuleAnswer> rules;

  // Rules with answer "unknown" that are on, whatever the policy makes of that.
  [[nodiscard]] std::vector<std::string> unknowns() const;
  // Terms that are neutral and weigh something. A rule and a term may bear one name ("week"): they are not the same.
  [[nodiscard]] std::vector<std::string> neutral_terms() const;
  // One question for each rule that is not known and that the policy asks about.
  [[nodiscard]] std::vector<std::string> questions(Language language) const;
  // What speaks for the posting and against it, in a sentence or two for the resident.
  [[nodiscard]] std::string sentence(Language language) const;

  Market market;  // for the words
};

struct Refusal {
  std::string rule;              // a rule's code, or "allow" or "deny" for the caller's lists
  Answer answer = Answer::fail;  // unknown: refused for not being known
  std::vector<FixItem> fix;      // the nearest change that makes the rule pass; empty: there is none
  bool operator==(const Refusal&) const = default;
};

// Every reason why a pair is not eligible; none where it is.
struct WhyNot {
  ResidentRow resident;
  PostingRow posting;
  std::vector<Refusal> reasons;

  [[nodiscard]] bool is_eligible() const noexcept { return reasons.empty(); }
  // Exactly one rule fails, and none is refused for not being known.
  [[nodiscard]] bool is_near_miss() const noexcept;
  [[nodiscard]] std::string sentence(Language language) const;

  Market market;  // for the words
};

// A near miss of one resident, with the score that the pair would have.
struct NearMiss {
  PostingRow posting;
  Score score;
  Refusal reason;

  // How well it would fit, and what stands in the way.
  [[nodiscard]] std::string sentence(Language language) const;

  Market market;  // for the words
};

// Both sides of a pair and their combination.
struct ReciprocalExplanation {
  Explanation resident_side;
  Explanation employer_side;
  Combination combination = Combination::minimum;
  Score combined;
};

// "3 more travel minutes", "证书：低压电工证"; all items of a rule's fix joined.
[[nodiscard]] std::string fix_text(const Market& market, std::string_view rule, const std::vector<FixItem>& fix, Language language);

}  // namespace aril
