#include "must_sets.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"

namespace aril {

MustSets::MustSets(const StandardRules& rules) {
  make_keys(rules.market().postings());
  make_sets(rules.market().postings());
  make_neighbours(rules);
}

std::uint32_t MustSets::number_of(const HeldSkill& key) const {
  return static_cast<std::uint32_t>(std::lower_bound(keys.begin(), keys.end(), key) - keys.begin());
}

void MustSets::make_keys(const Postings& postings) {
  for (const Requirement& asked : postings.requirements.values()) {
    if (asked.must) keys.push_back({asked.skill, asked.level});
  }
  const auto prerequisites = postings.prerequisite_skills.values();
  keys.insert(keys.end(), prerequisites.begin(), prerequisites.end());
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
}

void MustSets::make_sets(const Postings& postings) {
  // Sets of one occupation stand side by side: bounds live from it.
  std::map<std::tuple<bool, OccupationRow, std::vector<std::uint32_t>>, std::vector<std::uint32_t>> postings_of;
  std::vector<std::uint32_t> list;
  for (std::uint32_t posting = 0; posting < postings.size(); ++posting) {
    list.clear();
    for (const Requirement& asked : postings.requirements[posting]) {
      if (asked.must) list.push_back(number_of({asked.skill, asked.level}));
    }
    postings_of[{postings.kinds[posting] == Kind::training_slot, postings.occupations[posting], list}].push_back(posting);
  }
  set_of.resize(postings.size());
  std::vector<std::uint32_t> asked_by(keys.size(), 0);
  for (const auto& [asked, members] : postings_of) {
    const std::vector<std::uint32_t>& asked_keys = std::get<2>(asked);
    for (const std::uint32_t posting : members) set_of[posting] = static_cast<std::uint32_t>(keys_of_set.size());
    for (const std::uint32_t key : asked_keys) ++asked_by[key];
    keys_of_set.push_back(asked_keys);
  }
  std::vector<std::vector<std::uint32_t>> under(keys.size());
  for (std::uint32_t set = 0; set < keys_of_set.size(); ++set) {
    const auto of_set = keys_of_set[set];
    if (of_set.empty()) {
      sets_without_keys.push_back(set);
    } else {
      under[*std::min_element(of_set.begin(), of_set.end(), [&](std::uint32_t a, std::uint32_t b) { return asked_by[a] < asked_by[b]; })]
          .push_back(set);
    }
  }
  for (const auto& sets : under) sets_under_key.push_back(sets);
}

void MustSets::make_neighbours(const StandardRules& rules) {
  const Market& market = rules.market();
  const std::size_t skills = market.taxonomy().skills().size();
  std::vector<std::uint32_t> first_key(skills + 1, 0);
  for (const HeldSkill& key : keys) ++first_key[key.skill.index() + 1];
  for (std::size_t skill = 0; skill < skills; ++skill) first_key[skill + 1] += first_key[skill];
  std::vector<std::uint8_t> is_held(skills, 0);
  for (const HeldSkill& held : market.residents().skills.values()) is_held[held.skill.index()] = 1;
  std::vector<std::uint32_t> list;
  for (std::size_t skill = 0; skill < skills; ++skill) {
    list.clear();
    if (is_held[skill] != 0) {
      for (const SkillRow near : rules.counts_for(SkillRow(skill))) {
        for (std::uint32_t key = first_key[near.index()]; key < first_key[near.index() + 1]; ++key)
          list.push_back(key << 4 | keys[key].level);
      }
    }
    keys_near.push_back(list);
  }
}

}  // namespace aril
