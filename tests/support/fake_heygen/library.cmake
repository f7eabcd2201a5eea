# The fake HeyGen as a library; included by whoever comes first, the tests or the examples.
include_guard(GLOBAL)
bindery_find_httplib()
find_package(OpenSSL REQUIRED)
add_library(fake_heygen STATIC
  ${CMAKE_CURRENT_LIST_DIR}/account.cpp
  ${CMAKE_CURRENT_LIST_DIR}/body_reader.cpp
  ${CMAKE_CURRENT_LIST_DIR}/fake_heygen.cpp
  ${CMAKE_CURRENT_LIST_DIR}/file_kind.cpp
  ${CMAKE_CURRENT_LIST_DIR}/operations.cpp
  ${CMAKE_CURRENT_LIST_DIR}/present.cpp
  ${CMAKE_CURRENT_LIST_DIR}/service.cpp)
target_compile_features(fake_heygen PUBLIC cxx_std_20)
# Used as #include "fake_heygen/fake_heygen.hpp".
target_include_directories(fake_heygen PUBLIC ${CMAKE_CURRENT_LIST_DIR}/..)
target_link_libraries(fake_heygen PRIVATE httplib::httplib OpenSSL::Crypto RapidJSON::RapidJSON bindery_warnings)
