#include "nearest_id.hpp"

#include <vector>

#include "aril/core/error.hpp"

namespace aril {

std::string nearest_name_hint(std::string_view name, const std::vector<std::string>& known) {
  const std::string nearest = near_word(name, known);
  return nearest.empty() ? "" : ", perhaps '" + nearest + "'";
}

std::string nearest_id_hint(std::string_view id, const IdTable& ids, std::size_t& at_most) {
  if (ids.size() == 0 || ids.size() > at_most) return "";
  at_most -= ids.size();
  std::vector<std::string> known;
  known.reserve(ids.size());
  for (std::size_t row = 0; row < ids.size(); ++row) known.emplace_back(ids[row]);
  return nearest_name_hint(id, known);
}

}  // namespace aril
