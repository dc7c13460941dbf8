// A term that looks at a protected attribute.
// refused: error: .*values_.* is (private|a private member)
#include <algorithm>
#include <cstdint>
#include <span>

#include "aril/core/row.hpp"
#include "aril/market/protected_attributes.hpp"

struct Term {
  const aril::ProtectedAttributes& table;

  void operator()(aril::ResidentRow resident, std::span<const aril::PostingRow> postings, std::span<std::uint16_t> out) const {
#ifdef ARIL_WRONG
    const std::size_t value = table.values_[resident.index()].front().size();
#else
    const std::size_t value = resident.index() % table.names.size();
#endif
    std::fill_n(out.begin(), postings.size(), static_cast<std::uint16_t>(value));
  }
};
