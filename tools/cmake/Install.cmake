# What `cmake --install` puts in a prefix: the program, the CMake package, the templates to start overrides from.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_DATADIR}/bindery/cmake)
install(TARGETS bindery EXPORT BinderyTargets RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(EXPORT BinderyTargets NAMESPACE Bindery:: DESTINATION ${package_dir})
configure_package_config_file(${PROJECT_SOURCE_DIR}/tools/cmake/BinderyConfig.cmake.in
  ${PROJECT_BINARY_DIR}/BinderyConfig.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(${PROJECT_BINARY_DIR}/BinderyConfigVersion.cmake
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES ${PROJECT_BINARY_DIR}/BinderyConfig.cmake ${PROJECT_BINARY_DIR}/BinderyConfigVersion.cmake
  ${PROJECT_SOURCE_DIR}/tools/cmake/BinderyGenerate.cmake
  ${PROJECT_SOURCE_DIR}/tools/cmake/BinderyHttplib.cmake
  ${PROJECT_SOURCE_DIR}/tools/cmake/BinderyRe2.cmake
  DESTINATION ${package_dir})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/templates DESTINATION ${CMAKE_INSTALL_DATADIR}/bindery)
