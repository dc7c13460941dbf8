#include "aril/eligibility/plan.hpp"

#include <algorithm>
#include <array>

#include "aril/core/parallel.hpp"
#include "class_keys.hpp"

namespace aril {
namespace {

// A rule's bitmaps for all classes of residents may take this much; above it the rule is asked pair by pair for what the others leave.
constexpr std::size_t most_bitmap_bytes = std::size_t{64} << 20;

struct ClassedRule {
  RuleCode code{};
  std::vector<std::uint32_t> class_of_resident;
  std::vector<Bitmap> admitted;  // by class of residents
  std::vector<Bitmap> unknown;   // the same, where the policy asks; else empty
};

constexpr std::uint8_t not_touched = 255;  // a must-have that no skill of the resident counts for

// A rule that is asked pair by pair for what the others leave.
struct PairedRule {
  RuleCode code{};
  Bitmap where;  // postings that it asks anything of
};

// For each entry, the rows that name it: employers -> postings, residents -> postings.
template <class Entry, class Column>
Ragged<PostingRow> inverted(std::size_t entries, std::size_t postings, const Column& entries_of) {
  std::vector<std::vector<PostingRow>> lists(entries);
  for (std::size_t posting = 0; posting < postings; ++posting) {
    for (const Entry entry : entries_of(posting)) lists[entry.index()].push_back(PostingRow(posting));
  }
  Ragged<PostingRow> column;
  for (const auto& list : lists) column.push_back(list);
  return column;
}

}  // namespace

struct EligibilityPlan::Compiled {
  const StandardRules& rules;
  RuleSettings settings;
  Bitmap standing;  // what the resident has no say in: open, seats
  std::vector<ClassedRule> classed;
  std::vector<PairedRule> by_pair;
  std::vector<RuleCode> asked_by_pair;  // rules that the policy asks about and that have no bitmaps

  // Must-haves as keys: distinct (skill, level); and which keys each posting asks.
  std::vector<HeldSkill> keys;
  Ragged<std::uint32_t> keys_of_skill;
  Ragged<std::uint32_t> postings_of_key;
  std::vector<std::uint32_t> must_count;  // by posting
  Bitmap has_no_must;

  std::vector<std::uint32_t> place_of_posting;  // a grid; one past the grids: not known; two past: no travel

  // Blocks, from the side of whoever is blocked.
  Ragged<PostingRow> postings_of_employer;
  Ragged<PostingRow> postings_that_block;                      // by resident
  std::vector<std::vector<EmployerRow>> employers_that_block;  // by resident

  Compiled(const StandardRules& standard, const RuleSettings& rule_settings) : rules(standard), settings(rule_settings) {}

  [[nodiscard]] const RuleSetting& setting(RuleCode code) const noexcept { return settings[static_cast<std::size_t>(code)]; }
  [[nodiscard]] bool is_on(RuleCode code) const noexcept { return setting(code).on; }
  [[nodiscard]] bool admits_pair(RuleCode code, ResidentRow resident, PostingRow posting) const noexcept {
    return admits(setting(code), rules.answer(code, resident, posting));
  }

  void compile_standing();
  void compile_classed(std::size_t threads);
  void compile_must_haves();
  void compile_blocks();
  void compile_prerequisites();
  void compile_travel();
  void admit_places(const Scratch::TravelKey& key, std::vector<std::uint8_t>& admitted) const;
  void apply_travel(ResidentRow resident, Scratch& scratch, Bitmap& out) const;
  void apply_blocks(ResidentRow resident, Bitmap& out) const;
  void apply_must_haves(ResidentRow resident, Scratch& scratch, Bitmap& out) const;
};

void EligibilityPlan::Compiled::compile_standing() {
  const std::size_t postings = rules.market().postings().size();
  standing = Bitmap(postings, true);
  for (std::size_t posting = 0; posting < postings; ++posting) {
    for (const RuleCode code : {RuleCode::open, RuleCode::seats}) {
      // Neither reads the resident.
      if (is_on(code) && !admits_pair(code, ResidentRow(0), PostingRow(posting))) standing.reset(posting);
    }
  }
}

void EligibilityPlan::Compiled::compile_classed(std::size_t threads) {
  const std::size_t resident_count = rules.market().residents().size();
  const std::size_t posting_count = rules.market().postings().size();
  for (std::size_t rule = 0; rule < rule_count; ++rule) {
    const auto code = static_cast<RuleCode>(rule);
    if (!is_on(code) || !is_classed(code)) continue;
    Classes residents = classify(resident_count, [&](std::size_t row, ClassKey& key) { write_resident_key(rules, code, row, key); });
    if (residents.representatives.size() * (posting_count / 8 + 1) > most_bitmap_bytes) {
      by_pair.push_back({code, Bitmap(posting_count, true)});
      continue;
    }
    const Classes postings = classify(posting_count, [&](std::size_t row, ClassKey& key) { write_posting_key(rules, code, row, key); });
    const std::size_t class_count = residents.representatives.size();
    const bool asks = setting(code).unknown == Unknown::ask;
    ClassedRule compiled{code, std::move(residents.of_row), std::vector<Bitmap>(class_count), std::vector<Bitmap>(asks ? class_count : 0)};
    for_each_block(residents.representatives.size(), {threads, 16}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
      std::vector<Answer> answers(postings.representatives.size());
      std::vector<std::uint8_t> marked(answers.size());
      const auto bitmap_of = [&](auto is_marked) {
        for (std::size_t p = 0; p < answers.size(); ++p) marked[p] = is_marked(answers[p]) ? 1 : 0;
        Bitmap bitmap(posting_count);
        for (std::size_t posting = 0; posting < posting_count; ++posting) {
          bitmap.words()[posting / 64] |= std::uint64_t{marked[postings.of_row[posting]]} << (posting % 64);
        }
        return bitmap;
      };
      for (std::size_t c = begin; c < end; ++c) {
        for (std::size_t p = 0; p < answers.size(); ++p) {
          answers[p] = rules.answer(code, ResidentRow(residents.representatives[c]), PostingRow(postings.representatives[p]));
        }
        compiled.admitted[c] = bitmap_of([&](Answer answer) { return admits(setting(code), answer); });
        if (asks) compiled.unknown[c] = bitmap_of([](Answer answer) { return answer == Answer::unknown; });
      }
    });
    classed.push_back(std::move(compiled));
  }
}

void EligibilityPlan::Compiled::compile_must_haves() {
  const Postings& postings = rules.market().postings();
  for (const Requirement& asked : postings.requirements.values()) {
    if (asked.must) keys.push_back({asked.skill, asked.level});
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  const auto key_number = [&](const HeldSkill& key) {
    return static_cast<std::uint32_t>(std::lower_bound(keys.begin(), keys.end(), key) - keys.begin());
  };
  has_no_must = Bitmap(postings.size());
  std::vector<std::vector<std::uint32_t>> postings_of(keys.size());
  for (std::uint32_t posting = 0; posting < postings.size(); ++posting) {
    std::uint32_t count = 0;
    for (const Requirement& asked : postings.requirements[posting]) {
      if (!asked.must) continue;
      postings_of[key_number({asked.skill, asked.level})].push_back(posting);
      ++count;
    }
    must_count.push_back(count);
    if (count == 0) has_no_must.set(posting);
  }
  for (const auto& postings_list : postings_of) postings_of_key.push_back(postings_list);
  std::vector<std::uint32_t> list;
  std::uint32_t next = 0;
  for (std::size_t skill = 0; skill < rules.market().taxonomy().skills().size(); ++skill) {
    list.clear();
    for (; next < keys.size() && keys[next].skill.index() == skill; ++next) list.push_back(next);
    keys_of_skill.push_back(list);
  }
}

void EligibilityPlan::Compiled::compile_blocks() {
  const Market& market = rules.market();
  const Postings& postings = market.postings();
  const auto employer_of = [&](std::size_t posting) { return std::span<const EmployerRow>(&postings.employers[posting], 1); };
  const auto blocked_by = [&](std::size_t posting) { return postings.blocked_residents[posting]; };
  postings_of_employer = inverted<EmployerRow>(market.employers().size(), postings.size(), employer_of);
  postings_that_block = inverted<ResidentRow>(market.residents().size(), postings.size(), blocked_by);
  employers_that_block.resize(market.residents().size());
  for (std::size_t employer = 0; employer < market.employers().size(); ++employer) {
    for (const ResidentRow resident : market.employers().blocked_residents[employer])
      employers_that_block[resident.index()].push_back(EmployerRow(employer));
  }
}

void EligibilityPlan::Compiled::compile_prerequisites() {
  if (!is_on(RuleCode::prerequisite)) return;
  // Few postings have any, and few residents share both skills and credentials: no classes.
  const Postings& postings = rules.market().postings();
  Bitmap where(postings.size());
  for (std::size_t posting = 0; posting < postings.size(); ++posting) {
    const bool asks = !postings.prerequisite_skills[posting].empty() || !postings.prerequisite_credentials[posting].empty();
    if (asks && postings.kinds[posting] == Kind::training_slot) where.set(posting);
  }
  by_pair.push_back({RuleCode::prerequisite, std::move(where)});
}

void EligibilityPlan::Compiled::compile_travel() {
  const Postings& postings = rules.market().postings();
  const auto grids = static_cast<std::uint32_t>(rules.market().places().grid_ids.size());
  for (std::size_t posting = 0; posting < postings.size(); ++posting) {
    const GridRow place = postings.measured_grids[posting];
    place_of_posting.push_back(postings.travels[posting] == 0 ? grids + 1 : (place.is_none() ? grids : place.value));
  }
}

// Whether each place is admitted from this home: the grids, then "place not known", then "no travel".
void EligibilityPlan::Compiled::admit_places(const Scratch::TravelKey& key, std::vector<std::uint8_t>& admitted) const {
  const std::size_t grids = rules.market().places().grid_ids.size();
  const std::uint8_t unknown = setting(RuleCode::travel).unknown == Unknown::refuse ? 0 : 1;
  admitted.assign(grids + 2, unknown);
  admitted[grids + 1] = 1;
  if (key.home.is_none() || key.mode.is_none()) return;
  const auto cells = rules.market().places().travel_from(key.mode, key.home);
  for (std::size_t grid = 0; grid < grids; ++grid) {
    const std::uint8_t within = key.limit < 0 ? unknown : (cells[grid] <= key.limit ? 1 : 0);
    admitted[grid] = cells[grid] == minutes_unknown ? unknown : (cells[grid] == out_of_reach ? std::uint8_t{0} : within);
  }
}

void EligibilityPlan::Compiled::apply_travel(ResidentRow resident, Scratch& scratch, Bitmap& out) const {
  const Residents& residents = rules.market().residents();
  const std::size_t r = resident.index();
  const Scratch::TravelKey key{residents.homes[r], residents.modes[r], residents.travel_limits[r]};
  if (!(scratch.travel_key == key)) {
    scratch.travel_key = key;
    admit_places(key, scratch.admitted_places);
    for (std::size_t word = 0; word < scratch.travel.words().size(); ++word) {
      std::uint64_t bits = 0;
      const std::size_t end = std::min<std::size_t>(64, out.size() - word * 64);
      for (std::size_t bit = 0; bit < end; ++bit) bits |= std::uint64_t{scratch.admitted_places[place_of_posting[word * 64 + bit]]} << bit;
      scratch.travel.words()[word] = bits;
    }
  }
  out &= scratch.travel;
}

void EligibilityPlan::Compiled::apply_blocks(ResidentRow resident, Bitmap& out) const {
  const Residents& residents = rules.market().residents();
  const std::size_t r = resident.index();
  for (const PostingRow posting : residents.blocked_postings[r]) out.reset(posting.index());
  for (const PostingRow posting : postings_that_block[r]) out.reset(posting.index());
  for (const EmployerRow employer : residents.blocked_employers[r]) {
    for (const PostingRow posting : postings_of_employer[employer.index()]) out.reset(posting.index());
  }
  for (const EmployerRow employer : employers_that_block[r]) {
    for (const PostingRow posting : postings_of_employer[employer.index()]) out.reset(posting.index());
  }
}

void EligibilityPlan::Compiled::apply_must_haves(ResidentRow resident, Scratch& scratch, Bitmap& out) const {
  const Ragged<HeldSkill>& skills = rules.market().residents().skills;
  const RuleSetting& must = setting(RuleCode::must_skill);
  if (!skills.stated(resident.index())) {
    if (must.unknown == Unknown::refuse) out &= has_no_must;
    return;
  }
  // For each must-have the resident comes near, the best answer of any holder.
  for (const HeldSkill& held : skills[resident.index()]) {
    for (const SkillRow skill : rules.counts_for(held.skill)) {
      for (const std::uint32_t key : keys_of_skill[skill.index()]) {
        const Level asked = keys[key].level;
        const Answer answer = asked == level_not_stated || held.level >= asked ? Answer::pass
                              : held.level == level_not_stated                 ? Answer::unknown
                                                                               : Answer::fail;
        if (scratch.key_answers[key] == not_touched) scratch.touched_keys.push_back(key);
        scratch.key_answers[key] = std::min(scratch.key_answers[key], static_cast<std::uint8_t>(answer));
      }
    }
  }
  // A posting stays when as many of its must-haves are met as it asks.
  const auto worst_admitted = static_cast<std::uint8_t>(must.unknown == Unknown::refuse ? Answer::pass : Answer::unknown);
  scratch.musts_met = has_no_must;
  for (const std::uint32_t key : scratch.touched_keys) {
    if (scratch.key_answers[key] <= worst_admitted) {
      for (const std::uint32_t posting : postings_of_key[key]) {
        if (scratch.musts_left[posting] == must_count[posting]) scratch.touched_postings.push_back(posting);
        if (--scratch.musts_left[posting] == 0) scratch.musts_met.set(posting);
      }
    }
    scratch.key_answers[key] = not_touched;
  }
  scratch.touched_keys.clear();
  for (const std::uint32_t posting : scratch.touched_postings) scratch.musts_left[posting] = must_count[posting];
  scratch.touched_postings.clear();
  out &= scratch.musts_met;
}

EligibilityPlan::EligibilityPlan(const StandardRules& rules, const RuleSettings& settings, std::size_t threads)
    : compiled_(std::make_unique<Compiled>(rules, settings)) {
  compiled_->compile_standing();
  compiled_->compile_classed(threads);
  compiled_->compile_must_haves();
  compiled_->compile_blocks();
  compiled_->compile_prerequisites();
  compiled_->compile_travel();
  for (std::size_t rule = 0; rule < rule_count; ++rule) {
    const auto code = static_cast<RuleCode>(rule);
    const bool has_bitmaps =
        std::any_of(compiled_->classed.begin(), compiled_->classed.end(), [&](const ClassedRule& c) { return c.code == code; });
    if (compiled_->is_on(code) && compiled_->setting(code).unknown == Unknown::ask && !has_bitmaps)
      compiled_->asked_by_pair.push_back(code);
  }
}
EligibilityPlan::~EligibilityPlan() = default;
EligibilityPlan::EligibilityPlan(EligibilityPlan&&) noexcept = default;
EligibilityPlan& EligibilityPlan::operator=(EligibilityPlan&&) noexcept = default;

EligibilityPlan::Scratch EligibilityPlan::make_scratch() const {
  Scratch scratch;
  scratch.key_answers.assign(compiled_->keys.size(), not_touched);
  scratch.musts_left = compiled_->must_count;
  scratch.travel = Bitmap(compiled_->standing.size());
  return scratch;
}

void EligibilityPlan::eligible(ResidentRow resident, Scratch& scratch, Bitmap& out) const {
  out = compiled_->standing;
  for (const ClassedRule& rule : compiled_->classed) out &= rule.admitted[rule.class_of_resident[resident.index()]];
  if (compiled_->is_on(RuleCode::travel)) compiled_->apply_travel(resident, scratch, out);
  if (compiled_->is_on(RuleCode::blocked)) compiled_->apply_blocks(resident, out);
  if (compiled_->is_on(RuleCode::must_skill)) compiled_->apply_must_haves(resident, scratch, out);
  for (const PairedRule& rule : compiled_->by_pair) {
    for (std::size_t word = 0; word < out.words().size(); ++word) {
      for (std::uint64_t left = out.words()[word] & rule.where.words()[word]; left != 0; left &= left - 1) {
        const std::size_t posting = word * 64 + static_cast<std::size_t>(std::countr_zero(left));
        if (!compiled_->admits_pair(rule.code, resident, PostingRow(posting))) out.reset(posting);
      }
    }
  }
}

std::uint32_t EligibilityPlan::questions(ResidentRow resident, PostingRow posting) const noexcept {
  std::uint32_t bits = 0;
  for (const ClassedRule& rule : compiled_->classed) {
    if (rule.unknown.empty()) continue;
    const bool is_unknown = rule.unknown[rule.class_of_resident[resident.index()]].test(posting.index());
    bits |= (is_unknown ? 1U : 0U) << static_cast<unsigned>(rule.code);
  }
  for (const RuleCode code : compiled_->asked_by_pair) {
    const bool is_unknown = compiled_->rules.answer(code, resident, posting) == Answer::unknown;
    bits |= (is_unknown ? 1U : 0U) << static_cast<unsigned>(code);
  }
  return bits;
}

bool EligibilityPlan::is_eligible(ResidentRow resident, PostingRow posting) const noexcept {
  if (!compiled_->standing.test(posting.index())) return false;
  for (const ClassedRule& rule : compiled_->classed) {
    if (!rule.admitted[rule.class_of_resident[resident.index()]].test(posting.index())) return false;
  }
  for (const RuleCode code : {RuleCode::travel, RuleCode::blocked, RuleCode::must_skill}) {
    if (compiled_->is_on(code) && !compiled_->admits_pair(code, resident, posting)) return false;
  }
  return std::all_of(compiled_->by_pair.begin(), compiled_->by_pair.end(),
                     [&](const PairedRule& rule) { return compiled_->admits_pair(rule.code, resident, posting); });
}

}  // namespace aril
