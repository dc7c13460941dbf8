// Long work on a thread of its own, so that the calling thread hears Ctrl-C and shows progress. Owns the threads that were left behind.
#pragma once

#include <pybind11/pybind11.h>

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>

#include "aril/core/watch.hpp"

namespace aril::python {

// Whether the work uses the library's pool of threads. A child process that is forked after the pool was made has none of its threads.
enum class Threads { pool, one };

namespace detail {
void run_long(std::function<void(const Watch&)> work, Threads threads, const pybind11::object& progress);
}

// Calls work(watch) without the GIL and returns what it returns. Every 10 ms the calling thread takes the GIL, asks for signals and calls
// progress(done, total), if it is not None. An exception from either stops the work through its watch and is raised. Work that does not listen is left
// to end in the background, so `work` owns what it uses: values and shared pointers, no Python object but through Kept.
// Errors: those of work; RuntimeError for work that uses the pool in a process that was forked after the pool was made.
template <class Work>
auto run_long(Threads threads, Work work, const pybind11::object& progress = pybind11::none()) {
  using Result = std::invoke_result_t<Work&, const Watch&>;
  auto result = std::make_shared<std::optional<Result>>();
  detail::run_long([work = std::move(work), result](const Watch& watch) mutable { result->emplace(work(watch)); }, threads, progress);
  return std::move(**result);
}

// Keeps Python objects alive for a thread that may drop them last, and then without the GIL.
using Kept = std::shared_ptr<pybind11::object>;
[[nodiscard]] Kept keep(pybind11::object object);

}  // namespace aril::python
