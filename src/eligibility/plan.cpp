#include "aril/eligibility/plan.hpp"

#include <algorithm>
#include <bit>

#include "../core/wide_words.hpp"
#include "aril/market/places.hpp"
#include "aril/market/residents.hpp"
#include "compiled_plan.hpp"

namespace aril {
namespace {

// Pre: not empty.
inline void set_range(std::uint64_t* words, PositionRange range) noexcept {
  const std::size_t first = range.begin / 64;
  const std::size_t last = (range.end - 1) / 64;
  const std::uint64_t head = ~std::uint64_t{0} << (range.begin % 64);
  const std::uint64_t tail = ~std::uint64_t{0} >> (63 - (range.end - 1) % 64);
  if (first == last) {
    words[first] |= head & tail;
    return;
  }
  words[first] |= head;
  for (std::size_t word = first + 1; word < last; ++word) words[word] = ~std::uint64_t{0};
  words[last] |= tail;
}

// No limit reaches a cell that is out of reach, and where none is stated all others are within it.
int limit_of(std::int32_t stated_limit) noexcept { return stated_limit < 0 ? max_minutes : std::min<int>(stated_limit, max_minutes); }

}  // namespace

// Minutes to every place; what is admitted whatever the limit counts as 0 minutes, and 255 is never admitted.
void EligibilityPlan::Compiled::measure_places(ResidentRow resident, Scratch& scratch) const {
  const Residents& residents = rules.market().residents();
  const GridRow home = residents.homes[resident.index()];
  const ModeRow mode = residents.modes[resident.index()];
  if (scratch.cells_are_made && scratch.home == home && scratch.mode == mode) return;
  scratch.home = home;
  scratch.mode = mode;
  scratch.cells_are_made = true;
  scratch.minutes_are_made = false;
  const std::size_t grids = rules.market().places().grid_ids.size();
  const std::uint8_t unknown = setting(RuleCode::travel).unknown == Unknown::refuse ? 255 : 0;
  scratch.cells[grids] = unknown;
  scratch.cells[grids + 1] = 0;
  if (home.is_none() || mode.is_none()) {
    std::fill_n(scratch.cells.begin(), grids, unknown);
    return;
  }
  const auto cells = std::span(scratch.cells).first(grids);
  rules.market().places().travel[mode.index()].copy_row(home, cells);
  for (std::uint8_t& cell : cells) cell = cell == minutes_unknown ? unknown : cell;
}

void EligibilityPlan::Compiled::measure_positions(Scratch& scratch) const {
  const std::uint8_t* cells = scratch.cells.data();
  for (std::size_t position = 0; position < live; ++position) scratch.minutes[position] = cells[place_of_position[position]];
  scratch.minutes_are_made = true;
  scratch.limit = -1;
}

const std::uint64_t* EligibilityPlan::Compiled::within_reach(ResidentRow resident, Scratch& scratch) const {
  const std::int32_t stated_limit = rules.market().residents().travel_limits[resident.index()];
  // No limit stated, and that refuses: whatever the minutes, only what needs no travel is left.
  if (stated_limit < 0 && setting(RuleCode::travel).unknown == Unknown::refuse) return no_travel.words().data();
  measure_places(resident, scratch);
  if (!scratch.minutes_are_made) return nullptr;
  const int limit = limit_of(stated_limit);
  if (scratch.limit != limit) {
    scratch.limit = limit;
    wide::at_most(scratch.minutes.data(), bits, static_cast<std::uint8_t>(limit), scratch.travel.data());
  }
  return scratch.travel.data();
}

void EligibilityPlan::Compiled::keep_within_reach(ResidentRow resident, Scratch& scratch, Bitmap& out) const {
  const auto words = out.words();
  // One that is looked up costs as much as two of those that are made in a row.
  if (scratch.neighbours * wide::count_bits(words.data(), words.size()) > live / 2) {
    measure_positions(scratch);
    const std::uint64_t* reach = within_reach(resident, scratch);
    return wide::intersect(words.data(), words.size(), &reach, 1);
  }
  const int limit = limit_of(rules.market().residents().travel_limits[resident.index()]);
  for (std::size_t word = 0; word < words.size(); ++word) {
    std::uint64_t beyond = 0;
    for (std::uint64_t left = words[word]; left != 0; left &= left - 1) {
      const auto bit = static_cast<unsigned>(std::countr_zero(left));
      beyond |= std::uint64_t{scratch.cells[place_of_position[word * 64 + bit]] > limit} << bit;
    }
    words[word] &= ~beyond;
  }
}

void EligibilityPlan::Compiled::apply_blocks(ResidentRow resident, Bitmap& out) const {
  const Residents& residents = rules.market().residents();
  const std::size_t r = resident.index();
  for (const PostingRow posting : residents.blocked_postings[r]) {
    if (position_of[posting.index()] < live) out.reset(position_of[posting.index()]);
  }
  for (const std::uint32_t position : positions_that_block[r]) out.reset(position);
  for (const EmployerRow employer : residents.blocked_employers[r]) {
    for (const std::uint32_t position : positions_of_employer[employer.index()]) out.reset(position);
  }
  if (employers_that_block.empty()) return;
  for (const EmployerRow employer : employers_that_block[r]) {
    for (const std::uint32_t position : positions_of_employer[employer.index()]) out.reset(position);
  }
}

// For each key the resident comes near, the best answer of any holder.
void EligibilityPlan::Compiled::answer_keys(ResidentRow resident, Scratch& scratch) const {
  for (const std::uint32_t key : scratch.touched_keys) scratch.key_answers[key] = not_touched;
  scratch.touched_keys.clear();
  for (const HeldSkill& held : rules.market().residents().skills[resident.index()]) {
    for (const std::uint32_t near : musts.keys_near[held.skill.index()]) {
      const std::uint32_t key = near >> 4;
      const Level asked = near & 15;
      const Answer answer = asked == level_not_stated || held.level >= asked ? Answer::pass
                            : held.level == level_not_stated                 ? Answer::unknown
                                                                             : Answer::fail;
      std::uint8_t& best = scratch.key_answers[key];
      if (best == not_touched) {
        scratch.touched_keys.push_back(key);
        __builtin_prefetch(&sets_under_key[key]);
      }
      best = std::min(best, static_cast<std::uint8_t>(answer));
    }
  }
}

// Sets the words of all positions whose must-haves are met. Pre: all words are 0.
void EligibilityPlan::Compiled::meet_musts(ResidentRow resident, const Scratch& scratch, std::uint64_t* words) const {
  const RuleSetting& must = setting(RuleCode::must_skill);
  const bool stated = rules.market().residents().skills.stated(resident.index());
  if (live == 0) return;
  if (!must.on || (!stated && must.unknown != Unknown::refuse)) return set_range(words, {0, live});
  for (const PositionRange range : asking_nothing) set_range(words, range);
  const auto worst_admitted = static_cast<std::uint8_t>(must.unknown == Unknown::refuse ? Answer::pass : Answer::unknown);
  const std::uint8_t* answers = scratch.key_answers.data();
  const auto look_at = [&](const LookedAtSet& set) {
    if (std::max(answers[set.others[0]], answers[set.others[1]]) > worst_admitted) return;
    if (set.has_more) {
      const auto keys = musts.keys_of_set[set.set];
      if (std::any_of(keys.begin(), keys.end(), [&](std::uint32_t key) { return answers[key] > worst_admitted; })) return;
    }
    set_range(words, set.range);
  };
  for (const std::uint32_t touched : scratch.touched_keys) {
    const SetsUnderKey& sets = sets_under_key[touched];
    if (answers[touched] > worst_admitted || sets.first.range.end == 0) continue;
    look_at(sets.first);
    for (std::uint32_t i = sets.more.begin; i < sets.more.end; ++i) look_at(more_sets_under_key[i]);
  }
}

void EligibilityPlan::Compiled::apply_prerequisites(ResidentRow resident, const Scratch& scratch, Bitmap& out) const {
  const RuleSetting& rule = setting(RuleCode::prerequisite);
  const bool stated = rules.market().residents().skills.stated(resident.index());
  for (std::size_t word = 0; word < out.words().size(); ++word) {
    for (std::uint64_t left = out.words()[word] & with_prerequisites.words()[word]; left != 0; left &= left - 1) {
      const std::size_t position = word * 64 + static_cast<std::size_t>(std::countr_zero(left));
      const auto credentials = rules.market().postings().prerequisite_credentials[order[position].index()];
      Answer worst = credentials.empty() ? Answer::pass : rules.credentials(resident, credentials);
      for (const std::uint32_t key : prerequisite_keys[position]) {
        const std::uint8_t answer = scratch.key_answers[key];
        worst = std::max(worst, !stated ? Answer::unknown : (answer == not_touched ? Answer::fail : static_cast<Answer>(answer)));
      }
      if (!admits(rule, worst)) out.reset(position);
    }
  }
}

EligibilityPlan::~EligibilityPlan() = default;
EligibilityPlan::EligibilityPlan(EligibilityPlan&&) noexcept = default;
EligibilityPlan& EligibilityPlan::operator=(EligibilityPlan&&) noexcept = default;

std::span<const PostingRow> EligibilityPlan::order() const noexcept { return compiled_->order; }
std::span<const std::uint32_t> EligibilityPlan::positions() const noexcept { return compiled_->position_of; }
std::size_t EligibilityPlan::bitmap_size() const noexcept { return compiled_->bits; }

EligibilityPlan::Scratch EligibilityPlan::make_scratch() const {
  Scratch scratch;
  scratch.key_answers.assign(compiled_->musts.keys.size() + 1, not_touched);
  scratch.key_answers.back() = static_cast<std::uint8_t>(Answer::pass);
  scratch.cells.assign(compiled_->rules.market().places().grid_ids.size() + 2, 255);
  scratch.minutes.assign(compiled_->bits, 255);
  scratch.travel.assign(compiled_->bits / 64, 0);
  return scratch;
}

void EligibilityPlan::expect(std::span<const ResidentRow> residents, Scratch& scratch) const noexcept {
  if (scratch.neighbours > 1) {
    --scratch.neighbours;
    return;
  }
  const Residents& all = compiled_->rules.market().residents();
  const std::size_t first = residents.front().index();
  const auto is_neighbour = [&](ResidentRow row) {
    return all.homes[row.index()] == all.homes[first] && all.modes[row.index()] == all.modes[first];
  };
  while (scratch.neighbours < residents.size() && is_neighbour(residents[scratch.neighbours])) ++scratch.neighbours;
}

void EligibilityPlan::prefetch_row(ResidentRow resident) const noexcept {
  const Residents& residents = compiled_->rules.market().residents();
  const std::size_t r = resident.index();
  __builtin_prefetch(compiled_->classes_of(resident));
  __builtin_prefetch(&residents.skills.offsets()[r]);
  __builtin_prefetch(&residents.homes[r]);
  __builtin_prefetch(&residents.modes[r]);
  __builtin_prefetch(&residents.travel_limits[r]);
  __builtin_prefetch(&residents.blocked_postings.offsets()[r]);
  __builtin_prefetch(&residents.blocked_employers.offsets()[r]);
}

void EligibilityPlan::prefetch(ResidentRow resident) const noexcept {
  for (const HeldSkill& held : compiled_->rules.market().residents().skills[resident.index()]) {
    __builtin_prefetch(compiled_->musts.keys_near[held.skill.index()].data());
  }
}

void EligibilityPlan::eligible(ResidentRow resident, Scratch& scratch, Bitmap& out) const {
  const Compiled& c = *compiled_;
  if (out.size() != c.bits) out = Bitmap(c.bits);
  const auto words = out.words();
  std::fill(words.begin(), words.end(), std::uint64_t{0});
  c.answer_keys(resident, scratch);
  c.meet_musts(resident, scratch, words.data());
  scratch.bitmaps.clear();
  const std::uint64_t* reach = c.is_on(RuleCode::travel) ? c.within_reach(resident, scratch) : nullptr;
  if (reach != nullptr) scratch.bitmaps.push_back(reach);
  const std::uint32_t* classes = c.classes_of(resident);
  for (std::size_t i = 0; i < c.classed.size(); ++i) {
    if (!c.classed[i].admits_all) scratch.bitmaps.push_back(c.classed[i].admitted.row(classes[i]));
  }
  wide::intersect(words.data(), words.size(), scratch.bitmaps.data(), scratch.bitmaps.size());
  if (c.is_on(RuleCode::travel) && reach == nullptr) c.keep_within_reach(resident, scratch, out);
  if (c.is_on(RuleCode::blocked)) c.apply_blocks(resident, out);
  if (c.is_on(RuleCode::prerequisite)) c.apply_prerequisites(resident, scratch, out);
  for (const PairedRule& rule : c.by_pair) {
    for (std::size_t word = 0; word < words.size(); ++word) {
      for (std::uint64_t left = words[word] & rule.where.words()[word]; left != 0; left &= left - 1) {
        const std::size_t position = word * 64 + static_cast<std::size_t>(std::countr_zero(left));
        if (!c.admits_pair(rule.code, resident, c.order[position])) out.reset(position);
      }
    }
  }
}

void EligibilityPlan::find_unknowns(ResidentRow resident, std::vector<Unknowns>& unknowns) const {
  unknowns.clear();
  for (const std::uint32_t number : compiled_->asking) {
    const ClassedRule& rule = compiled_->classed[number];
    const std::uint32_t resident_class = compiled_->classes_of(resident)[number];
    if (rule.has_unknown[resident_class] != 0)
      unknowns.push_back({rule.unknown.row(resident_class), static_cast<std::uint32_t>(rule.code)});
  }
}

std::uint32_t EligibilityPlan::questions(std::span<const Unknowns> unknowns, ResidentRow resident, PostingRow posting) const noexcept {
  const std::uint32_t position = compiled_->position_of[posting.index()];
  std::uint32_t bits = 0;
  for (const Unknowns& rule : unknowns) {
    bits |= static_cast<std::uint32_t>(rule.positions[position / 64] >> (position % 64) & 1U) << rule.bit;
  }
  for (const RuleCode code : compiled_->asked_by_pair) {
    if (code == RuleCode::prerequisite && !compiled_->with_prerequisites.test(position)) continue;
    const bool is_unknown = compiled_->rules.answer(code, resident, posting) == Answer::unknown;
    bits |= (is_unknown ? 1U : 0U) << static_cast<unsigned>(code);
  }
  return bits;
}

bool EligibilityPlan::is_eligible(ResidentRow resident, PostingRow posting) const noexcept {
  const std::uint32_t position = compiled_->position_of[posting.index()];
  if (position >= compiled_->live) return false;
  for (std::size_t i = 0; i < compiled_->classed.size(); ++i) {
    if (!compiled_->classed[i].admitted.test(compiled_->classes_of(resident)[i], position)) return false;
  }
  for (const RuleCode code : {RuleCode::travel, RuleCode::blocked, RuleCode::must_skill, RuleCode::prerequisite}) {
    if (compiled_->is_on(code) && !compiled_->admits_pair(code, resident, posting)) return false;
  }
  return std::all_of(compiled_->by_pair.begin(), compiled_->by_pair.end(),
                     [&](const PairedRule& rule) { return compiled_->admits_pair(rule.code, resident, posting); });
}

}  // namespace aril
