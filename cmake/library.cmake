# The library itself. Sources are found by folder, so a new file needs no line here.
find_package(nlohmann_json REQUIRED)
find_package(Boost 1.74 REQUIRED CONFIG)  # headers only: Boost.Graph
find_package(Eigen3 REQUIRED NO_MODULE)  # headers only: the direct solve of PageRank
find_path(ARIL_HIGHWAY hwy/highway.h REQUIRED)  # headers only: see src/core/wide.hpp
if(ARIL_PARALLEL STREQUAL tbb)
  find_package(TBB REQUIRED)
else()
  find_package(Threads REQUIRED)
endif()

file(GLOB_RECURSE aril_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/*.cpp)
add_library(aril ${aril_sources})  # static, unless BUILD_SHARED_LIBS says otherwise
add_library(aril::aril ALIAS aril)
target_compile_features(aril PUBLIC cxx_std_20)
target_include_directories(aril PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include> $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
# BUILD_INTERFACE: whoever uses an installed aril needs none of these headers.
target_include_directories(aril PRIVATE ${PROJECT_SOURCE_DIR}/src)  # a file of vector code is read again by its path, once for each level
target_include_directories(aril SYSTEM PRIVATE ${ARIL_HIGHWAY})
target_link_libraries(aril PRIVATE $<BUILD_INTERFACE:nlohmann_json::nlohmann_json>
                                   $<BUILD_INTERFACE:Boost::headers>
                                   $<BUILD_INTERFACE:Eigen3::Eigen>)
if(ARIL_PARALLEL STREQUAL tbb)
  target_link_libraries(aril PRIVATE TBB::tbb)
else()
  target_compile_definitions(aril PRIVATE ARIL_PARALLEL_THREAD)
  target_link_libraries(aril PRIVATE Threads::Threads)
endif()
set_target_properties(aril PROPERTIES POSITION_INDEPENDENT_CODE ON VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
aril_compile_options(aril)
