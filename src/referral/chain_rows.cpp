#include "aril/referral/chain_rows.hpp"

#include <algorithm>

namespace aril {

ChainRows::ChainRows(const ReferralGraph& graph) {
  number_employers(graph);
  collect_links(graph);
  collect_contacts();
  mark_reach();
}

void ChainRows::number_employers(const ReferralGraph& graph) {
  employer_numbers_.assign(graph.vertex_count(), no_employer);
  for (std::size_t v = 0; v < graph.vertex_count(); ++v) {
    if (!graph.is_employer(VertexRow(v))) continue;
    employer_numbers_[v] = static_cast<std::uint32_t>(employers_.size());
    employers_.push_back(VertexRow(v));
  }
}

void ChainRows::collect_links(const ReferralGraph& graph) {
  const ReferralGraph::Content& content = graph.content();
  person_offsets_.reserve(graph.vertex_count() + 1);
  employer_offsets_.reserve(graph.vertex_count() + 1);
  person_links_.reserve(static_cast<std::size_t>(std::count(content.consent.begin(), content.consent.end(), 1)));
  for (std::uint32_t person = 0; person < graph.vertex_count(); ++person) {
    const std::uint64_t end = employer_numbers_[person] == no_employer ? content.out_offsets[person + 1] : content.out_offsets[person];
    for (std::uint64_t link = content.out_offsets[person]; link < end;) {
      const VertexRow to = content.targets[link];
      Strength strongest = 0;
      for (; link < end && content.targets[link] == to; ++link) {
        if (content.consent[link] != 0) strongest = std::max(strongest, content.strengths[link]);
      }
      if (strongest == 0 || to.value == person) continue;
      if (const std::uint32_t employer = number_of(to); employer != no_employer) {
        employer_links_.push_back({employer, strongest});
      } else {
        person_links_.push_back({.reach = 0, .person = to.value, .strength = strongest});
      }
    }
    person_offsets_.push_back(person_links_.size());
    employer_offsets_.push_back(employer_links_.size());
  }
}

void ChainRows::collect_contacts() {
  contact_offsets_.assign(employers_.size() + 1, 0);
  for (const EmployerLink& link : employer_links_) ++contact_offsets_[link.other + 1];
  for (std::size_t employer = 0; employer < employers_.size(); ++employer) contact_offsets_[employer + 1] += contact_offsets_[employer];
  std::vector<std::uint64_t> next(contact_offsets_.begin(), contact_offsets_.end() - 1);
  contact_links_.resize(employer_links_.size());
  for (std::uint32_t person = 0; person < vertex_count(); ++person) {
    for (const EmployerLink& link : employers_of(person)) contact_links_[next[link.other]++] = {person, link.strength};
  }
}

void ChainRows::mark_reach() {
  std::vector<std::uint64_t> known(vertex_count(), 0);  // the employers whom a person knows
  for (std::uint32_t person = 0; person < vertex_count(); ++person) {
    for (const EmployerLink& link : employers_of(person)) known[person] |= reach_bit(link.other);
  }
  std::vector<std::uint64_t> reached(known);  // and those whom someone knows whom the person may ask about
  for (std::uint32_t person = 0; person < vertex_count(); ++person) {
    for (const PersonLink& link : people_of(person)) reached[person] |= known[link.person];
  }
  for (PersonLink& link : person_links_) link.reach = reached[link.person];
}

}  // namespace aril
