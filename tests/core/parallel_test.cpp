#include "aril/core/parallel.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <vector>

#include "aril/core/error.hpp"

namespace aril {
namespace {

TEST(ForEachBlock, VisitsEveryItemOnceForAnyThreadsAndBlockSize) {
  for (const std::size_t threads : {1U, 2U, 7U}) {
    for (const std::size_t block_size : {1U, 3U, 64U, 1000U}) {
      for (const std::size_t count : {0U, 1U, 63U, 257U}) {
        std::vector<std::atomic<int>> visits(count);
        for_each_block(count, {threads, block_size}, {}, [&](std::size_t begin, std::size_t end, std::size_t worker) {
          EXPECT_LT(worker, threads);
          for (std::size_t i = begin; i < end; ++i) ++visits[i];
        });
        for (const auto& visit : visits) EXPECT_EQ(visit.load(), 1);
      }
    }
  }
}

TEST(ForEachBlock, GivesAWorkerOneBlockAtATime) {
  std::vector<std::atomic<int>> busy(4);
  for_each_block(500, {4, 1}, {}, [&](std::size_t, std::size_t, std::size_t worker) {
    EXPECT_EQ(busy[worker].fetch_add(1), 0);
    busy[worker].fetch_sub(1);
  });
}

TEST(ForEachBlock, StopsWithCancelledWhenAsked) {
  std::atomic<std::size_t> visited{0};
  const Watch watch{nullptr, [&] { return visited.load() >= 10; }};
  try {
    for_each_block(100'000, {2, 1}, watch, [&](std::size_t, std::size_t, std::size_t) { ++visited; });
    FAIL() << "the work was not stopped";
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::cancelled);
  }
  EXPECT_LT(visited.load(), 100U);
}

TEST(ForEachBlock, ReportsProgressThatNeverFallsAndEndsAtTheTotal) {
  std::size_t last = 0;
  const Watch watch{[&](std::size_t done, std::size_t total) {
                      EXPECT_GE(done, last);
                      EXPECT_EQ(total, 1000U);
                      last = done;
                    },
                    nullptr};
  for_each_block(1000, {2, 7}, watch, [](std::size_t, std::size_t, std::size_t) {});
  EXPECT_EQ(last, 1000U);
}

TEST(ForEachBlock, PassesOnABodysException) {
  EXPECT_THROW(for_each_block(100, {2, 1}, {},
                              [](std::size_t begin, std::size_t, std::size_t) {
                                if (begin == 50) throw std::runtime_error("body");
                              }),
               std::runtime_error);
}

TEST(ForEachBlock, RefusesMoreThreadsThanItSays) {
  EXPECT_THROW((void)resolve_threads(1025), Error);
  EXPECT_GE(resolve_threads(0), 1U);
}

}  // namespace
}  // namespace aril
