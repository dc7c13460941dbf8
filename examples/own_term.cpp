// A term and a rule of one's own: small types that fill a block. Here: small employers count, and nothing further away than a quarter of an hour.
#include <aril/aril.hpp>
#include <iostream>

#include "aril/eligibility/standard_rules.hpp"
#include "aril/market/employers.hpp"
#include "aril/market/postings.hpp"

namespace {

// The fewer openings an employer has, the higher the value.
struct SmallEmployer {
  explicit SmallEmployer(const aril::Market& market) : employers(&market.postings().employers), openings(market.employers().size(), 0) {
    for (const aril::EmployerRow employer : *employers) ++openings[employer.index()];
  }
  std::string_view name() const { return "small_employer"; }
  aril::TermValue neutral() const { return 0; }
  void operator()(aril::ResidentRow, std::span<const aril::PostingRow> postings, std::span<aril::TermValue> values) const {
    for (std::size_t i = 0; i < postings.size(); ++i) {
      values[i] = static_cast<aril::TermValue>(65'535 / openings[(*employers)[postings[i].index()].index()]);
    }
  }
  const std::vector<aril::EmployerRow>* employers;
  std::vector<std::uint32_t> openings;
};

struct WithinMinutes {
  std::string_view code() const { return "within_minutes"; }
  aril::Unknown unknown() const { return aril::Unknown::refuse; }
  void operator()(aril::ResidentRow resident, std::span<const aril::PostingRow> postings, std::span<aril::Answer> answers) const {
    for (std::size_t i = 0; i < postings.size(); ++i) {
      const aril::TravelCell cell = rules->minutes(resident, postings[i]);
      answers[i] = cell == aril::minutes_unknown ? aril::Answer::unknown : (cell <= limit ? aril::Answer::pass : aril::Answer::fail);
    }
  }
  const aril::StandardRules* rules;
  int limit;
};

}  // namespace

int main() {
  const aril::Market market = aril::sample::district({.size = aril::sample::Size::community, .seed = 7});
  const aril::StandardRules rules(market, aril::sample::reference_date());
  aril::Policy policy = aril::Policy::standard();
  policy.weigh_for_resident("small_employer", "15");
  const aril::Ranker ranker(market, policy, aril::sample::reference_date(),
                            {{{}, {}, {SmallEmployer(market)}}, {WithinMinutes{&rules, 15}}});
  const auto lists = ranker.rank({.k = 3});
  for (const aril::Hit& hit : lists.of(market.resident("R000042"))) {
    std::cout << market.title(hit.posting) << "\n";
    for (const aril::TermShare& share : ranker.explain(hit).terms)
      std::cout << "  " << share.term << ": " << share.value << " x " << share.weight << "\n";
  }
}
