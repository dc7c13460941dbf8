#include "link_fault.hpp"

namespace aril {
namespace {

std::string named(const LinkEnd& end) { return "'" + std::string(end.id) + "' (" + std::string(name_of(end.kind)) + ")"; }

}  // namespace

std::optional<Problem> link_fault(LinkKind kind, const LinkEnd& from, const LinkEnd& to, bool self_links) {
  if (static_cast<std::size_t>(kind) >= link_kind_count) {
    return Problem{
        ErrorCode::out_of_range, {"", 0, 0, "kind"}, "0.." + std::to_string(link_kind_count - 1), std::to_string(static_cast<int>(kind))};
  }
  if (!self_links && from.id == to.id) {
    return Problem{ErrorCode::cycle, {"", 0, 0, "to"}, "another vertex than it starts from", "'" + std::string(to.id) + "'"};
  }
  if (!may_join(kind, from.kind, to.kind)) {
    return Problem{ErrorCode::contradiction,
                   {"", 0, 0, is_person(from.kind) ? "to" : "from"},
                   "a link from a person to an employer, for its kind is " + std::string(name_of(kind)),
                   "one from " + named(from) + " to " + named(to)};
  }
  return std::nullopt;
}

}  // namespace aril
