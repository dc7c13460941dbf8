// The links that a chain may use, and nothing else: with consent, from one person to another or from a person to an employer, of parallel ones the
// strongest, none of strength 0. What introductions and the referral term walk over; made once from a graph.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aril/referral/graph.hpp"

namespace aril {

// From a person to another person.
struct PersonLink {
  // The bits of all employers that the other person reaches in at most two hops. Several employers share a bit: one that is not set means that the other
  // person does not reach the employer, one that is set means nothing.
  std::uint64_t reach = 0;
  std::uint32_t person = 0;
  Strength strength = 0;
};

// From a person to an employer, seen from the one or from the other.
struct EmployerLink {
  std::uint32_t other = 0;  // the employer's number, or the person's vertex
  Strength strength = 0;
};

// Employers have a numbering of their own here, in the order of their vertices.
class ChainRows {
 public:
  explicit ChainRows(const ReferralGraph& graph);

  [[nodiscard]] std::size_t vertex_count() const noexcept { return employer_numbers_.size(); }
  [[nodiscard]] std::size_t employer_count() const noexcept { return employers_.size(); }
  [[nodiscard]] VertexRow employer(std::uint32_t number) const noexcept { return employers_[number]; }
  static constexpr std::uint32_t no_employer = 0xffffffffU;
  // no_employer for a person.
  [[nodiscard]] std::uint32_t number_of(VertexRow vertex) const noexcept { return employer_numbers_[vertex.index()]; }

  // Order: rising vertices.
  [[nodiscard]] std::span<const PersonLink> people_of(std::uint32_t person) const noexcept {
    return {person_links_.data() + person_offsets_[person], person_offsets_[person + 1] - person_offsets_[person]};
  }
  // Order: rising numbers.
  [[nodiscard]] std::span<const EmployerLink> employers_of(std::uint32_t person) const noexcept {
    return {employer_links_.data() + employer_offsets_[person], employer_offsets_[person + 1] - employer_offsets_[person]};
  }
  // Those who know the employer. Order: rising vertices.
  [[nodiscard]] std::span<const EmployerLink> contacts_of(std::uint32_t employer) const noexcept {
    return {contact_links_.data() + contact_offsets_[employer], contact_offsets_[employer + 1] - contact_offsets_[employer]};
  }
  [[nodiscard]] std::size_t person_link_count() const noexcept { return person_links_.size(); }
  [[nodiscard]] std::size_t employer_link_count() const noexcept { return employer_links_.size(); }

  // An employer's bit in PersonLink::reach.
  [[nodiscard]] static constexpr std::uint64_t reach_bit(std::uint32_t employer) noexcept {
    return std::uint64_t{1} << (employer * 0x9e3779b1U >> 26);
  }
  // Asks the processor for a person's row before it is needed.
  void prefetch_offsets(std::uint32_t person) const noexcept { __builtin_prefetch(person_offsets_.data() + person); }
  void prefetch_people(std::uint32_t person) const noexcept { __builtin_prefetch(person_links_.data() + person_offsets_[person]); }

 private:
  void number_employers(const ReferralGraph& graph);
  void collect_links(const ReferralGraph& graph);
  void collect_contacts();
  void mark_reach();

  std::vector<std::uint32_t> employer_numbers_;
  std::vector<VertexRow> employers_;
  std::vector<std::uint64_t> person_offsets_{0};
  std::vector<PersonLink> person_links_;
  std::vector<std::uint64_t> employer_offsets_{0};
  std::vector<EmployerLink> employer_links_;
  std::vector<std::uint64_t> contact_offsets_;
  std::vector<EmployerLink> contact_links_;
};

}  // namespace aril
