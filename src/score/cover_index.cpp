#include "cover_index.hpp"

#include <algorithm>
#include <string>

#include "aril/core/error.hpp"
#include "aril/market/concept_table.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "aril/market/taxonomy.hpp"

namespace aril {
namespace {

// Occupations that somebody wants: only their skill gaps are ever asked for.
std::vector<std::uint8_t> wanted_occupations(const Market& market) {
  std::vector<std::uint8_t> wanted(market.taxonomy().occupations().size(), 0);
  for (const OccupationRow occupation : market.residents().wanted_occupations.values()) wanted[occupation.index()] = 1;
  return wanted;
}

bool counts(const Requirement& asked) { return asked.share != 0; }

}  // namespace

CoverIndex::CoverIndex(const Market& market, const Closeness& closeness) : closeness_(closeness) {
  const std::vector<std::uint8_t> wanted = wanted_occupations(market);
  make_keys(market, wanted);
  make_neighbours(market);
  make_gains(market, wanted);
}

std::uint32_t CoverIndex::key_number(const HeldSkill& asked) const {
  return static_cast<std::uint32_t>(std::lower_bound(keys_.begin(), keys_.end(), asked) - keys_.begin());
}

void CoverIndex::make_keys(const Market& market, const std::vector<std::uint8_t>& wanted) {
  const Postings& postings = market.postings();
  const auto add_keys = [&](std::span<const Requirement> list) {
    for (const Requirement& asked : list) {
      if (counts(asked)) keys_.push_back({asked.skill, asked.level});
    }
  };
  add_keys(postings.requirements.values());
  for (std::size_t occupation = 0; occupation < wanted.size(); ++occupation) {
    if (wanted[occupation] != 0) add_keys(market.taxonomy().asks(OccupationRow(occupation)));
  }
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  if (keys_.size() > most_keys) {
    throw Error(ErrorCode::out_of_range, {"", 0, 0, "requirements"},
                "at most " + std::to_string(most_keys) + " different skills with a level", std::to_string(keys_.size()));
  }

  std::vector<KeyShare> list;
  for (std::size_t posting = 0; posting < postings.size(); ++posting) {
    list.clear();
    for (const Requirement& asked : postings.requirements[posting]) {
      if (counts(asked)) list.push_back({key_number({asked.skill, asked.level}), asked.share});
    }
    requirements_.push_back(list);
  }
}

void CoverIndex::make_neighbours(const Market& market) {
  const ConceptTable& skills = market.taxonomy().skills();
  std::vector<std::uint8_t> is_held(skills.size(), 0);
  for (const HeldSkill& held : market.residents().skills.values()) is_held[held.skill.index()] = 1;
  for (const HeldSkill& granted : market.postings().grants.values()) is_held[granted.skill.index()] = 1;

  first_key_of_skill_.assign(skills.size() + 1, 0);
  for (const HeldSkill& key : keys_) ++first_key_of_skill_[key.skill.index() + 1];
  for (std::size_t skill = 0; skill < skills.size(); ++skill) first_key_of_skill_[skill + 1] += first_key_of_skill_[skill];

  std::vector<std::uint8_t> closes;  // the distinct ones: eight at most
  const auto code_of = [&](std::uint8_t close, Level asked) {
    const auto place = std::find(closes.begin(), closes.end(), close);
    const auto number = static_cast<std::uint32_t>(place - closes.begin());
    if (place == closes.end()) closes.push_back(close);
    return number * (max_skill_level + 1U) + asked;
  };
  std::vector<std::uint32_t> list;
  for (std::uint32_t skill = 0; skill < skills.size(); ++skill) {
    list.clear();
    if (is_held[skill] != 0) {
      for (const CloseConcept& near : close_skills(skills, closeness_.skill, skill)) {
        for (std::uint64_t key = first_key_of_skill_[near.row]; key < first_key_of_skill_[near.row + 1]; ++key) {
          list.push_back(static_cast<std::uint32_t>(key) << 8 | code_of(near.close, keys_[key].level));
        }
      }
    }
    near_.push_back(list);
  }
  for (Level held = 0; held <= max_skill_level; ++held) {
    for (std::size_t number = 0; number < closes.size(); ++number) {
      for (Level asked = 0; asked <= max_skill_level; ++asked) {
        cover_of_[held][number * (max_skill_level + 1U) + asked] =
            static_cast<std::uint8_t>(closes[number] * level_fit(closeness_, held, asked) / 255);
      }
    }
  }
}

void CoverIndex::make_gains(const Market& market, const std::vector<std::uint8_t>& wanted) {
  const Postings& postings = market.postings();
  // Who asks for a key: (number of the wanted occupation, share).
  std::vector<std::vector<std::pair<std::uint32_t, std::uint16_t>>> askers(keys_.size());
  number_of_wanted_.assign(wanted.size(), 0);
  for (std::uint32_t occupation = 0; occupation < wanted.size(); ++occupation) {
    if (wanted[occupation] == 0) continue;
    number_of_wanted_[occupation] = static_cast<std::uint32_t>(wanted_count_++);
    for (const Requirement& asked : market.taxonomy().asks(OccupationRow(occupation))) {
      if (counts(asked)) askers[key_number({asked.skill, asked.level})].emplace_back(number_of_wanted_[occupation], asked.share);
    }
  }
  slots_.assign(postings.size(), 0);
  for (std::size_t posting = 0; posting < postings.size(); ++posting) {
    if (postings.kinds[posting] == Kind::training_slot) slots_[posting] = static_cast<std::uint32_t>(slot_count_++);
  }
  std::vector<std::vector<Gain>> gains(wanted_count_ * slot_count_);
  std::vector<std::uint8_t> cover(keys_.size(), 0);
  std::vector<std::uint32_t> touched;
  for (std::size_t posting = 0; posting < postings.size(); ++posting) {
    if (postings.kinds[posting] != Kind::training_slot) continue;
    for (const HeldSkill& granted : postings.grants[posting]) {
      for_each_near(granted, [&](std::uint32_t key, std::uint8_t value) {
        if (value > cover[key] && cover[key] == 0) touched.push_back(key);
        cover[key] = std::max(cover[key], value);
      });
    }
    for (const std::uint32_t key : touched) {
      for (const auto& [number, share] : askers[key]) gains[number * slot_count_ + slots_[posting]].push_back({key, share, cover[key]});
      cover[key] = 0;
    }
    touched.clear();
  }
  for (const auto& list : gains) gains_.push_back(list);
}

}  // namespace aril
