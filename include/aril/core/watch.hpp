// How a caller follows long work and stops it.
#pragma once

#include <cstddef>

#include "aril/core/callback.hpp"

namespace aril {

// Threads: both may be called from any worker, never by two at once for `progress`.
struct Watch {
  Callback<void(std::size_t done, std::size_t total)> progress = nullptr;  // after each block; `done` never falls
  Callback<bool()> cancelled = nullptr;  // asked before each block; true ends the work with Error{cancelled}
};

}  // namespace aril
