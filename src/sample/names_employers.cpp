// What an employer is called: a company by its seat, an outlet by its street.
#include <algorithm>
#include <array>
#include <iterator>
#include <span>
#include <string>

#include "names_employer_table.hpp"
#include "names_join.hpp"
#include "names_skill_table.hpp"

namespace aril::sample::names {
namespace {

using namespace table;

static_assert(std::size(trades) == std::size(table::fields));

// Rounds over all brands before a name would come back; companies run out of registries before outlets run out of streets.
constexpr std::size_t rounds = std::min(std::size(registries), std::size(streets)) * std::size(regions);

// Spreads neighbouring numbers, so that what is picked by them looks unordered.
constexpr std::size_t scrambled(std::uint64_t number) {
  number = (number + 0x9e3779b97f4a7c15) * 0xbf58476d1ce4e5b9;
  return static_cast<std::size_t>(number >> 40);
}

}  // namespace

std::size_t employer_name_count() noexcept { return std::size(brands) * rounds; }

// Brand and round are the employer's alone, so no two names are equal, whatever their fields: of one brand two companies differ in registry
// or region, two outlets in street or region.
OwnedName employer_name(std::size_t employer, std::size_t field) {
  const Trades& trade = trades[field];
  const std::size_t pick = scrambled(employer);
  const bool is_company = pick % 10 < trade.companies_in_ten;
  const std::array<Name, 5>& lines = is_company ? trade.companies : trade.outlets;
  const Name line = lines[pick / 10 % lines.size()];

  const std::size_t brand_row = employer % brands.size();
  const std::size_t round = employer / brands.size();
  const std::span<const Name> places = is_company ? std::span<const Name>(registries) : std::span<const Name>(streets);
  const Name place = places[(round + 5 * brand_row) % places.size()];
  const Name region = regions[round / places.size()];
  const Name brand = brands[brand_row];
  const std::string en = joined({region.en, region.en.empty() ? "" : " ", brand.en, " ", line.en});
  const std::string zh = joined({region.zh, brand.zh, line.zh});

  if (is_company) return {joined({place.en, " ", en, " Co., Ltd."}), joined({place.zh, zh, "有限公司"})};
  return {joined({en, " (", place.en, ")"}), joined({zh, "（", place.zh, trade.branch, "）"})};
}

}  // namespace aril::sample::names
