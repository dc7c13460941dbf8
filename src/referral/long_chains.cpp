#include "long_chains.hpp"

#include <algorithm>
#include <tuple>

namespace aril {
namespace {

// The order of chains of one pair.
bool stands_before(const Introduction& a, const Introduction& b) noexcept {
  if (a.strength != b.strength) return a.strength > b.strength;
  if (a.vertices.size() != b.vertices.size()) return a.vertices.size() < b.vertices.size();
  return a.vertices < b.vertices;
}

}  // namespace

const std::vector<Introduction>& LongChainSearch::run(std::uint32_t person, std::uint32_t employer, const ContactSet& contacts,
                                                      const IntroductionOptions& options) {
  contacts_ = &contacts;
  employer_ = employer;
  k_ = options.k;
  best_.clear();
  if (contacts.empty()) return best_;
  const std::size_t hops = std::min(options.hops, rows_->vertex_count());  // a chain visits no one twice
  gather(person, hops < 2 ? 0 : hops - 2);
  bound_walks(employer, hops);
  steps_.resize(std::max(steps_.size(), hops));
  for (path_hops_ = 1; path_hops_ <= hops; ++path_hops_) {
    if (best_walk(person, path_hops_) == 0) continue;
    path_.assign(1, person);
    path_strengths_.clear();
    walk_on(path_hops_);
  }
  for (const std::uint32_t near : nearby_) slots_[near] = no_slot;
  return best_;
}

void LongChainSearch::gather(std::uint32_t person, std::size_t depth) {
  slots_.resize(rows_->vertex_count(), no_slot);
  slots_[person] = 0;
  nearby_.assign(1, person);
  reach_.assign(1, ~std::uint64_t{0});
  nearby_ends_.assign(1, 1);
  for (std::size_t begin = 0; nearby_ends_.size() <= depth && begin < nearby_.size();) {
    const std::size_t end = nearby_.size();
    for (; begin < end; ++begin) {
      for (const PersonLink& link : rows_->people_of(nearby_[begin])) {
        if (slots_[link.person] != no_slot) continue;
        slots_[link.person] = static_cast<std::uint32_t>(nearby_.size());
        nearby_.push_back(link.person);
        reach_.push_back(link.reach);
      }
    }
    nearby_ends_.push_back(nearby_.size());
  }
}

void LongChainSearch::bound_walks(std::uint32_t employer, std::size_t hops) {
  const auto within = [&](std::size_t distance) { return nearby_ends_[std::min(distance, nearby_ends_.size() - 1)]; };
  const std::uint64_t bit = ChainRows::reach_bit(employer);
  walks_.resize(std::max<std::size_t>(walks_.size(), 3));
  walks_[1].assign(hops < 2 ? 1 : within(hops - 2), 0);
  for (std::size_t slot = 0; slot < walks_[1].size(); ++slot) {
    if ((reach_[slot] & bit) != 0) walks_[1][slot] = contacts_->strength_of(nearby_[slot]);
  }
  std::size_t level = 2;
  for (; level <= hops; ++level) {
    if (walks_.size() <= level) walks_.emplace_back();
    walks_[level].assign(within(hops - level), 0);
    bool any = false;
    for (std::size_t slot = 0; slot < walks_[level].size(); ++slot) {
      if (level == 2 && (reach_[slot] & bit) == 0) continue;
      Strength best = 0;
      for (const PersonLink& link : rows_->people_of(nearby_[slot])) {
        const Strength rest = level == 2 ? contacts_->strength_of(link.person) : walks_[level - 1][slots_[link.person]];
        best = std::max(best, behind_link(link.strength, rest));
      }
      walks_[level][slot] = best;
      any = any || best != 0;
    }
    if (!any) break;  // then no longer walk is left either
  }
  for (; level < walks_.size(); ++level) walks_[level].clear();
}

Strength LongChainSearch::best_walk(std::uint32_t person, std::size_t hops) const {
  if (hops == 1) return contacts_->strength_of(person);
  const std::uint32_t slot = slots_[person];
  return hops < walks_.size() && slot < walks_[hops].size() ? walks_[hops][slot] : Strength{0};
}

Strength LongChainSearch::behind_path(Strength rest) const noexcept {
  for (std::size_t i = path_strengths_.size(); i-- > 0;) rest = behind_link(path_strengths_[i], rest);
  return rest;
}

// Whether a chain that goes on with `next` and has at most this strength may come before the k-th best.
bool LongChainSearch::may_enter(Strength bound, std::uint32_t next) const {
  if (bound == 0) return false;
  if (best_.size() < k_) return true;
  const Introduction& last = best_.back();
  if (bound != last.strength) return bound > last.strength;
  if (path_hops_ != last.hops()) return path_hops_ < last.hops();
  for (std::size_t i = 0; i < path_.size(); ++i) {
    if (path_[i] != last.vertices[i].value) return path_[i] < last.vertices[i].value;
  }
  return next <= last.vertices[path_.size()].value;
}

void LongChainSearch::keep(Strength strength) {
  Introduction chain{strength, {}};
  chain.vertices.reserve(path_.size() + 1);
  for (const std::uint32_t person : path_) chain.vertices.push_back(VertexRow(person));
  chain.vertices.push_back(rows_->employer(employer_));
  const auto place = std::lower_bound(best_.begin(), best_.end(), chain, stands_before);
  best_.insert(place, std::move(chain));
  if (best_.size() > k_) best_.pop_back();
}

// Goes on from the end of the path with exactly `left` links, the one to the employer included.
void LongChainSearch::walk_on(std::size_t left) {
  const std::uint32_t person = path_.back();
  if (left == 1) {
    const Strength strength = behind_path(contacts_->strength_of(person));
    if (may_enter(strength, rows_->employer(employer_).value)) keep(strength);
    return;
  }
  std::vector<Step>& steps = steps_[path_.size() - 1];
  steps.clear();
  for (const PersonLink& link : rows_->people_of(person)) {
    const Strength walk = best_walk(link.person, left - 1);
    if (walk == 0 || std::find(path_.begin(), path_.end(), link.person) != path_.end()) continue;
    const Strength bound = behind_path(behind_link(link.strength, walk));
    if (bound != 0) steps.push_back({bound, link.strength, link.person});
  }
  std::sort(steps.begin(), steps.end(),
            [](const Step& a, const Step& b) { return std::tie(b.bound, a.person) < std::tie(a.bound, b.person); });
  for (const Step& step : steps) {
    if (!may_enter(step.bound, step.person)) continue;
    path_.push_back(step.person);
    path_strengths_.push_back(step.strength);
    walk_on(left - 1);
    path_.pop_back();
    path_strengths_.pop_back();
  }
}

}  // namespace aril
