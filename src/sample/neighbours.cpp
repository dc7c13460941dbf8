#include "aril/sample/neighbours.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

#include "aril/market/employers.hpp"
#include "aril/market/places.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "random.hpp"

namespace aril::sample {
namespace {

struct Surname {
  std::string_view english;
  std::string_view chinese;
};
constexpr std::array<Surname, 8> surnames{
    {{"Ma", "马"}, {"Wang", "王"}, {"Li", "李"}, {"Yang", "杨"}, {"Bai", "白"}, {"Zhang", "张"}, {"Ha", "哈"}, {"Liu", "刘"}}};

Strength percent(std::int64_t number) { return static_cast<Strength>((full_strength * number + 50) / 100); }

class Maker {
 public:
  Maker(const Market& market, std::uint64_t seed) : market_(market), seed_(seed), at_home_(market.places().grid_ids.size()) {
    std::vector<std::uint8_t> posts(market.employers().size(), 0);
    for (const EmployerRow employer : market.postings().employers) posts[employer.index()] = 1;
    for (std::uint32_t row = 0; row < posts.size(); ++row) {
      if (posts[row] != 0) employers_.emplace_back(row);
    }
    for (std::uint32_t row = 0; row < market.residents().size(); ++row) {
      const GridRow home = market.residents().homes[row];
      if (!home.is_none()) at_home_[home.index()].emplace_back(row);
    }
  }

  Neighbours made() {
    for (std::uint32_t row = 0; row < market_.residents().size(); ++row) add_resident(ResidentRow(row));
    for (std::uint32_t row = 0; row < at_home_.size(); ++row) {
      if (!at_home_[row].empty()) add_grid_worker(GridRow(row));
    }
    return std::move(made_);
  }

 private:
  void link(std::string from, std::string to, LinkKind kind, Strength strength, bool consent) {
    made_.links.push_back({std::move(from), std::move(to), kind, strength, std::nullopt, consent});
  }

  void add_resident(ResidentRow resident) {
    Random random(seed_, Stream::neighbours, resident.value);
    const std::string id(market_.id(resident));
    if (random.chance(400) && !employers_.empty()) {
      const std::string employer(market_.id(random.pick(employers_)));
      link(id, employer, LinkKind::worked_at, percent(random.between(50, 90)), random.chance(900));
      made_.memberships.push_back({id, MembershipKind::employer, employer, false});
    }
    made_.consents.push_back({id, LinkKind::same_grid, random.chance(600)});
    made_.consents.push_back({id, LinkKind::same_employer, random.chance(800)});
    for (std::uint32_t friends = random.below(4); friends > 0; --friends) add_friend(resident, random);
  }

  // Seven friends in ten live in the same grid.
  void add_friend(ResidentRow resident, Random& random) {
    const GridRow home = market_.residents().homes[resident.index()];
    const bool is_near = random.chance(700) && !home.is_none();
    const ResidentRow other = is_near ? random.pick(at_home_[home.index()]) : ResidentRow(random.below(market_.residents().size()));
    if (other == resident) return;
    const Strength strength = percent(random.between(40, 90));
    link(std::string(market_.id(resident)), std::string(market_.id(other)), LinkKind::friend_, strength, random.chance(800));
    link(std::string(market_.id(other)), std::string(market_.id(resident)), LinkKind::friend_, strength, random.chance(800));
  }

  void add_grid_worker(GridRow grid) {
    Random random(seed_, Stream::grid_workers, grid.value);
    const std::string name(market_.places().grid_ids[grid.index()]);
    const std::string id = "W-" + name;
    const Surname& surname = random.pick(surnames);
    made_.people.push_back(
        {id, {std::string(surname.english) + " of " + name, name + "的小" + std::string(surname.chinese)}, VertexKind::grid_worker});
    for (const ResidentRow resident : at_home_[grid.index()])
      link(std::string(market_.id(resident)), id, LinkKind::grid_worker, percent(60), true);
    for (int contact = 0; contact < 8 && !employers_.empty(); ++contact)
      link(id, std::string(market_.id(random.pick(employers_))), LinkKind::business_contact, percent(50), true);
  }

  const Market& market_;
  std::uint64_t seed_;
  std::vector<EmployerRow> employers_;             // with postings
  std::vector<std::vector<ResidentRow>> at_home_;  // by grid
  Neighbours made_;
};

}  // namespace

Neighbours neighbours(const Market& market, std::uint64_t seed) { return Maker(market, seed).made(); }

}  // namespace aril::sample
