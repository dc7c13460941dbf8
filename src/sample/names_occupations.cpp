// Occupations, and what a course for one of them is called.
#include <array>

#include "names_join.hpp"
#include "names_occupation_table.hpp"

namespace aril::sample::names {
namespace {

// By level 1..8, after the craft: "Video editing: starter course", 视频剪辑入门班.
constexpr std::array<Name, 8> course_kinds = {{
    {"starter course", "入门班"},
    {"foundation course", "初级班"},
    {"intermediate course", "中级班"},
    {"advanced course", "高级班"},
    {"course for lead workers", "骨干研修班"},
    {"course for team heads", "带头人研修班"},
    {"course for trainers", "讲师研修班"},
    {"master course", "首席研修班"},
}};

}  // namespace

std::span<const Occupation> occupations() noexcept { return table::occupations; }

OwnedName course_name(std::size_t occupation, std::size_t level) {
  const Name craft = table::occupations[occupation].craft;
  const Name kind = course_kinds[level - 1];
  return {joined({craft.en, ": ", kind.en}), joined({craft.zh, kind.zh})};
}

}  // namespace aril::sample::names
