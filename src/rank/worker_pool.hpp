// Workers that wait between calls: making one costs more than ranking one resident.
#pragma once

#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "kernel.hpp"

namespace aril {

class WorkerPool {
 public:
  // Pre: the kernel outlives the pool, the pool all that it lends.
  explicit WorkerPool(const Kernel& kernel) : kernel_(kernel) {}

  // Goes back by itself.
  class Lent {
   public:
    Lent(WorkerPool& pool, std::unique_ptr<Kernel::Worker> worker) : pool_(&pool), worker_(std::move(worker)) {}
    Lent(Lent&&) noexcept = default;
    Lent& operator=(Lent&&) = delete;
    ~Lent() {
      if (worker_) pool_->take_back(std::move(worker_));
    }
    [[nodiscard]] Kernel::Worker& operator*() const noexcept { return *worker_; }

   private:
    WorkerPool* pool_;
    std::unique_ptr<Kernel::Worker> worker_;
  };

  // Threads: safe.
  [[nodiscard]] Lent lend() {
    {
      const std::lock_guard lock(mutex_);
      if (!idle_.empty()) {
        auto worker = std::move(idle_.back());
        idle_.pop_back();
        worker->previous.clear();
        return {*this, std::move(worker)};
      }
    }
    return {*this, std::make_unique<Kernel::Worker>(kernel_.make_worker())};
  }

 private:
  void take_back(std::unique_ptr<Kernel::Worker> worker) {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(worker));
  }

  const Kernel& kernel_;
  std::mutex mutex_;
  std::vector<std::unique_ptr<Kernel::Worker>> idle_;
};

}  // namespace aril
