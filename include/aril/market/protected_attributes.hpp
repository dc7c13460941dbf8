// Ethnicity, sex, age group, religion, disability and origin: a table of its own. No rule, term, ranking or referral may include this file (a test holds
// that), and none could read a value if it did: the values are private, open to the friends below alone. Friends are those that carry them from file
// to file, and later a declared reserve of seats and the audit.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "aril/core/row.hpp"
#include "aril/market/records.hpp"

namespace aril {

class Market;

namespace io {
class ProtectedAttributesFile;  // reads and writes protected_attributes.csv
}

class ProtectedAttributes {
 public:
  static constexpr std::array<std::string_view, 6> names{"ethnicity", "sex", "age_group", "religion", "disability", "origin"};

  // How many residents have a row here.
  [[nodiscard]] std::size_t size() const noexcept { return residents_.size(); }

 private:
  friend class MarketBuilder;
  friend class io::ProtectedAttributesFile;

  std::vector<ResidentRow> residents_;  // rising
  std::vector<std::array<std::string, names.size()>> values_;
};

[[nodiscard]] const ProtectedAttributes& protected_attributes(const Market& market) noexcept;

}  // namespace aril
