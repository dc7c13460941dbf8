#include "aril/market/links.hpp"

#include <algorithm>

namespace aril {
namespace {

template <class Kind, std::size_t count>
std::optional<Kind> kind_named(const std::array<std::string_view, count>& names, std::string_view name) noexcept {
  const auto* const found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<Kind>(found - names.begin());
}

}  // namespace

std::optional<VertexKind> vertex_kind_named(std::string_view name) noexcept { return kind_named<VertexKind>(vertex_kind_names, name); }
std::optional<LinkKind> link_kind_named(std::string_view name) noexcept { return kind_named<LinkKind>(link_kind_names, name); }
std::optional<MembershipKind> membership_kind_named(std::string_view name) noexcept {
  return kind_named<MembershipKind>(membership_kind_names, name);
}

}  // namespace aril
