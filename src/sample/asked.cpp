#include "asked.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "aril/sample/district.hpp"
#include "ids.hpp"
#include "missing.hpp"
#include "words.hpp"
#include "world.hpp"

namespace aril::sample {
namespace {

Level level_asked(const names::Occupation& occupation, Random& random) {
  if (random.chance(550)) return level_not_stated;
  return static_cast<Level>(std::max<std::int64_t>(1, occupation.level + random.between(-2, 0)));
}

template <class Numbers>
std::vector<SkillNumber> shuffled(const Numbers& numbers, Random& random) {
  std::vector<SkillNumber> list(numbers.begin(), numbers.end());
  for (std::size_t left = list.size(); left > 1; --left) std::swap(list[left - 1], list[random.below(left)]);
  return list;
}

}  // namespace

Asked asked_of(const Catalogue& catalogue, const names::Occupation& occupation, std::size_t musts, std::size_t nices, Random& random) {
  Asked asked;
  const std::vector<SkillNumber> essential = shuffled(occupation.essential, random);
  musts = std::min(musts, essential.size());
  for (std::size_t i = 0; i < musts; ++i)
    asked.must.push_back({catalogue.skill_ids[essential[i]], level_asked(occupation, random), std::nullopt});

  // What is wished beside: the other essential skills first, then the optional ones, then what every field likes to see. Some only in a specialty.
  std::vector<SkillNumber> wishes(essential.begin() + static_cast<std::ptrdiff_t>(musts), essential.end());
  for (const SkillNumber skill : shuffled(occupation.optional, random)) wishes.push_back(skill);
  for (const SkillNumber skill : shuffled(catalogue.everyday, random)) wishes.push_back(skill);
  for (std::size_t i = 0; i < wishes.size() && asked.nice.size() < nices; ++i) {
    const SkillNumber skill = random.chance(220) ? random.pick(catalogue.narrower[wishes[i]]) : wishes[i];
    const std::string& id = catalogue.skill_ids[skill];
    const auto is_same = [&](const RequirementItem& item) { return item.skill == id; };
    if (std::any_of(asked.must.begin(), asked.must.end(), is_same) || std::any_of(asked.nice.begin(), asked.nice.end(), is_same)) continue;
    const Level level = level_asked(occupation, random);
    asked.nice.push_back({id, level, random.chance(100) ? std::optional<std::uint32_t>(1 + random.below(3)) : std::nullopt});
  }
  return asked;
}

std::vector<std::string> credentials_asked(const names::Occupation& occupation, std::uint32_t per_mille, Random& random) {
  std::vector<std::string> asked;
  for (const std::uint16_t credential : occupation.credentials) {
    if (random.chance(per_mille)) asked.emplace_back(names::credentials()[credential].code);
  }
  if (asked.empty() && random.chance(per_mille / 8)) asked.emplace_back(random.pick(everyday_credentials));
  return asked;
}

std::vector<LanguageItem> languages_asked(Random& random) {
  std::vector<LanguageItem> asked;
  if (random.chance(260)) asked.push_back({"zh", random.chance(300) ? level_not_stated : static_cast<Level>(random.between(2, 5))});
  if (random.chance(45)) asked.push_back({"en", static_cast<Level>(random.between(1, 4))});
  if (random.chance(35)) asked.push_back({"zh-x-ningxia", level_not_stated});
  if (random.chance(8)) asked.push_back({"csl", static_cast<Level>(random.between(1, 3))});
  return asked;
}

std::vector<OfferItem> offers_of(Random& random) {
  std::vector<OfferItem> offers;
  for (const names::Coded& need : names::needs()) {
    if (random.chance(350)) offers.push_back({std::string(need.code), random.chance(550)});
  }
  return offers;
}

std::vector<std::string> blocked_by(std::size_t residents, std::uint32_t per_mille, Random& random) {
  std::vector<std::string> blocked;
  while (blocked.size() < 3 && random.chance(per_mille)) blocked.push_back(resident_id(random.below(residents), residents));
  return blocked;
}

void set_window(PostingRecord& record, Random& random) {
  // Days from today: most are open, some open later, some have closed.
  std::int64_t opens = -random.between(0, 100);
  std::int64_t closes = random.between(0, 120);
  if (random.chance(70)) {
    closes = opens / 2 - 1;
    opens -= 10;
  } else if (random.chance(60)) {
    opens = random.between(1, 30);
    closes += opens;
  }
  const std::int64_t posted = std::min<std::int64_t>(opens, 0) - random.between(0, 6);
  if (!random.chance(missing::opens)) record.opens = from_today(opens);
  if (!random.chance(missing::closes)) record.closes = from_today(closes);
  if (!random.chance(missing::posted)) record.posted = from_today(posted);
}

}  // namespace aril::sample
