# bindery_find_httplib(): makes httplib::httplib, or says in BINDERY_HTTPLIB_MISSING why it cannot.
# Debian's cpp-httplib is a header with a shared library whose three -D flags change the ABI: they come from its
# pkg-config file, never from guesses. A header-only cpp-httplib with a CMake config works as it is.
include_guard(GLOBAL)

macro(bindery_find_httplib)
  if(NOT TARGET httplib::httplib)
    find_package(httplib CONFIG QUIET)
  endif()
  if(NOT TARGET httplib::httplib)
    find_package(PkgConfig QUIET)
    find_package(Threads QUIET)
    find_package(OpenSSL QUIET)
    if(PkgConfig_FOUND AND Threads_FOUND AND OpenSSL_FOUND)
      pkg_check_modules(bindery_cpp_httplib QUIET IMPORTED_TARGET GLOBAL cpp-httplib)
      if(TARGET PkgConfig::bindery_cpp_httplib)
        add_library(httplib::httplib INTERFACE IMPORTED GLOBAL)
        target_link_libraries(httplib::httplib INTERFACE PkgConfig::bindery_cpp_httplib OpenSSL::SSL
          OpenSSL::Crypto Threads::Threads)
      endif()
    endif()
  endif()
  if(TARGET httplib::httplib)
    unset(BINDERY_HTTPLIB_MISSING)
  else()
    set(BINDERY_HTTPLIB_MISSING
      "cpp-httplib with OpenSSL was not found (Debian: libcpp-httplib-dev libssl-dev pkg-config)")
  endif()
endmacro()
