// The resident's lists: rank, reciprocal, stream.
#include <algorithm>
#include <span>

#include "aril/core/error.hpp"
#include "posting_ranking.hpp"

namespace aril {
namespace {

// Progress of one block as progress of all of them.
Watch within(const Watch& watch, std::size_t done_before, std::size_t total) {
  Watch of_block{nullptr, watch.cancelled};
  if (watch.progress)
    of_block.progress = [&watch, done_before, total](std::size_t done, std::size_t) { watch.progress(done_before + done, total); };
  return of_block;
}

}  // namespace

RankedLists<ResidentRow> Ranker::rank(const RankOptions& options) const {
  const ScoringSides sides{State::weighing(state_->resident_weights), {}, Combination::minimum};
  const PostingRanking ranking(*state_, options, sides);
  return ranking.rank(ranking.residents(), options.watch);
}

RankedLists<ResidentRow> Ranker::rank(ResidentRow resident, RankOptions options) const {
  options.residents = {resident};
  options.threads = 1;
  return rank(options);
}

RankedLists<ResidentRow> Ranker::reciprocal(Combination combination, const RankOptions& options) const {
  const ScoringSides sides{State::weighing(state_->resident_weights), State::weighing(state_->employer_weights), combination};
  const PostingRanking ranking(*state_, options, sides);
  return ranking.rank(ranking.residents(), options.watch);
}

void Ranker::stream(const RankOptions& options, FunctionView<void(RankedLists<ResidentRow>)> sink, std::size_t block) const {
  if (block == 0) throw Error(ErrorCode::invalid_option, {"", 0, 0, "block"}, "at least 1", "0");
  const ScoringSides sides{State::weighing(state_->resident_weights), {}, Combination::minimum};
  const PostingRanking ranking(*state_, options, sides);
  const std::vector<ResidentRow> residents = ranking.residents();
  for (std::size_t begin = 0; begin < residents.size();) {
    const std::span<const ResidentRow> of_block = std::span(residents).subspan(begin, std::min(block, residents.size() - begin));
    sink(ranking.rank({of_block.begin(), of_block.end()}, within(options.watch, begin, residents.size())));
    begin += of_block.size();
  }
}

}  // namespace aril
