// Runs blocks of a range in parallel. oneTBB stays behind this header.
#pragma once

#include <cstddef>

#include "aril/core/function_view.hpp"
#include "aril/core/watch.hpp"

namespace aril {

// threads: 0 means all that the machine has. Errors: Error{invalid_option} above 1,024.
[[nodiscard]] std::size_t resolve_threads(std::size_t threads);

struct BlockOptions {
  std::size_t threads = 0;      // 0: all that the machine has
  std::size_t block_size = 64;  // items a block
};

// Calls body(begin, end, worker) for every block of [0, count), worker < threads; a worker runs one block at a time, so scratch may be kept by worker.
// Order: none is promised; a body writes only to places of its own items.
// Errors: Error{cancelled} when watch.cancelled says so; else the first exception of a body. All bodies have ended when it is thrown.
void for_each_block(std::size_t count, const BlockOptions& options, const Watch& watch,
                    FunctionView<void(std::size_t begin, std::size_t end, std::size_t worker)> body);

}  // namespace aril
