// What is wrong with a link whose ends are there: its kind, or where it leads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "aril/core/error.hpp"
#include "aril/market/links.hpp"

namespace aril {

struct LinkEnd {
  std::string_view id;
  VertexKind kind{};
};

// The place's file and lines are left for the caller. nullopt: nothing is wrong.
[[nodiscard]] std::optional<Problem> link_fault(LinkKind kind, const LinkEnd& from, const LinkEnd& to, bool self_links);

}  // namespace aril
