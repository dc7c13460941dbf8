// Row numbers as types: a ResidentRow never becomes a PostingRow. Rows count from 0 in the order of the ids' bytes, so "ties by id" is "ties by row".
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace aril {

template <class Tag>
struct Row {
  std::uint32_t value = 0;

  constexpr Row() = default;
  constexpr explicit Row(std::size_t number) noexcept : value(static_cast<std::uint32_t>(number)) {}
  [[nodiscard]] constexpr std::size_t index() const noexcept { return value; }
  [[nodiscard]] static constexpr Row none() noexcept { return Row(0xffffffffU); }  // "not stated", where a column refers to another table
  [[nodiscard]] constexpr bool is_none() const noexcept { return value == 0xffffffffU; }
  constexpr auto operator<=>(const Row&) const = default;
};

using ResidentRow = Row<struct ResidentTag>;
using PostingRow = Row<struct PostingTag>;
using EmployerRow = Row<struct EmployerTag>;
using SkillRow = Row<struct SkillTag>;
using OccupationRow = Row<struct OccupationTag>;
using AreaRow = Row<struct AreaTag>;
using GridRow = Row<struct GridTag>;
using ModeRow = Row<struct ModeTag>;
using CredentialRow = Row<struct CredentialTag>;
using LanguageRow = Row<struct LanguageTag>;
using NeedRow = Row<struct NeedTag>;
using VertexRow = Row<struct VertexTag>;  // of a referral graph: residents, helpers and employers under one numbering
using LinkRow = Row<struct LinkTag>;

}  // namespace aril
