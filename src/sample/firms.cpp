#include "firms.hpp"

#include <utility>

#include "aril/sample/names.hpp"
#include "asked.hpp"
#include "ids.hpp"
#include "missing.hpp"
#include "words.hpp"

namespace aril::sample {
namespace {

// The community's employers sit in the business district of its own subdistrict, whose number this is.
constexpr std::size_t station_business_district = 4;

bool has(const DistrictOptions& options, std::size_t business_district) {
  return options.size != Size::community || business_district == station_business_district;
}

std::vector<std::uint32_t> buildings_of(const DistrictOptions& options) {
  std::vector<std::uint32_t> rows;
  for (std::size_t row = 0; row < names::buildings().size(); ++row) {
    if (has(options, names::buildings()[row].district)) rows.push_back(static_cast<std::uint32_t>(row));
  }
  return rows;
}

}  // namespace

Firms make_firms(const DistrictOptions& options, const Ground& ground, const Catalogue& catalogue) {
  Firms firms;
  for (std::size_t row = 0; row < names::buildings().size(); ++row) {
    Random random(options.seed, Stream::buildings, row);
    const auto& near = ground.of_township[names::business_districts()[names::buildings()[row].district].township];
    firms.building_grids.push_back(near.empty() ? 0 : random.pick(near));
  }
  const std::vector<std::uint32_t> buildings = buildings_of(options);
  const std::size_t count = counts(options.size).employers;
  firms.of_field.resize(names::fields().size());
  firms.of_township.resize(names::townships().size());
  const Shuffle rank(options.seed, Stream::ranks, count);
  for (std::size_t row = 0; row < count; ++row) {
    Random random(options.seed, Stream::employers, row);
    Firm firm;
    firm.id = employer_id(row);
    firm.field = static_cast<std::uint32_t>(catalogue.by_field.pick(random));
    firm.building = random.chance(550) ? random.pick(buildings) : no_building;
    firm.grid = firm.building != no_building ? firms.building_grids[firm.building] : static_cast<std::uint32_t>(ground.homes.pick(random));
    firm.township = ground.grids[firm.grid].township;
    firm.pay_percent = random.bell(75, 130);
    firms.of_field[firm.field].push_back(static_cast<std::uint32_t>(row));
    firms.of_township[firm.township].push_back(static_cast<std::uint32_t>(row));
    firms.of_rank.push_back(static_cast<std::uint32_t>(rank(row)));
    firms.list.push_back(std::move(firm));
  }
  firms.by_size = Weights::zipf(count, 10);
  return firms;
}

void add_firms(MarketBuilder& builder, const DistrictOptions& options, const Ground& ground, const Firms& firms) {
  const auto business_districts = names::business_districts();
  for (std::size_t row = 0; row < business_districts.size(); ++row) {
    if (!has(options, row)) continue;
    builder.add(EmployerRecord{.id = business_district_id(row),
                               .title = titles_of(business_districts[row].name),
                               .kind = "business district",
                               .parent = {},
                               .grid = {},
                               .blocked_residents = {}});
  }
  for (const std::uint32_t row : buildings_of(options)) {
    const names::Building& building = names::buildings()[row];
    builder.add(EmployerRecord{.id = building_id(row),
                               .title = titles_of(building.name),
                               .kind = "building",
                               .parent = business_district_id(building.district),
                               .grid = ground.grids[firms.building_grids[row]].id,
                               .blocked_residents = {}});
  }
  for (std::size_t row = 0; row < firms.list.size(); ++row) {
    const Firm& firm = firms.list[row];
    Random random(options.seed, Stream::employers, row + firms.list.size());
    EmployerRecord record{.id = firm.id,
                          .title = titles_of(names::employer_name(row, firm.field)),
                          .kind = "employer",
                          .parent = {},
                          .grid = {},
                          .blocked_residents = {}};
    if (random.chance(missing::employer_title)) record.title.english.clear();
    if (firm.building != no_building) record.parent = building_id(firm.building);
    if (!random.chance(missing::employer_grid)) record.grid = ground.grids[firm.grid].id;
    if (!random.chance(missing::blocked_residents)) record.blocked_residents = blocked_by(counts(options).residents, 300, random);
    builder.add(std::move(record));
  }
}

}  // namespace aril::sample
