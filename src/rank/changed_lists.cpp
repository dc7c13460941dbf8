#include "aril/rank/changed_lists.hpp"

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_set>
#include <utility>

#include "aril/core/error.hpp"
#include "aril/core/parallel.hpp"
#include "aril/core/total_order.hpp"
#include "aril/market/kind.hpp"
#include "aril/market/postings.hpp"
#include "aril/market/residents.hpp"
#include "market_changes.hpp"
#include "posting_ranking.hpp"

namespace aril {
namespace {

using State = Ranker::State;
using Lists = RankedLists<ResidentRow>;

constexpr std::size_t residents_per_block = 64;
constexpr std::size_t lists_compared = 64;
constexpr std::size_t no_list = ~std::size_t{0};

// Past a quarter of the postings nearly everyone is reached; and each changed posting is looked at for everyone, so from some hundred of them on ranking
// everyone is less work.
constexpr std::size_t most_to_look_at(std::size_t postings) { return std::min(postings / 4, std::max<std::size_t>(64, postings / 128)); }

void require_lists_of(const State& before, const Lists& lists, std::size_t k) {
  const std::size_t residents = before.market.residents().size();
  const std::size_t postings = before.market.postings().size();
  for (std::size_t i = 0; i < lists.size(); ++i) {
    if (lists.owners()[i].index() >= residents)
      throw Error(ErrorCode::unknown_id, {"", 0, 0, "lists_before"}, "a resident's row", std::to_string(lists.owners()[i].value));
    if (lists.at(i).size() > k)
      throw Error(ErrorCode::invalid_option, {"", 0, 0, "lists_before"}, "lists of at most " + std::to_string(k),
                  std::to_string(lists.at(i).size()));
  }
  for (const Hit& hit : lists.hits()) {
    if (hit.posting.index() >= postings)
      throw Error(ErrorCode::unknown_id, {"", 0, 0, "lists_before"}, "a posting's row", std::to_string(hit.posting.value));
  }
}

// By yesterday's row: the place of a resident's list.
std::vector<std::size_t> places_of(const State& before, const Lists& lists) {
  std::vector<std::size_t> places(before.market.residents().size(), no_list);
  for (std::size_t i = 0; i < lists.size(); ++i) places[lists.owners()[i].index()] = i;
  return places;
}

// Rows of today.
std::unordered_set<std::uint32_t> residents_narrowed(const RankOptions& options) {
  std::unordered_set<std::uint32_t> narrowed;
  for (const auto* named : {&options.allow, &options.deny}) {
    for (const ResidentPostings& pairs : *named) narrowed.insert(pairs.resident.value);
  }
  return narrowed;
}

// Lists of other options would be kept without a word: some are ranked as yesterday and compared.
void require_lists_by(const Ranker& before, const Lists& lists, const MarketChanges& changes, const RankOptions& options) {
  const std::unordered_set<std::uint32_t> narrowed = residents_narrowed(options);
  RankOptions as_yesterday = options;
  as_yesterday.allow.clear();
  as_yesterday.deny.clear();
  as_yesterday.counters = nullptr;
  as_yesterday.watch = {nullptr, options.watch.cancelled};
  const std::size_t count = std::min(lists.size(), lists_compared);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t place = i * lists.size() / count;
    const ResidentRow resident = lists.owners()[place];
    const ResidentRow now = changes.resident_after[resident.index()];
    if (now.is_none() || narrowed.contains(now.value)) continue;  // who is gone can't be named any more
    const Lists list = before.rank(resident, as_yesterday);
    if (std::ranges::equal(list.at(0), lists.at(place))) continue;
    throw Error(ErrorCode::contradiction, {"", 0, 0, "lists_before"}, "the lists that the ranker of before gives with these options",
                "another list of '" + std::string(before.market().id(resident)) + "'");
  }
}

// The postings of one day that differ on the other, looked at for one resident at a time.
class Differing {
 public:
  Differing(const State& state, const std::vector<PostingRow>& postings, const RankOptions& options)
      : state_(state), weights_(State::weighing(state.resident_weights)), options_(options) {
    const Postings& columns = state.market.postings();
    for (const PostingRow posting : postings) {
      const std::uint32_t position = state.plan.positions()[posting.index()];
      if ((options.kinds & bit_of(columns.kinds[posting.index()])) != 0 && position < state.plan.bitmap_size())
        positions_.push_back(position);
    }
    std::sort(positions_.begin(), positions_.end());
  }

  struct Worker {
    WorkerPool::Lent kernel;
  };
  [[nodiscard]] Worker make_worker() const { return {state_.workers.lend()}; }

  // Leaves those that are eligible in worker.positions, and returns how many.
  std::size_t find_eligible(ResidentRow resident, Kernel::Worker& worker) const {
    worker.count = 0;
    for (const std::uint32_t position : positions_) {
      if (state_.plan.is_eligible(resident, state_.plan.order()[position])) worker.positions[worker.count++] = position;
    }
    return worker.count;
  }

  // Whether one of them stands, or would stand, in this list, or before its end where caps and pages count. Pre: eligible ones are found.
  bool reach_into(std::span<const Hit> list, const OrderKey* last, ResidentRow resident, Kernel::Worker& worker) const {
    if (worker.count == 0 || options_.k == 0) return false;
    state_.kernel.prepare(resident, worker);
    state_.kernel.score(weights_, worker, worker.scores);
    const bool is_full = list.size() == options_.k;
    for (std::size_t i = 0; i < worker.count; ++i) {
      if (worker.scores[i] < options_.min_score.value) continue;
      if (!is_full || order_key(worker.scores[i], state_.plan.order()[worker.positions[i]].value) >= *last) return true;
    }
    return false;
  }

 private:
  const State& state_;
  std::vector<WeightedTerm> weights_;
  const RankOptions& options_;
  std::vector<std::uint32_t> positions_;  // of those that are open and wanted
};

// What is known of one resident's list before anything is ranked again.
struct Kept {
  std::size_t place = no_list;  // of yesterday's list, where it can be kept
  std::uint64_t eligible = 0;
};

class Keeping {
 public:
  // places: by yesterday's row, of its list.
  Keeping(const State& before, const State& after, const MarketChanges& changes, const Lists& lists, std::span<const std::size_t> places,
          const RankOptions& options)
      : changes_(changes),
        lists_(lists),
        lost_(before, changes.lost, options),
        gained_(after, changes.gained, options),
        places_(places),
        narrowed_(residents_narrowed(options)) {}

  struct Worker {
    Differing::Worker lost;
    Differing::Worker gained;
  };
  [[nodiscard]] Worker make_worker() const { return {lost_.make_worker(), gained_.make_worker()}; }

  [[nodiscard]] Kept keep(ResidentRow resident, Worker& worker) const {
    if (changes_.resident_changed[resident.index()] != 0 || narrowed_.contains(resident.value)) return {};
    const ResidentRow old = changes_.resident_before[resident.index()];
    const std::size_t place = places_[old.index()];
    if (place == no_list) return {};
    const auto list = lists_.at(place);
    const std::size_t lost = lost_.find_eligible(old, *worker.lost.kernel);
    const std::size_t gained = gained_.find_eligible(resident, *worker.gained.kernel);
    if (!list.empty()) {
      const Hit& last = list.back();
      const OrderKey last_of_yesterday = order_key(last.score.value, last.posting.value);
      if (lost_.reach_into(list, &last_of_yesterday, old, *worker.lost.kernel)) return {};
      // Not lost, so it is there today.
      const OrderKey last_of_today = order_key(last.score.value, changes_.posting_after[last.posting.index()].value);
      if (gained_.reach_into(list, &last_of_today, resident, *worker.gained.kernel)) return {};
    } else if (lost_.reach_into(list, nullptr, old, *worker.lost.kernel) ||
               gained_.reach_into(list, nullptr, resident, *worker.gained.kernel)) {
      return {};
    }
    return {place, lists_.eligible()[place] - lost + gained};
  }

 private:
  const MarketChanges& changes_;
  const Lists& lists_;
  Differing lost_;
  Differing gained_;
  std::span<const std::size_t> places_;
  std::unordered_set<std::uint32_t> narrowed_;
};

std::vector<Kept> keep_all(const Keeping& keeping, const std::vector<ResidentRow>& wanted, const RankOptions& options) {
  std::vector<Kept> kept(wanted.size());
  std::vector<std::unique_ptr<Keeping::Worker>> workers(resolve_threads(options.threads));
  for_each_block(wanted.size(), {options.threads, residents_per_block}, {nullptr, options.watch.cancelled},
                 [&](std::size_t begin, std::size_t end, std::size_t number) {
                   auto& worker = workers[number];
                   if (!worker) worker = std::make_unique<Keeping::Worker>(keeping.make_worker());
                   for (std::size_t i = begin; i < end; ++i) kept[i] = keeping.keep(wanted[i], *worker);
                 });
  return kept;
}

// Yesterday's lists where they are kept, and those ranked again.
Lists put_together(const std::vector<ResidentRow>& wanted, const std::vector<Kept>& kept, const Lists& before, const Lists& again,
                   const std::vector<PostingRow>& posting_after) {
  Lists lists;
  std::vector<Hit> hits;
  std::size_t next = 0;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    if (kept[i].place == no_list) {
      lists.append(wanted[i], again.at(next), again.eligible()[next]);
      ++next;
      continue;
    }
    const auto list = before.at(kept[i].place);
    hits.assign(list.begin(), list.end());
    for (Hit& hit : hits) {
      hit.resident = wanted[i];
      hit.posting = posting_after[hit.posting.index()];
    }
    lists.append(wanted[i], hits, kept[i].eligible);
  }
  return lists;
}

// Lists are short, so each hit is looked for in the other list.
std::vector<HitChange> compare(std::span<const Hit> before, std::span<const Hit> after, const MarketChanges& changes) {
  std::vector<HitChange> found;
  std::vector<std::uint8_t> stays(before.size(), 0);
  for (std::uint32_t place = 0; place < after.size(); ++place) {
    const Hit& hit = after[place];
    HitChange change{changes.posting_before[hit.posting.index()], hit.posting, HitChange::not_listed, place, {}, hit.score};
    const auto old = std::find_if(before.begin(), before.end(), [&](const Hit& other) { return other.posting == change.before; });
    if (!change.before.is_none() && old != before.end()) {
      change.place_before = static_cast<std::uint32_t>(old - before.begin());
      change.score_before = old->score;
      stays[change.place_before] = 1;
      if (change.place_before == place && old->score == hit.score && old->questions == hit.questions) continue;
    }
    found.push_back(change);
  }
  for (std::uint32_t place = 0; place < before.size(); ++place) {
    if (stays[place] != 0) continue;
    const PostingRow posting = before[place].posting;
    found.push_back({posting, changes.posting_after[posting.index()], place, HitChange::not_listed, before[place].score, {}});
  }
  return found;
}

void list_changes(const MarketChanges& changes, const std::vector<std::size_t>& places, const Lists& before, ChangedLists& changed) {
  for (std::size_t i = 0; i < changed.lists.size(); ++i) {
    const ResidentRow resident = changed.lists.owners()[i];
    const ResidentRow old = changes.resident_before[resident.index()];
    const std::size_t place = old.is_none() ? no_list : places[old.index()];
    const auto found = compare(place == no_list ? std::span<const Hit>() : before.at(place), changed.lists.at(i), changes);
    if (found.empty()) continue;
    changed.residents.push_back(resident);
    changed.changes.insert(changed.changes.end(), found.begin(), found.end());
    changed.offsets.push_back(changed.changes.size());
  }
  for (std::size_t row = 0; row < changes.resident_after.size(); ++row) {
    if (changes.resident_after[row].is_none() && places[row] != no_list) changed.gone.push_back(ResidentRow(row));
  }
}

void count(const MarketChanges& changes, ChangeCounters& counters) {
  for (const std::uint8_t differs : changes.resident_changed) counters.changed_residents += differs;
  const auto gone =
      std::count_if(changes.lost.begin(), changes.lost.end(), [&](PostingRow row) { return changes.posting_after[row.index()].is_none(); });
  counters.changed_postings = changes.gained.size() + static_cast<std::size_t>(gone);
}

}  // namespace

ChangedLists Ranker::changed_lists(const Ranker& before, const RankedLists<ResidentRow>& lists_before, const RankOptions& options) const {
  require_lists_of(*before.state_, lists_before, options.k);
  const MarketChanges changes = market_changes(*before.state_, *state_, options.threads);
  require_lists_by(before, lists_before, changes, options);
  const std::vector<std::size_t> places = places_of(*before.state_, lists_before);
  ChangedLists changed;
  count(changes, changed.counters);
  const std::size_t postings = state_->market.postings().size();
  changed.counters.everyone = changes.reach_everyone || changed.counters.changed_postings > most_to_look_at(postings);
  if (changed.counters.everyone) {
    changed.lists = rank(options);
    changed.counters.ranked_again = changed.lists.size();
  } else {
    const ScoringSides sides{State::weighing(state_->resident_weights), {}, Combination::minimum};
    const PostingRanking ranking(*state_, options, sides);
    const std::vector<ResidentRow> wanted = ranking.residents();
    const std::vector<Kept> kept = keep_all(Keeping(*before.state_, *state_, changes, lists_before, places, options), wanted, options);
    std::vector<ResidentRow> again;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
      if (kept[i].place == no_list) again.push_back(wanted[i]);
    }
    changed.counters.ranked_again = again.size();
    changed.lists = put_together(wanted, kept, lists_before, ranking.rank(std::move(again), options.watch), changes.posting_after);
  }
  list_changes(changes, places, lists_before, changed);
  return changed;
}

}  // namespace aril
