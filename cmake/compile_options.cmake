# Flags for our own targets only; a user's targets get none of them.
if(PROJECT_IS_TOP_LEVEL)
  if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
  endif()
  find_program(ARIL_CCACHE ccache)
  if(ARIL_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${ARIL_CCACHE})
  endif()
  set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)
endif()

set(aril_warnings
    -Wall
    -Wextra
    -Wpedantic            # C++20 and nothing else: g++ 12 and clang 14 must both take it
    -Wshadow              # an inner name that hides an outer one makes a reader read the wrong one
    -Wconversion          # scores are exact integers: every narrowing is written down
    -Wsign-conversion     # rows are unsigned, differences signed
    -Wimplicit-fallthrough  # -Wextra has it in g++, not in clang
    -Wnon-virtual-dtor    # deleting through such a base leaks
    -Woverloaded-virtual)  # a function that was meant to override and only hides

function(aril_compile_options target)
  # Fused multiply-add would make results depend on the CPU; -march=native and fast-math are absent for the same reason.
  target_compile_options(${target} PRIVATE -ffp-contract=off ${aril_warnings})
  # False alarms of g++ 12 at -O3, inside of its own std::string; the dev presets, at -O2, keep both.
  target_compile_options(${target} PRIVATE "$<$<AND:$<CXX_COMPILER_ID:GNU>,$<CONFIG:Release>>:-Wno-maybe-uninitialized;-Wno-restrict>")
  if(ARIL_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF)
endfunction()
