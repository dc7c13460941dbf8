#include "kernel.hpp"

#include <algorithm>

#include "../core/wide_words.hpp"

namespace aril {
namespace {

constexpr std::size_t block_size = 1024;  // answers of a block stay in the first-level cache
constexpr std::size_t padding = 16;       // Terms::score reads and writes so far beyond the end

}  // namespace

Kernel::Worker Kernel::make_worker() const {
  Worker worker;
  worker.rules = plan_.make_scratch();
  worker.terms = terms_.make_scratch();
  worker.eligible = Bitmap(plan_.bitmap_size());
  const std::size_t room = plan_.order().size() + padding;
  worker.positions.assign(room, 0);
  worker.scores.assign(room, 0);
  worker.other_scores.assign(room, 0);
  worker.numbers.assign(room, 0);
  worker.few_positions.assign(room, 0);
  worker.few_scores.assign(room, 0);
  return worker;
}

void Kernel::list_eligible(ResidentRow resident, Worker& worker) const {
  worker.count = wide::list_bits(worker.eligible.words().data(), worker.eligible.words().size(), worker.positions.data());
  for (const OwnRule& own : own_rules_) {
    if (!own.setting.on) continue;
    std::size_t kept = 0;
    for (std::size_t begin = 0; begin < worker.count; begin += block_size) {
      const std::size_t size = std::min(block_size, worker.count - begin);
      worker.rows.resize(size);
      worker.answers.resize(size);
      for (std::size_t i = 0; i < size; ++i) worker.rows[i] = plan_.order()[worker.positions[begin + i]];
      own.rule.answer(resident, worker.rows, worker.answers);
      for (std::size_t i = 0; i < size; ++i) {
        if (admits(own.setting, worker.answers[i])) worker.positions[kept++] = worker.positions[begin + i];
      }
    }
    worker.count = kept;
  }
  std::fill_n(worker.positions.begin() + static_cast<std::ptrdiff_t>(worker.count), padding, 0U);
}

}  // namespace aril
