// What is a term or a rule, and what is not: both ways.
#include <gtest/gtest.h>

#include "aril/eligibility/rule.hpp"
#include "aril/score/term.hpp"

namespace aril {
namespace {

struct GoodTerm {
  std::string_view name() const { return "good"; }
  TermValue neutral() const { return 0; }
  void operator()(ResidentRow, std::span<const PostingRow>, std::span<TermValue>) const {}
};
struct TermWithABound : GoodTerm {
  TermValue upper_bound() const { return 9; }
};
struct TermThatChanges : GoodTerm {
  void operator()(ResidentRow, std::span<const PostingRow>, std::span<TermValue>) {}  // not const: threads would share it
};
struct TermOfOnePair {
  std::string_view name() const { return "pair"; }
  TermValue neutral() const { return 0; }
  TermValue operator()(ResidentRow, PostingRow) const { return 0; }
};
static_assert(Term<GoodTerm> && !BoundedTerm<GoodTerm>);
static_assert(BoundedTerm<TermWithABound>);
static_assert(!Term<TermThatChanges> && !Term<TermOfOnePair> && !Term<int>);

struct GoodRule {
  std::string_view code() const { return "good"; }
  Unknown unknown() const { return Unknown::admit; }
  void operator()(ResidentRow, std::span<const PostingRow>, std::span<Answer>) const {}
};
struct RuleWithoutADefault {
  std::string_view code() const { return "bad"; }
  void operator()(ResidentRow, std::span<const PostingRow>, std::span<Answer>) const {}
};
static_assert(Rule<GoodRule>);
static_assert(!Rule<RuleWithoutADefault> && !Rule<GoodTerm> && !Term<GoodRule>);

TEST(AnyTerm, CarriesTheBoundOnlyWhereOneIsDeclared) {
  EXPECT_FALSE(AnyTerm(GoodTerm{}).upper_bound());
  EXPECT_EQ(AnyTerm(TermWithABound{}).upper_bound(), 9);
}

TEST(AnyRule, CarriesCodeAndDefault) {
  const AnyRule rule(GoodRule{});
  EXPECT_EQ(rule.code(), "good");
  EXPECT_EQ(rule.unknown(), Unknown::admit);
}

}  // namespace
}  // namespace aril
