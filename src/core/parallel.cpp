#include "aril/core/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

#include "aril/core/error.hpp"

#ifndef ARIL_PARALLEL_THREAD
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>
#endif

namespace aril {
namespace {

// Hands out blocks in order; after a cancel or an exception no further block starts.
class BlockQueue {
 public:
  BlockQueue(std::size_t count, std::size_t block_size, const Watch& watch) : count_(count), block_size_(block_size), watch_(watch) {}

  void work(std::size_t worker, FunctionView<void(std::size_t, std::size_t, std::size_t)> body) noexcept {
    try {
      while (!stopped_.load(std::memory_order_relaxed)) {
        const std::size_t begin = next_.fetch_add(block_size_, std::memory_order_relaxed);
        if (begin >= count_) return;
        if (watch_.cancelled && watch_.cancelled()) throw Error(ErrorCode::cancelled, {}, "the work to go on", "a request to stop");
        const std::size_t end = std::min(begin + block_size_, count_);
        body(begin, end, worker);
        report(end - begin);
      }
    } catch (...) {
      const std::lock_guard lock(mutex_);
      if (!failure_) failure_ = std::current_exception();
      stopped_.store(true, std::memory_order_relaxed);
    }
  }

  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  void report(std::size_t items) {
    if (!watch_.progress) return;
    const std::lock_guard lock(mutex_);
    done_ += items;
    watch_.progress(done_, count_);
  }

  std::size_t count_;
  std::size_t block_size_;
  const Watch& watch_;
  std::atomic<std::size_t> next_{0};
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::size_t done_ = 0;
  std::exception_ptr failure_;
};

}  // namespace

std::size_t resolve_threads(std::size_t threads) {
  if (threads > 1024) throw Error(ErrorCode::invalid_option, {"", 0, 0, "threads"}, "0..1024", std::to_string(threads));
  return threads != 0 ? threads : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

void for_each_block(std::size_t count, const BlockOptions& options, const Watch& watch,
                    FunctionView<void(std::size_t, std::size_t, std::size_t)> body) {
  const std::size_t threads = resolve_threads(options.threads);
  const std::size_t block_size = std::max<std::size_t>(1, options.block_size);
  BlockQueue queue(count, block_size, watch);
  const std::size_t workers = std::min(threads, (count + block_size - 1) / block_size);
  if (workers <= 1) {
    queue.work(0, body);
  } else {
#ifdef ARIL_PARALLEL_THREAD
    std::vector<std::thread> pool;
    for (std::size_t worker = 1; worker < workers; ++worker) pool.emplace_back([&, worker] { queue.work(worker, body); });
    queue.work(0, body);
    for (std::thread& thread : pool) thread.join();
#else
    // oneTBB grants no more workers than cores, and prints when asked for more, unless told beforehand.
    const std::size_t granted = std::max(workers, static_cast<std::size_t>(tbb::info::default_concurrency()));
    const tbb::global_control control(tbb::global_control::max_allowed_parallelism, granted);
    // One task a worker, each drawing blocks until none is left: an arena with fewer free slots than asked for still finishes.
    tbb::task_arena arena(static_cast<int>(workers));
    arena.execute([&] {
      tbb::parallel_for(
          std::size_t{0}, workers, std::size_t{1}, [&](std::size_t worker) { queue.work(worker, body); }, tbb::simple_partitioner{});
    });
#endif
  }
  queue.rethrow();
}

}  // namespace aril
