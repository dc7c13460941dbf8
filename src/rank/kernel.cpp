#include "kernel.hpp"

#include <algorithm>

namespace aril {
namespace {

constexpr std::size_t block_size = 1024;  // values of a block stay in the first-level cache

}  // namespace

void Kernel::find_eligible(ResidentRow resident, Worker& worker) const { plan_.eligible(resident, worker.rules, worker.eligible); }

void Kernel::list_eligible(ResidentRow resident, Worker& worker) const {
  worker.postings.clear();
  worker.eligible.for_each([&](std::size_t posting) { worker.postings.push_back(PostingRow(posting)); });
  for (const OwnRule& own : own_rules_) {
    if (!own.setting.on) continue;
    worker.answers.resize(worker.postings.size());
    for (std::size_t begin = 0; begin < worker.postings.size(); begin += block_size) {
      const std::size_t count = std::min(block_size, worker.postings.size() - begin);
      own.rule.answer(resident, std::span<const PostingRow>(worker.postings).subspan(begin, count),
                      std::span(worker.answers).subspan(begin, count));
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < worker.postings.size(); ++i) {
      if (admits(own.setting, worker.answers[i])) worker.postings[kept++] = worker.postings[i];
    }
    worker.postings.resize(kept);
  }
}

void Kernel::score(std::span<const WeightedTerm> weights, Worker& worker, std::vector<std::uint32_t>& scores) const {
  const std::size_t count = worker.postings.size();
  scores.assign(count, 0);
  worker.values.resize(std::min(count, block_size));
  for (std::size_t begin = 0; begin < count; begin += block_size) {
    const std::size_t size = std::min(block_size, count - begin);
    const auto postings = std::span<const PostingRow>(worker.postings).subspan(begin, size);
    const auto values = std::span(worker.values).first(size);
    for (const WeightedTerm& weighted : weights) {
      terms_.fill(weighted.term, *worker.terms, postings, values);
      for (std::size_t i = 0; i < size; ++i) scores[begin + i] += weighted.weight * values[i];
    }
  }
}

}  // namespace aril
