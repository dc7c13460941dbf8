// Ids that sort as they count: R000001, R000002, ...
#pragma once

#include <cstddef>
#include <string>

namespace aril::sample {

// The row's number from 1, padded to so many digits.
[[nodiscard]] inline std::string numbered(char letter, std::size_t row, std::size_t digits) {
  std::string id(digits + 1, '0');
  id[0] = letter;
  std::size_t number = row + 1;
  for (std::size_t place = digits; place > 0 && number > 0; --place, number /= 10) id[place] = static_cast<char>('0' + number % 10);
  return id;
}

// A province's millionth resident needs a seventh digit, and then all have it.
[[nodiscard]] inline std::string resident_id(std::size_t row, std::size_t residents) {
  return numbered('R', row, residents < 1'000'000 ? 6 : 7);
}
[[nodiscard]] inline std::string posting_id(std::size_t row) { return numbered('P', row, 6); }
[[nodiscard]] inline std::string slot_id(std::size_t row) { return numbered('T', row, 6); }
[[nodiscard]] inline std::string employer_id(std::size_t row) { return numbered('E', row, 6); }
[[nodiscard]] inline std::string building_id(std::size_t row) { return numbered('B', row, 5); }
[[nodiscard]] inline std::string business_district_id(std::size_t row) { return numbered('D', row, 4); }
[[nodiscard]] inline std::string grid_id(std::size_t row) { return numbered('G', row, 5); }
[[nodiscard]] inline std::string area_id(std::size_t row) { return numbered('A', row, 4); }
[[nodiscard]] inline std::string skill_id(std::size_t row) { return numbered('S', row, 5); }
[[nodiscard]] inline std::string occupation_id(std::size_t row) { return numbered('O', row, 4); }

}  // namespace aril::sample
