#include "aril/eligibility/plan.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "../core/wide_words.hpp"
#include "aril/core/parallel.hpp"
#include "class_keys.hpp"
#include "must_sets.hpp"

namespace aril {
namespace {

constexpr std::size_t chunk = 512;  // bits that are looked at together

// A rule's bitmaps for all classes of residents may take this much; above it the rule is asked pair by pair for what the others leave.
constexpr std::size_t most_bitmap_bytes = std::size_t{64} << 20;

// One bitmap a class of residents, side by side.
class BitmapTable {
 public:
  BitmapTable() = default;
  BitmapTable(std::size_t rows, std::size_t bits) : stride_(bits / 64), words_(rows * stride_, 0) {}
  [[nodiscard]] std::uint64_t* row(std::size_t r) noexcept { return words_.data() + r * stride_; }
  [[nodiscard]] const std::uint64_t* row(std::size_t r) const noexcept { return words_.data() + r * stride_; }
  [[nodiscard]] bool test(std::size_t r, std::size_t bit) const noexcept { return (row(r)[bit / 64] >> (bit % 64) & 1) != 0; }
  [[nodiscard]] bool empty() const noexcept { return words_.empty(); }

 private:
  std::size_t stride_ = 0;
  std::vector<std::uint64_t> words_;
};

struct ClassedRule {
  RuleCode code{};
  BitmapTable admitted;                   // by class of residents
  BitmapTable unknown;                    // the same, where the policy asks; else empty
  std::vector<std::uint8_t> has_unknown;  // by class: whether any bit of `unknown` is set
  bool admits_all = false;
};

constexpr std::uint8_t not_touched = 255;  // a key that no skill of the resident counts for; worse than any answer

// A rule that is asked pair by pair for what the others leave.
struct PairedRule {
  RuleCode code{};
  Bitmap where;  // positions that it asks anything of
};

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

// A set of must-haves as it is tested once one of its keys is met: two more keys at hand, others in MustSets.
struct LookedAtSet {
  Range range;
  std::array<std::uint32_t, 2> others{};  // the number past the keys, which everybody meets, where there are fewer
  std::uint32_t set = 0;
  bool has_more = false;
};

// Pre: not empty.
inline void set_range(std::uint64_t* words, Range range) noexcept {
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

// For each entry, the positions that name it: employers, residents.
template <class Entry, class Column>
Ragged<std::uint32_t> inverted(std::size_t entries, std::span<const PostingRow> order, const Column& entries_of) {
  std::vector<std::vector<std::uint32_t>> lists(entries);
  for (std::uint32_t position = 0; position < order.size(); ++position) {
    for (const Entry entry : entries_of(order[position].index())) lists[entry.index()].push_back(position);
  }
  Ragged<std::uint32_t> column;
  for (const auto& list : lists) column.push_back(list);
  return column;
}

}  // namespace

struct EligibilityPlan::Compiled {
  const StandardRules& rules;
  RuleSettings settings;
  MustSets musts;
  std::vector<PostingRow> order;
  std::vector<std::uint32_t> position_of;
  std::uint32_t live = 0;  // positions from here on are closed or full: what the resident has no say in
  std::size_t bits = 0;    // live, rounded up

  std::vector<ClassedRule> classed;
  std::vector<std::uint32_t> classes_of_resident;  // resident x classed: one line of the cache holds what a resident needs
  std::vector<std::uint32_t> asking;               // those of `classed` with something to ask
  std::vector<PairedRule> by_pair;
  std::vector<RuleCode> asked_by_pair;  // rules that the policy asks about and that have no bitmaps

  std::vector<Range> range_of_set;     // of positions
  Ragged<LookedAtSet> sets_under_key;  // those with postings that are open
  std::vector<Range> asking_nothing;

  // Training slots with prerequisites, and their keys by position.
  Bitmap with_prerequisites;
  Ragged<std::uint32_t> prerequisite_keys;

  std::vector<std::uint32_t> place_of_position;  // a grid; one past the grids: not known; two past: no travel
  Bitmap no_travel;

  // Blocks, from the side of whoever is blocked.
  Ragged<std::uint32_t> positions_of_employer;
  Ragged<std::uint32_t> positions_that_block;                  // by resident
  std::vector<std::vector<EmployerRow>> employers_that_block;  // by resident; empty where no employer blocks anyone

  Compiled(const StandardRules& standard, const RuleSettings& rule_settings) : rules(standard), settings(rule_settings), musts(standard) {}

  [[nodiscard]] const RuleSetting& setting(RuleCode code) const noexcept { return settings[static_cast<std::size_t>(code)]; }
  [[nodiscard]] bool is_on(RuleCode code) const noexcept { return setting(code).on; }
  [[nodiscard]] bool admits_pair(RuleCode code, ResidentRow resident, PostingRow posting) const noexcept {
    return admits(setting(code), rules.answer(code, resident, posting));
  }

  void compile_order();
  void compile_classed(std::size_t threads);
  [[nodiscard]] ClassedRule compile_rule(RuleCode code, const Classes& residents, std::size_t threads) const;
  [[nodiscard]] const std::uint32_t* classes_of(ResidentRow resident) const noexcept {
    return classes_of_resident.data() + resident.index() * classed.size();
  }
  void compile_blocks();
  void compile_prerequisites();
  void compile_travel();
  void measure(GridRow home, ModeRow mode, std::vector<std::uint8_t>& minutes) const;
  // The positions within reach; nullptr: all.
  [[nodiscard]] const std::uint64_t* within_reach(ResidentRow resident, Scratch& scratch) const;
  void apply_blocks(ResidentRow resident, Bitmap& out) const;
  void answer_keys(ResidentRow resident, Scratch& scratch) const;
  void meet_musts(ResidentRow resident, const Scratch& scratch, std::uint64_t* words) const;
  void apply_prerequisites(ResidentRow resident, const Scratch& scratch, Bitmap& out) const;
};

void EligibilityPlan::Compiled::compile_order() {
  const Postings& postings = rules.market().postings();
  const std::size_t count = postings.size();
  std::vector<std::uint8_t> is_dead(count, 0);
  for (std::size_t posting = 0; posting < count; ++posting) {
    for (const RuleCode code : {RuleCode::open, RuleCode::seats}) {
      // Neither reads the resident.
      if (is_on(code) && !admits_pair(code, ResidentRow(0), PostingRow(posting))) is_dead[posting] = 1;
    }
  }
  order.resize(count);
  for (std::size_t posting = 0; posting < count; ++posting) order[posting] = PostingRow(posting);
  const auto place = [&](PostingRow row) {
    const std::size_t p = row.index();
    return std::tuple(is_dead[p], musts.set_of[p], postings.measured_grids[p], row);
  };
  std::sort(order.begin(), order.end(), [&](PostingRow a, PostingRow b) { return place(a) < place(b); });
  position_of.resize(count);
  for (std::uint32_t position = 0; position < count; ++position) position_of[order[position].index()] = position;
  live = static_cast<std::uint32_t>(std::count(is_dead.begin(), is_dead.end(), std::uint8_t{0}));
  bits = (live + chunk - 1) / chunk * chunk;

  range_of_set.resize(musts.keys_of_set.size());
  for (std::uint32_t position = 0; position < live; ++position) {
    Range& range = range_of_set[musts.set_of[order[position].index()]];
    if (range.begin == range.end) range.begin = position;
    range.end = position + 1;
  }
  const auto is_empty = [&](std::uint32_t set) { return range_of_set[set].begin == range_of_set[set].end; };
  for (const std::uint32_t set : musts.sets_without_keys) {
    if (!is_empty(set)) asking_nothing.push_back(range_of_set[set]);
  }
  std::vector<LookedAtSet> list;
  for (std::uint32_t under = 0; under < musts.keys.size(); ++under) {
    list.clear();
    for (const std::uint32_t set : musts.sets_under_key[under]) {
      if (is_empty(set)) continue;
      const auto met_by_all = static_cast<std::uint32_t>(musts.keys.size());
      LookedAtSet looked_at{range_of_set[set], {met_by_all, met_by_all}, set, musts.keys_of_set[set].size() > 3};
      std::size_t next = 0;
      for (const std::uint32_t key : musts.keys_of_set[set]) {
        if (key != under && next < looked_at.others.size()) looked_at.others[next++] = key;
      }
      list.push_back(looked_at);
    }
    sets_under_key.push_back(list);
  }
}

ClassedRule EligibilityPlan::Compiled::compile_rule(RuleCode code, const Classes& residents, std::size_t threads) const {
  const Classes postings =
      classify(live, [&](std::size_t position, ClassKey& key) { write_posting_key(rules, code, order[position].index(), key); });
  const std::size_t class_count = residents.representatives.size();
  const bool asks = setting(code).unknown == Unknown::ask;
  ClassedRule compiled{code, BitmapTable(class_count, bits), BitmapTable(asks ? class_count : 0, bits),
                       std::vector<std::uint8_t>(class_count, 0), true};
  std::vector<std::uint8_t> admits_all(class_count, 1);
  // Few classes of postings: a bitmap of each, to be put together instead of walking the postings.
  BitmapTable members(postings.representatives.size() <= 128 ? postings.representatives.size() : 0, bits);
  if (!members.empty()) {
    for (std::size_t position = 0; position < live; ++position) {
      members.row(postings.of_row[position])[position / 64] |= std::uint64_t{1} << (position % 64);
    }
  }
  for_each_block(class_count, {threads, 16}, {}, [&](std::size_t begin, std::size_t end, std::size_t) {
    std::vector<std::uint8_t> admitted(postings.representatives.size());
    std::vector<std::uint8_t> unknown(admitted.size());
    const auto spread = [&](const std::vector<std::uint8_t>& marked, std::uint64_t* words) {
      const auto count = static_cast<std::size_t>(std::count(marked.begin(), marked.end(), std::uint8_t{1}));
      if (members.empty() || count * bits / 64 > live) {
        for (std::size_t position = 0; position < live; ++position) {
          words[position / 64] |= std::uint64_t{marked[postings.of_row[position]]} << (position % 64);
        }
        return;
      }
      for (std::size_t p = 0; p < marked.size(); ++p) {
        if (marked[p] == 0) continue;
        for (std::size_t word = 0; word < bits / 64; ++word) words[word] |= members.row(p)[word];
      }
    };
    for (std::size_t c = begin; c < end; ++c) {
      bool any_unknown = false;
      for (std::size_t p = 0; p < admitted.size(); ++p) {
        const Answer answer = rules.answer(code, ResidentRow(residents.representatives[c]), order[postings.representatives[p]]);
        admitted[p] = admits(setting(code), answer) ? 1 : 0;
        unknown[p] = answer == Answer::unknown ? 1 : 0;
        admits_all[c] &= admitted[p];
        any_unknown |= unknown[p] != 0;
      }
      spread(admitted, compiled.admitted.row(c));
      if (!asks || !any_unknown) continue;
      compiled.has_unknown[c] = 1;
      spread(unknown, compiled.unknown.row(c));
    }
  });
  compiled.admits_all = std::all_of(admits_all.begin(), admits_all.end(), [](std::uint8_t all) { return all != 0; });
  return compiled;
}

void EligibilityPlan::Compiled::compile_classed(std::size_t threads) {
  const std::size_t resident_count = rules.market().residents().size();
  std::vector<RuleCode> codes;
  for (std::size_t rule = 0; rule < rule_count; ++rule) {
    if (is_on(static_cast<RuleCode>(rule)) && is_classed(static_cast<RuleCode>(rule))) codes.push_back(static_cast<RuleCode>(rule));
  }
  std::vector<Classes> classes(codes.size());
  for_each_block(codes.size(), {threads, 1}, {}, [&](std::size_t i, std::size_t, std::size_t) {
    classes[i] = classify(resident_count, [&](std::size_t row, ClassKey& key) { write_resident_key(rules, codes[i], row, key); });
  });
  std::vector<const Classes*> kept;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (classes[i].representatives.size() * bits / 8 > most_bitmap_bytes) {
      by_pair.push_back({codes[i], Bitmap(bits, true)});
    } else {
      classed.push_back(compile_rule(codes[i], classes[i], threads));
      kept.push_back(&classes[i]);
    }
  }
  classes_of_resident.reserve(resident_count * kept.size());
  for (std::size_t resident = 0; resident < resident_count; ++resident) {
    for (const Classes* of_rule : kept) classes_of_resident.push_back(of_rule->of_row[resident]);
  }
}

void EligibilityPlan::Compiled::compile_blocks() {
  const Market& market = rules.market();
  const Postings& postings = market.postings();
  const auto employer_of = [&](std::size_t posting) { return std::span<const EmployerRow>(&postings.employers[posting], 1); };
  const auto blocked_by = [&](std::size_t posting) { return postings.blocked_residents[posting]; };
  const auto living = std::span<const PostingRow>(order).first(live);
  positions_of_employer = inverted<EmployerRow>(market.employers().size(), living, employer_of);
  positions_that_block = inverted<ResidentRow>(market.residents().size(), living, blocked_by);
  if (market.employers().blocked_residents.values().empty()) return;
  employers_that_block.resize(market.residents().size());
  for (std::size_t employer = 0; employer < market.employers().size(); ++employer) {
    for (const ResidentRow resident : market.employers().blocked_residents[employer])
      employers_that_block[resident.index()].push_back(EmployerRow(employer));
  }
}

void EligibilityPlan::Compiled::compile_prerequisites() {
  // Few postings have any, and few residents share both skills and credentials: no classes.
  const Postings& postings = rules.market().postings();
  with_prerequisites = Bitmap(bits);
  std::vector<std::uint32_t> list;
  for (std::size_t position = 0; position < live; ++position) {
    const std::size_t posting = order[position].index();
    list.clear();
    if (postings.kinds[posting] == Kind::training_slot) {
      for (const HeldSkill& asked : postings.prerequisite_skills[posting]) list.push_back(musts.number_of(asked));
      if (!list.empty() || !postings.prerequisite_credentials[posting].empty()) with_prerequisites.set(position);
    }
    prerequisite_keys.push_back(list);
  }
}

void EligibilityPlan::Compiled::compile_travel() {
  const Postings& postings = rules.market().postings();
  const auto grids = static_cast<std::uint32_t>(rules.market().places().grid_ids.size());
  no_travel = Bitmap(bits);
  for (std::size_t position = 0; position < live; ++position) {
    const std::size_t p = order[position].index();
    const GridRow place = postings.measured_grids[p];
    place_of_position.push_back(postings.travels[p] == 0 ? grids + 1 : (place.is_none() ? grids : place.value));
    if (postings.travels[p] == 0) no_travel.set(position);
  }
}

// Minutes to every position; what is admitted whatever the limit counts as 0 minutes, and 255 is never admitted.
void EligibilityPlan::Compiled::measure(GridRow home, ModeRow mode, std::vector<std::uint8_t>& minutes) const {
  const std::size_t grids = rules.market().places().grid_ids.size();
  const std::uint8_t unknown = setting(RuleCode::travel).unknown == Unknown::refuse ? 255 : 0;
  std::vector<std::uint8_t> of_place(grids + 2, unknown);
  of_place[grids + 1] = 0;
  if (!home.is_none() && !mode.is_none()) {
    const auto cells = rules.market().places().travel_from(mode, home);
    for (std::size_t grid = 0; grid < grids; ++grid) of_place[grid] = cells[grid] == minutes_unknown ? unknown : cells[grid];
  }
  for (std::size_t position = 0; position < live; ++position) minutes[position] = of_place[place_of_position[position]];
}

const std::uint64_t* EligibilityPlan::Compiled::within_reach(ResidentRow resident, Scratch& scratch) const {
  const Residents& residents = rules.market().residents();
  const std::size_t r = resident.index();
  const bool no_limit = residents.travel_limits[r] < 0;
  // No limit stated, and that refuses: whatever the minutes, only what needs no travel is left.
  if (no_limit && setting(RuleCode::travel).unknown == Unknown::refuse) return no_travel.words().data();
  if (scratch.limit < 0 || scratch.home != residents.homes[r] || scratch.mode != residents.modes[r]) {
    scratch.home = residents.homes[r];
    scratch.mode = residents.modes[r];
    measure(scratch.home, scratch.mode, scratch.minutes);
    scratch.limit = -1;
  }
  const int limit = no_limit ? 253 : std::min(residents.travel_limits[r], 253);
  if (scratch.limit != limit) {
    scratch.limit = limit;
    wide::at_most(scratch.minutes.data(), bits, static_cast<std::uint8_t>(limit), scratch.travel.data());
  }
  return scratch.travel.data();
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
      if (best == not_touched) scratch.touched_keys.push_back(key);
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
  for (const Range range : asking_nothing) set_range(words, range);
  const auto worst_admitted = static_cast<std::uint8_t>(must.unknown == Unknown::refuse ? Answer::pass : Answer::unknown);
  const std::uint8_t* answers = scratch.key_answers.data();
  for (const std::uint32_t touched : scratch.touched_keys) {
    if (answers[touched] > worst_admitted) continue;
    for (const LookedAtSet& set : sets_under_key[touched]) {
      if (std::max(answers[set.others[0]], answers[set.others[1]]) > worst_admitted) continue;
      if (set.has_more) {
        const auto keys = musts.keys_of_set[set.set];
        if (std::any_of(keys.begin(), keys.end(), [&](std::uint32_t key) { return answers[key] > worst_admitted; })) continue;
      }
      set_range(words, set.range);
    }
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

EligibilityPlan::EligibilityPlan(const StandardRules& rules, const RuleSettings& settings, std::size_t threads)
    : compiled_(std::make_unique<Compiled>(rules, settings)) {
  compiled_->compile_order();
  compiled_->compile_classed(threads);
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
  for (std::uint32_t number = 0; number < compiled_->classed.size(); ++number) {
    if (!compiled_->classed[number].unknown.empty()) compiled_->asking.push_back(number);
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
  scratch.minutes.assign(compiled_->bits, 255);
  scratch.travel.assign(compiled_->bits / 64, 0);
  return scratch;
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
    const auto near = compiled_->musts.keys_near[held.skill.index()];
    if (!near.empty()) __builtin_prefetch(near.data());
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
  if (c.is_on(RuleCode::travel)) scratch.bitmaps.push_back(c.within_reach(resident, scratch));
  const std::uint32_t* classes = c.classes_of(resident);
  for (std::size_t i = 0; i < c.classed.size(); ++i) {
    if (!c.classed[i].admits_all) scratch.bitmaps.push_back(c.classed[i].admitted.row(classes[i]));
  }
  wide::intersect(words.data(), words.size(), scratch.bitmaps.data(), scratch.bitmaps.size());
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

std::uint32_t EligibilityPlan::questions(ResidentRow resident, PostingRow posting) const noexcept {
  const std::uint32_t position = compiled_->position_of[posting.index()];
  std::uint32_t bits = 0;
  for (const std::uint32_t number : compiled_->asking) {
    const ClassedRule& rule = compiled_->classed[number];
    const std::uint32_t resident_class = compiled_->classes_of(resident)[number];
    const bool is_unknown = rule.has_unknown[resident_class] != 0 && rule.unknown.test(resident_class, position);
    bits |= (is_unknown ? 1U : 0U) << static_cast<unsigned>(rule.code);
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
