// The generator's own randomness. Integers only: standard distributions and floating point may differ between machines. Every row of every table has
// a stream of its own, so that a row's values depend on nothing but (seed, table, row).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace aril::sample {

enum class Stream : std::uint8_t {
  communities,
  grids,
  travel,
  skills,
  buildings,
  employers,
  ranks,
  residents,
  protected_attributes,
  postings,
  seats,
  courses,
  acquaintances,
  link_order,
  link_values,
  people_order,
  seekers,
  staff,
  neighbours,
  grid_workers
};

// SplitMix64 (Steele, Lea, Flood 2014): any state is a good state, so a hash of the row may start it.
class Random {
 public:
  Random(std::uint64_t seed, Stream stream, std::uint64_t row) noexcept
      : state_(mixed(mixed(seed + golden_ratio) ^ mixed((static_cast<std::uint64_t>(stream) << 56) + row + 1))) {}

  std::uint64_t next() noexcept { return mixed(state_ += golden_ratio); }
  // 0..limit-1. The bias of a multiply instead of a rejection is below 2^-32 and the same everywhere. Pre: limit > 0.
  std::uint32_t below(std::uint64_t limit) noexcept { return static_cast<std::uint32_t>(((next() >> 32) * limit) >> 32); }
  // from..to, both ends included.
  std::int64_t between(std::int64_t from, std::int64_t to) noexcept { return from + below(static_cast<std::uint64_t>(to - from + 1)); }
  bool chance(std::uint32_t per_mille) noexcept { return below(1000) < per_mille; }
  // Like a normal curve: the mean of four draws.
  std::int64_t bell(std::int64_t from, std::int64_t to) noexcept {
    return (between(from, to) + between(from, to) + between(from, to) + between(from, to)) / 4;
  }
  // An index in proportion to its weight; for short tables. Pre: the weights are not all 0.
  template <std::size_t n>
  std::size_t weighted(const std::array<std::uint32_t, n>& weights) noexcept {
    std::uint64_t sum = 0;
    for (const std::uint32_t weight : weights) sum += weight;
    std::uint64_t draw = below(sum);
    std::size_t index = 0;
    while (draw >= weights[index]) draw -= weights[index++];
    return index;
  }
  template <class T, std::size_t n>
  const T& pick(const std::array<T, n>& values) noexcept {
    return values[below(n)];
  }
  template <class T>
  const T& pick(const std::vector<T>& values) noexcept {
    return values[below(values.size())];
  }

  [[nodiscard]] static constexpr std::uint64_t mixed(std::uint64_t value) noexcept {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
    return value ^ (value >> 31);
  }

 private:
  static constexpr std::uint64_t golden_ratio = 0x9e3779b97f4a7c15U;
  std::uint64_t state_;
};

// Picks an index in proportion to its weight.
class Weights {
 public:
  Weights() = default;
  explicit Weights(std::span<const std::uint32_t> weights) {
    std::uint64_t sum = 0;
    for (const std::uint32_t weight : weights) sums_.push_back(sum += weight);
  }
  // The weight of rank r falls as 1 / (r + shift): Zipf's law, its head flattened by the shift.
  [[nodiscard]] static Weights zipf(std::size_t size, std::uint32_t shift) {
    std::vector<std::uint32_t> weights(size);
    for (std::size_t rank = 0; rank < size; ++rank) weights[rank] = static_cast<std::uint32_t>(100'000'000U / (rank + shift));
    return Weights(weights);
  }
  [[nodiscard]] std::size_t size() const noexcept { return sums_.size(); }
  // Pre: some weight is not 0, and they sum to less than 2^32.
  [[nodiscard]] std::size_t pick(Random& random) const noexcept {
    const std::uint64_t draw = random.below(sums_.back());
    return static_cast<std::size_t>(std::upper_bound(sums_.begin(), sums_.end(), draw) - sums_.begin());
  }

 private:
  std::vector<std::uint64_t> sums_;
};

// A permutation of 0..size-1 that is computed for one place at a time: a Feistel network, walked until it lands inside.
class Shuffle {
 public:
  Shuffle(std::uint64_t seed, Stream stream, std::size_t size) noexcept
      : key_(Random(seed, stream, ~std::uint64_t{0}).next()), size_(size) {
    while ((std::uint64_t{1} << (2 * half_bits_)) < size) ++half_bits_;
  }
  [[nodiscard]] std::size_t operator()(std::size_t place) const noexcept {
    std::uint64_t value = place;
    do value = turned(value);
    while (value >= size_);
    return static_cast<std::size_t>(value);
  }

 private:
  [[nodiscard]] std::uint64_t turned(std::uint64_t value) const noexcept {
    const std::uint64_t mask = (std::uint64_t{1} << half_bits_) - 1;
    std::uint64_t left = value >> half_bits_;
    std::uint64_t right = value & mask;
    for (std::uint64_t round = 0; round < 4; ++round) {
      const std::uint64_t next = left ^ (Random::mixed(key_ + (round << 32) + right) & mask);
      left = right;
      right = next;
    }
    return (left << half_bits_) | right;
  }

  std::uint64_t key_;
  std::uint64_t size_;
  unsigned half_bits_ = 1;
};

}  // namespace aril::sample
