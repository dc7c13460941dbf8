// The outcome of a ranking: a list of hits for each owner (a resident, or a posting seen from the employer's side). A short list is short.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "aril/core/row.hpp"
#include "aril/rank/score.hpp"

namespace aril {

struct Hit {
  ResidentRow resident;
  PostingRow posting;
  Score score;                  // of the side that ranked, or the combination of both
  std::uint64_t questions = 0;  // bit i: rule i is not known and the policy asks; bits from 17 on: the caller's own rules in their order
  bool operator==(const Hit&) const = default;
};

// Owner: ResidentRow or PostingRow.
// Order: owners as asked for (all: rising rows); hits by higher score, then the lower row of the other side.
template <class Owner>
class RankedLists {
 public:
  RankedLists() = default;
  // Shapes: offsets.size() == owners.size() + 1, as offsets() says; eligible.size() == owners.size().
  RankedLists(std::vector<Owner> owners, std::vector<std::uint64_t> offsets, std::vector<Hit> hits, std::vector<std::uint64_t> eligible)
      : owners_(std::move(owners)), offsets_(std::move(offsets)), hits_(std::move(hits)), eligible_(std::move(eligible)) {}

  [[nodiscard]] std::size_t size() const noexcept { return owners_.size(); }
  [[nodiscard]] std::span<const Owner> owners() const noexcept { return {owners_.data(), owners_.size()}; }
  [[nodiscard]] std::span<const Hit> hits() const noexcept { return {hits_.data(), hits_.size()}; }
  // Shape: size() + 1; the i-th owner's hits stand at [offsets[i], offsets[i + 1]).
  [[nodiscard]] std::span<const std::uint64_t> offsets() const noexcept { return {offsets_.data(), offsets_.size()}; }
  // How many pairs the rules (and the caller's kinds, allow and deny) leave for each owner, before min_score, caps, offset and k.
  [[nodiscard]] std::span<const std::uint64_t> eligible() const noexcept { return {eligible_.data(), eligible_.size()}; }

  [[nodiscard]] std::span<const Hit> at(std::size_t i) const noexcept {
    return {hits_.data() + offsets_[i], static_cast<std::size_t>(offsets_[i + 1] - offsets_[i])};
  }
  // Errors: Error{unknown_id} for an owner that was not ranked. Cost: constant where all were ranked, else a search.
  [[nodiscard]] std::span<const Hit> of(Owner owner) const { return at(position(owner)); }
  [[nodiscard]] std::uint64_t eligible_of(Owner owner) const { return eligible_[position(owner)]; }

  void append(Owner owner, std::span<const Hit> hits, std::uint64_t eligible) {
    owners_.push_back(owner);
    hits_.insert(hits_.end(), hits.begin(), hits.end());
    offsets_.push_back(hits_.size());
    eligible_.push_back(eligible);
  }
  bool operator==(const RankedLists&) const = default;

 private:
  [[nodiscard]] std::size_t position(Owner owner) const;

  std::vector<Owner> owners_;
  std::vector<std::uint64_t> offsets_{0};
  std::vector<Hit> hits_;
  std::vector<std::uint64_t> eligible_;
};

}  // namespace aril
