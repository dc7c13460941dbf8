// Even whether somebody has a row in the protected table stays closed: only the number of rows is public.
// refused: error: .*residents_.* is (private|a private member)
#include "aril/market/protected_attributes.hpp"

bool is_listed(const aril::ProtectedAttributes& table, aril::ResidentRow resident) {
#ifdef ARIL_WRONG
  return table.residents_.front() == resident;
#else
  return table.size() > resident.index();
#endif
}
