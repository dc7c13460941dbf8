# find_package(aril CONFIG) after an install.
include(CMakePackageConfigHelpers)
set(aril_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/aril)
install(TARGETS aril EXPORT aril_targets)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/aril TYPE INCLUDE)
install(EXPORT aril_targets NAMESPACE aril:: DESTINATION ${aril_package_dir})
configure_package_config_file(cmake/aril-config.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/aril-config.cmake INSTALL_DESTINATION ${aril_package_dir})
write_basic_package_version_file(aril-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/aril-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/aril-config-version.cmake DESTINATION ${aril_package_dir})
