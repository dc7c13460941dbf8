// protected_attributes.csv, written back from a market. The only class of io that may read these values.
#pragma once

#include <vector>

#include "aril/market/market.hpp"
#include "aril/market/records.hpp"

namespace aril::io {

class ProtectedAttributesFile {
 public:
  // Order: by resident.
  [[nodiscard]] static std::vector<ProtectedRecord> records(const Market& market);
};

}  // namespace aril::io
