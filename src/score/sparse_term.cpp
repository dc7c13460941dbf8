#include "aril/score/sparse_term.hpp"

#include <algorithm>

#include "aril/core/error.hpp"

namespace aril {

SparseTerm::SparseTerm(const Market& market, std::string name, SparseColumns columns, std::vector<SparseEntry> entries)
    : name_(std::move(name)), columns_(columns), entries_(std::move(entries)) {
  const std::size_t residents = market.residents().size();
  const std::size_t width = columns == SparseColumns::postings ? market.postings().size() : market.employers().size();
  for (const SparseEntry& entry : entries_) {
    if (entry.resident.index() >= residents || entry.column >= width) {
      throw Error(ErrorCode::out_of_range, {"", 0, 0, name_},
                  "a row below " + std::to_string(residents) + " and a column below " + std::to_string(width),
                  "(" + std::to_string(entry.resident.value) + ", " + std::to_string(entry.column) + ")");
    }
  }
  std::sort(entries_.begin(), entries_.end(), [](const SparseEntry& a, const SparseEntry& b) {
    if (a.resident != b.resident) return a.resident < b.resident;
    return a.column != b.column ? a.column < b.column : a.strength > b.strength;
  });
  entries_.erase(std::unique(entries_.begin(), entries_.end(),
                             [](const SparseEntry& a, const SparseEntry& b) { return a.resident == b.resident && a.column == b.column; }),
                 entries_.end());
  offsets_.assign(residents + 1, 0);
  for (const SparseEntry& entry : entries_) ++offsets_[entry.resident.index() + 1];
  for (std::size_t row = 0; row < residents; ++row) offsets_[row + 1] += offsets_[row];
}

std::span<const SparseEntry> SparseTerm::row(ResidentRow resident) const noexcept {
  return {entries_.data() + offsets_[resident.index()],
          static_cast<std::size_t>(offsets_[resident.index() + 1] - offsets_[resident.index()])};
}

}  // namespace aril
