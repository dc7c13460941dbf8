// What this machine can do at most, for the roofline of bench/README.md: bytes read a second, 32-bit gathers a second, 16-bit multiply-adds a second.
//
//   aril_bench_machine [REPEAT]      one line of JSON
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <iterator>
#include <numeric>
#include <string>
#include <thread>
#include <vector>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace {

std::uint64_t read_each(const std::uint64_t* words, std::size_t count) { return std::accumulate(words, words + count, std::uint64_t{0}); }

std::uint32_t multiply_add_each(const std::int16_t* a, const std::int16_t* b, std::size_t count) {
  return static_cast<std::uint32_t>(std::inner_product(a, a + count, b, std::int32_t{0}));
}

// One load after the other: what a gather has to beat.
std::uint32_t load_each(const std::uint32_t* table, const std::int32_t* places, std::size_t count) {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += table[places[i]];
  return sum;
}

#if defined(__x86_64__)
#define ARIL_BENCH_AVX512 __attribute__((target("avx512f,avx512bw")))

// Four chains each: an addition needs not wait for the one before.
ARIL_BENCH_AVX512 std::uint64_t read_wide(const std::uint64_t* words, std::size_t count) {
  __m512i sums[4] = {};
  for (std::size_t i = 0; i < count; i += 32) {
    for (std::size_t j = 0; j < 4; ++j) sums[j] = _mm512_add_epi64(sums[j], _mm512_loadu_si512(words + i + 8 * j));
  }
  alignas(64) std::uint64_t lanes[8];
  _mm512_store_si512(lanes, _mm512_add_epi64(_mm512_add_epi64(sums[0], sums[1]), _mm512_add_epi64(sums[2], sums[3])));
  return read_each(lanes, 8);
}

ARIL_BENCH_AVX512 std::uint32_t sum_of(__m512i sums) {
  alignas(64) std::uint32_t lanes[16];
  _mm512_store_si512(lanes, sums);
  return std::accumulate(std::begin(lanes), std::end(lanes), 0U);
}

ARIL_BENCH_AVX512 std::uint32_t gather_wide(const std::uint32_t* table, const std::int32_t* places, std::size_t count) {
  __m512i sums[2] = {};
  for (std::size_t i = 0; i < count; i += 32) {
    for (std::size_t j = 0; j < 2; ++j)
      sums[j] = _mm512_add_epi32(sums[j], _mm512_i32gather_epi32(_mm512_loadu_si512(places + i + 16 * j), table, 4));
  }
  return sum_of(_mm512_add_epi32(sums[0], sums[1]));
}

ARIL_BENCH_AVX512 std::uint32_t multiply_add_wide(const std::int16_t* a, const std::int16_t* b, std::size_t count) {
  __m512i sums[4] = {};
  for (std::size_t i = 0; i < count; i += 128) {
    for (std::size_t j = 0; j < 4; ++j) {
      const __m512i products = _mm512_madd_epi16(_mm512_loadu_si512(a + i + 32 * j), _mm512_loadu_si512(b + i + 32 * j));
      sums[j] = _mm512_add_epi32(sums[j], products);
    }
  }
  return sum_of(_mm512_add_epi32(_mm512_add_epi32(sums[0], sums[1]), _mm512_add_epi32(sums[2], sums[3])));
}

const bool is_wide = __builtin_cpu_supports("avx512bw") != 0;
const auto read = is_wide ? read_wide : read_each;
const auto gather = is_wide ? gather_wide : load_each;
const auto multiply_add = is_wide ? multiply_add_wide : multiply_add_each;
#else
const auto read = read_each;
const auto gather = load_each;
const auto multiply_add = multiply_add_each;
#endif

// Numbers that begin with a cache line.
template <class T>
class Buffer {
 public:
  Buffer(std::size_t size, T value) : numbers_(size + 64 / sizeof(T), value) {}
  [[nodiscard]] const T* data() const noexcept {
    const auto past = reinterpret_cast<std::uintptr_t>(numbers_.data()) % 64;
    return numbers_.data() + (64 - past) % 64 / sizeof(T);
  }

 private:
  std::vector<T> numbers_;
};

volatile std::uint64_t sink = 0;

// How many items a second all threads do together. work(): does so many items, on data of its own thread.
template <class MakeWork>
double per_second(std::size_t threads, double items, MakeWork make_work) {
  using Clock = std::chrono::steady_clock;
  const std::size_t turns = 1 + static_cast<std::size_t>(1e6 / items);  // between two looks at the clock
  std::vector<std::thread> workers;
  std::vector<double> rates(threads);
  for (std::size_t t = 0; t < threads; ++t) {
    workers.emplace_back([&rates, t, items, turns, &make_work] {
      auto work = make_work();
      sink = sink + work();
      const auto start = Clock::now();
      double done = 0;
      double seconds = 0;
      for (; seconds < 0.15; seconds = std::chrono::duration<double>(Clock::now() - start).count()) {
        for (std::size_t turn = 0; turn < turns; ++turn) sink = sink + work();
        done += items * static_cast<double>(turns);
      }
      rates[t] = done / seconds;
    });
  }
  for (std::thread& worker : workers) worker.join();
  double sum = 0;
  for (const double rate : rates) sum += rate;
  return sum;
}

double read_rate(std::size_t threads, std::size_t bytes) {
  return per_second(threads, static_cast<double>(bytes),
                    [bytes] { return [words = Buffer<std::uint64_t>(bytes / 8, 3), bytes] { return read(words.data(), bytes / 8); }; });
}

using Gather = std::uint32_t (*)(const std::uint32_t*, const std::int32_t*, std::size_t);

double gather_rate(std::size_t threads, std::size_t table_bytes, Gather how) {
  constexpr std::size_t count = 4096;
  return per_second(threads, count, [table_bytes, how] {
    std::vector<std::int32_t> places(count);
    std::uint32_t state = 1;
    for (std::int32_t& place : places) place = static_cast<std::int32_t>((state = state * 1664525U + 1013904223U) % (table_bytes / 4));
    return [table = Buffer<std::uint32_t>(table_bytes / 4, 3), places, how] {
      return std::uint64_t{how(table.data(), places.data(), places.size())};
    };
  });
}

double multiply_add_rate(std::size_t threads) {
  constexpr std::size_t count = 4096;
  return per_second(threads, count, [] {
    return [a = Buffer<std::int16_t>(count, 3), b = Buffer<std::int16_t>(count, 5)] {
      return std::uint64_t{multiply_add(a.data(), b.data(), count)};
    };
  });
}

void print(const char* name, const char* unit, std::size_t threads, std::size_t repeat, double (*rate)(std::size_t), const char* comma) {
  std::string rates;
  for (std::size_t turn = 0; turn < repeat; ++turn) rates += (turn == 0 ? "" : ", ") + std::to_string(rate(threads));
  std::printf("{\"case\": \"%s\", \"unit\": \"%s\", \"threads\": %zu, \"per_second\": [%s]}%s", name, unit, threads, rates.c_str(), comma);
}

}  // namespace

int main(int count, char** words) {
  const std::size_t repeat = count > 1 ? std::stoul(words[1]) : 3;
  std::printf("[");
  for (const std::size_t threads : {std::size_t{1}, std::size_t{2}}) {
    print(
        "read-memory", "bytes", threads, repeat, [](std::size_t n) { return read_rate(n, 256U << 20U); }, ", ");
    print(
        "read-L2", "bytes", threads, repeat, [](std::size_t n) { return read_rate(n, 384U << 10U); }, ", ");
    print(
        "read-L1", "bytes", threads, repeat, [](std::size_t n) { return read_rate(n, 16U << 10U); }, ", ");
    print(
        "gather-L1", "gathers", threads, repeat, [](std::size_t n) { return gather_rate(n, 8U << 10U, gather); }, ", ");
    print(
        "load-L1", "loads", threads, repeat, [](std::size_t n) { return gather_rate(n, 8U << 10U, load_each); }, ", ");
    print(
        "gather-L2", "gathers", threads, repeat, [](std::size_t n) { return gather_rate(n, 384U << 10U, gather); }, ", ");
    print(
        "multiply-add-16", "multiply-adds", threads, repeat, [](std::size_t n) { return multiply_add_rate(n); },
        threads == 1 ? ", " : "]\n");
  }
  return 0;
}
