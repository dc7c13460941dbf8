// A resident's row where a posting's is meant.
// refused: error: .*ResidentTag.*PostingTag
#include "aril/core/row.hpp"

std::size_t seats_of(aril::PostingRow posting) { return posting.index(); }

#ifdef ARIL_WRONG
using Asked = aril::ResidentRow;
#else
using Asked = aril::PostingRow;
#endif

std::size_t seats_asked(Asked row) { return seats_of(row); }
