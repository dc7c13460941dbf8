// A bare number where a row is meant.
// refused: error: .*(could not convert|no viable conversion).*PostingTag
#include "aril/core/row.hpp"

std::size_t seats_of(aril::PostingRow posting) { return posting.index(); }

#ifdef ARIL_WRONG
std::size_t seats_asked(std::size_t number) { return seats_of(number); }
#else
std::size_t seats_asked(std::size_t number) { return seats_of(aril::PostingRow(number)); }
#endif
