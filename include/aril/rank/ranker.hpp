// Ranks residents and postings under a policy: all residents, some, or one; an employer's best residents; both sides at once. Exact, in parallel.
//
//   aril::Ranker ranker(market, aril::Policy::standard(), aril::Date(2026, 6, 3));
//   auto lists = ranker.rank({.k = 20, .threads = 2});
//   for (const aril::Hit& hit : lists.of(market.resident("R000042"))) std::cout << market.title(hit.posting) << "\n";
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "aril/core/function_view.hpp"
#include "aril/core/row.hpp"
#include "aril/core/watch.hpp"
#include "aril/market/kind.hpp"
#include "aril/market/market.hpp"
#include "aril/rank/explanation.hpp"
#include "aril/rank/policy.hpp"
#include "aril/rank/ranked_lists.hpp"
#include "aril/score/term_inputs.hpp"
#include "aril/units/date.hpp"

namespace aril {

// What comes from outside the market: sparse, dense and own terms, and own rules (at most 47).
struct RankerInputs {
  TermInputs terms;
  std::vector<AnyRule> rules;
};

// One resident's postings, for `allow` and `deny`.
struct ResidentPostings {
  ResidentRow resident;
  std::vector<PostingRow> postings;
};

// How much work a ranking took, and how much it was spared. Whatever these say, the lists are the same.
struct RankCounters {
  std::uint64_t eligible = 0;       // pairs that the rules left
  std::uint64_t scored = 0;         // of them, scored by all terms
  std::uint64_t bounded = 0;        // of them, left out because the terms still to come could not lift them into the list
  std::uint64_t second_passes = 0;  // lists that caps left short, so that all was scored after all
  // Residents with something to rank, by the path taken.
  std::uint64_t listed = 0;
  std::uint64_t bounded_without_skills = 0;
  std::uint64_t bounded_by_skills = 0;
};

// How a resident's best postings are searched. All paths give the same lists; tests and measurements choose one.
enum class SearchPath : std::uint8_t {
  automatic,          // by how many postings are eligible
  listed,             // all that are eligible are listed, and scored by the cheap terms; the others for those that pass
  bounded,            // bounds without skills for all, scores for those that pass
  bounded_by_skills,  // skills summed up by inverted lists, then nearly exact bounds for all
};

struct RankOptions {
  std::size_t k = 20;                                      // at most so many hits an owner
  std::size_t threads = 0;                                 // 0: all that the machine has
  std::optional<std::vector<ResidentRow>> residents = {};  // whom to rank; nullopt: all
  KindSet kinds = all_kinds;                               // kinds of postings wanted
  std::size_t most_per_employer = 0;                       // 0: no cap
  std::size_t most_per_kind = 0;                           // 0: no cap
  Score min_score = {};                                    // hits below it are left out
  std::size_t offset = 0;                                  // skip so many of the capped order: the next page
  std::vector<ResidentPostings> allow = {};                // narrows the residents named, and them only
  std::vector<ResidentPostings> deny = {};                 // wins over allow
  SearchPath path = SearchPath::automatic;
  Watch watch = {};
  RankCounters* counters = nullptr;  // added to, if given
};

struct PostingRankOptions {
  std::size_t k = 20;
  std::size_t threads = 0;
  std::optional<std::vector<PostingRow>> postings = {};  // for which; nullopt: all
  Score min_score = {};
  std::size_t offset = 0;
  std::vector<ResidentPostings> allow = {};
  std::vector<ResidentPostings> deny = {};
  SearchPath path = SearchPath::automatic;
  Watch watch = {};
};

struct ChangedLists;

// Threads: all const members may be called from any number of threads.
class Ranker {
 public:
  struct State;  // what was compiled; defined where it is used
  // Compiles rules and terms. Errors: those of Policy::validate; Error{contradiction} for two own rules or terms of one name.
  // Cost: about a second at district size.
  Ranker(Market market, Policy policy, Date as_of, RankerInputs inputs = {});
  ~Ranker();
  Ranker(Ranker&&) noexcept;
  Ranker& operator=(Ranker&&) noexcept;

  // Each resident's best postings. Errors: Error{cancelled}, Error{invalid_option}, Error{unknown_id} for a row that is not there.
  [[nodiscard]] RankedLists<ResidentRow> rank(const RankOptions& options = {}) const;
  // One resident at the counter: the same lists, without starting threads.
  [[nodiscard]] RankedLists<ResidentRow> rank(ResidentRow resident, RankOptions options = {}) const;

  // The same lists as rank, for markets whose lists should not stand in memory all at once: handed to `sink` by blocks of so many residents,
  // one block after the other, on the calling thread. A block is ranked by all threads. Larger blocks hold more neighbours, who share work.
  // Order: as rank. Memory: the lists of two blocks, about 50 k bytes a resident of a block, whatever the number of residents.
  // Errors: as rank; Error{invalid_option} for a block of 0; what `sink` throws ends the stream and is passed on.
  void stream(const RankOptions& options, FunctionView<void(RankedLists<ResidentRow>)> sink, std::size_t block = usual_block) const;
  static constexpr std::size_t usual_block = 65'536;

  // rank(options), ranking again only whom the change since `before` can reach, and what became of each list: include aril/rank/changed_lists.hpp.
  // Residents are reached by a change of their own row, travel, strengths or vector, and by a posting that is new, gone or changed where it is, or was,
  // eligible and its score reaches into the list. Everyone is, where policies, taxonomies or the terms' names differ, where there are terms or rules of
  // the caller's own, or where more postings changed than it pays to look at (a quarter; in larger markets 64, or 1 in 128): another date changes
  // each posting whose freshness still falls, unless that term weighs nothing.
  // Pre: lists_before is before.rank(options), of any residents; a resident who had other allow or deny lists then is named in one of them now.
  // Errors: as rank; Error{unknown_id} for lists of rows that `before` does not have, Error{invalid_option} for lists longer than k,
  // Error{contradiction} for other lists than before.rank(options) gives, as far as some of them, evenly spread, show it.
  [[nodiscard]] ChangedLists changed_lists(const Ranker& before, const RankedLists<ResidentRow>& lists_before,
                                           const RankOptions& options = {}) const;

  // Each posting's best residents, by the employer's weights.
  [[nodiscard]] RankedLists<PostingRow> rank_residents(const PostingRankOptions& options = {}) const;
  [[nodiscard]] RankedLists<PostingRow> rank_residents(PostingRow posting, PostingRankOptions options = {}) const;

  // Each resident's best postings by both sides' scores combined.
  [[nodiscard]] RankedLists<ResidentRow> reciprocal(Combination combination = Combination::minimum, const RankOptions& options = {}) const;

  [[nodiscard]] Explanation explain(ResidentRow resident, PostingRow posting, Side side = Side::resident) const;
  [[nodiscard]] Explanation explain(const Hit& hit) const { return explain(hit.resident, hit.posting); }
  [[nodiscard]] ReciprocalExplanation explain_reciprocal(ResidentRow resident, PostingRow posting,
                                                         Combination combination = Combination::minimum) const;

  // `options`: only allow and deny count here.
  [[nodiscard]] WhyNot why_not(ResidentRow resident, PostingRow posting, const RankOptions& options = {}) const;
  // Postings that fail one rule only. Order: by the score they would have, then the lower row; at most `most`. Cost: all rules on all postings.
  [[nodiscard]] std::vector<NearMiss> near_misses(ResidentRow resident, std::size_t most = 10, KindSet kinds = all_kinds) const;

  [[nodiscard]] const Market& market() const noexcept;
  [[nodiscard]] const Policy& policy() const noexcept;
  [[nodiscard]] Date as_of() const noexcept;

 private:
  std::unique_ptr<State> state_;
};

}  // namespace aril
