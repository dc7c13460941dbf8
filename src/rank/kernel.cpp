#include "kernel.hpp"

#include <algorithm>

#include "../core/wide_words.hpp"

namespace aril {
namespace {

constexpr std::size_t block_size = 1024;  // answers of a block stay in the first-level cache
constexpr std::size_t padding = 16;       // what is listed in whole registers is written so far beyond the end

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
  worker.kept_positions.assign(room, 0);
  return worker;
}

void Kernel::expect(std::span<const ResidentRow> residents, Worker& worker) const noexcept {
  plan_.expect(residents, worker.rules);
  terms_.expect(worker.rules.neighbours, *worker.terms);
  if (residents.size() > 1) {
    plan_.prefetch(residents[1]);
    terms_.prefetch(residents[1]);
  }
  if (residents.size() > 2) {
    plan_.prefetch_row(residents[2]);
    terms_.prefetch_row(residents[2]);
  }
}

void Kernel::list_eligible(Worker& worker) const {
  worker.count = wide::list_bits(worker.eligible.words().data(), worker.eligible.words().size(), worker.positions.data());
}

void Kernel::count_eligible(ResidentRow resident, Worker& worker) const {
  for (const OwnRule& own : own_rules_) {
    if (own.setting.on) ask_own_rule(own, resident, worker);
  }
  worker.count = wide::count_bits(worker.eligible.words().data(), worker.eligible.words().size());
}

void Kernel::ask_own_rule(const OwnRule& own, ResidentRow resident, Worker& worker) const {
  list_eligible(worker);
  for (std::size_t begin = 0; begin < worker.count; begin += block_size) {
    const std::size_t size = std::min(block_size, worker.count - begin);
    worker.rows.resize(size);
    worker.answers.resize(size);
    for (std::size_t i = 0; i < size; ++i) worker.rows[i] = plan_.order()[worker.positions[begin + i]];
    own.rule.answer(resident, worker.rows, worker.answers);
    for (std::size_t i = 0; i < size; ++i) {
      if (!admits(own.setting, worker.answers[i])) worker.eligible.reset(worker.positions[begin + i]);
    }
  }
}

}  // namespace aril
