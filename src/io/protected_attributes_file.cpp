#include "protected_attributes_file.hpp"

#include <cstddef>
#include <string>

#include "aril/market/protected_attributes.hpp"

namespace aril::io {

std::vector<ProtectedRecord> ProtectedAttributesFile::records(const Market& market) {
  const ProtectedAttributes& attributes = protected_attributes(market);
  std::vector<ProtectedRecord> records;
  for (std::size_t i = 0; i < attributes.size(); ++i) {
    const auto& [ethnicity, sex, age_group, religion, disability, origin] = attributes.values_[i];
    records.push_back({std::string(market.id(attributes.residents_[i])), ethnicity, sex, age_group, religion, disability, origin});
  }
  return records;
}

}  // namespace aril::io
