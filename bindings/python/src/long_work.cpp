#include "long_work.hpp"

#include <pthread.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <vector>

#include "bindings.hpp"

namespace py = pybind11;

namespace aril::python {
namespace {

constexpr auto between_looks = std::chrono::milliseconds(10);
constexpr auto patience = std::chrono::milliseconds(50);  // for work that was asked to stop

// What the calling thread and the working one share.
class Job {
 public:
  explicit Job(std::function<void(const Watch&)> work) : work_(std::move(work)) {}

  void run() noexcept {
    Watch watch;
    watch.progress = [this](std::size_t done, std::size_t total) { note(done, total); };
    watch.cancelled = [this] { return stopped_.load(std::memory_order_relaxed); };
    std::exception_ptr failure;
    try {
      work_(watch);
    } catch (...) {
      failure = std::current_exception();
    }
    work_ = nullptr;  // frees what it holds here, where nobody waits
    const std::lock_guard lock(mutex_);
    failure_ = failure;
    ended_ = true;
    changed_.notify_all();
  }

  [[nodiscard]] bool wait(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, time, [this] { return ended_; });
  }
  [[nodiscard]] bool has_ended() {
    const std::lock_guard lock(mutex_);
    return ended_;
  }
  void stop() noexcept { stopped_.store(true, std::memory_order_relaxed); }
  void rethrow() const {
    if (failure_) std::rethrow_exception(failure_);
  }
  [[nodiscard]] std::pair<std::size_t, std::size_t> progress() {
    const std::lock_guard lock(mutex_);
    return {done_, total_};
  }

 private:
  void note(std::size_t done, std::size_t total) {
    const std::lock_guard lock(mutex_);
    done_ = done;
    total_ = total;
  }

  std::function<void(const Watch&)> work_;
  std::atomic<bool> stopped_{false};
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::size_t done_ = 0;
  std::size_t total_ = 0;
  std::exception_ptr failure_;
};

// Threads whose callers no longer wait. Touched under the GIL only; at exit Python waits for them, because they must not outlive what is static.
struct LeftBehind {
  std::thread thread;
  std::shared_ptr<Job> job;
};
std::vector<LeftBehind>* left_behind = new std::vector<LeftBehind>;

bool has_pool = false;
bool lost_pool = false;  // in a child that was forked after there was one

void after_fork_in_child() {
  lost_pool = has_pool;
  left_behind = new std::vector<LeftBehind>;  // the old one's threads do not exist here: it is neither joined nor freed
}

void join_ended() {
  std::erase_if(*left_behind, [](LeftBehind& left) {
    if (!left.job->has_ended()) return false;
    left.thread.join();
    return true;
  });
}

void join_all() {
  const py::gil_scoped_release release;
  for (LeftBehind& left : *left_behind) left.thread.join();
  left_behind->clear();
}

// Shows progress where there is news.
class ProgressReport {
 public:
  explicit ProgressReport(py::object callable) : callable_(std::move(callable)) {}
  void show(Job& job) {
    if (callable_.is_none()) return;
    const auto now = job.progress();
    if (now == shown_) return;
    shown_ = now;
    callable_(now.first, now.second);
  }

 private:
  py::object callable_;
  std::pair<std::size_t, std::size_t> shown_{0, 0};
};

bool wait_without_gil(Job& job, std::chrono::milliseconds time) {
  const py::gil_scoped_release release;
  return job.wait(time);
}

void stop(std::thread thread, const std::shared_ptr<Job>& job) {
  job->stop();
  if (wait_without_gil(*job, patience)) {
    thread.join();
  } else {
    left_behind->push_back({std::move(thread), job});
  }
}

void require_pool() {
  if (lost_pool) {
    throw std::runtime_error(
        "aril had started threads before this process was forked, and they stayed in the parent: here rank with threads=1, "
        "or start processes by multiprocessing's method 'spawn'");
  }
  has_pool = true;
}

}  // namespace

void detail::run_long(std::function<void(const Watch&)> work, Threads threads, const py::object& progress) {
  if (threads == Threads::pool) require_pool();
  join_ended();
  const auto job = std::make_shared<Job>(std::move(work));
  ProgressReport report(progress);
  std::thread thread([job] { job->run(); });
  try {
    while (!wait_without_gil(*job, between_looks)) {
      if (PyErr_CheckSignals() != 0) throw py::error_already_set();
      report.show(*job);
    }
  } catch (...) {
    stop(std::move(thread), job);
    throw;
  }
  thread.join();
  job->rethrow();
  report.show(*job);
}

Kept keep(py::object object) {
  return {new py::object(std::move(object)), [](py::object* kept) {
            const py::gil_scoped_acquire gil;
            delete kept;
          }};
}

void bind_long_work(py::module_&) {
  pthread_atfork(nullptr, nullptr, after_fork_in_child);
  py::module_::import("atexit").attr("register")(py::cpp_function(&join_all));
}

}  // namespace aril::python
