# bindery_generate(TARGET t SPEC input... [NAMESPACE ns] [OUTPUT dir] [CONFIG file] [TEMPLATES dir]
#                  [WITH extra...] [CHECK])
#
# Runs bindery as a build step and makes
#   <t>, <t>::<t>     INTERFACE library with the generated client; needs nothing but C++17
#   <t>::httplib      the same with cpp-httplib's flags and libraries, where it is found
#   <t>::compiled     the same with the runtime compiled once, in place of in each unit that calls: a
#                     STATIC library that is built when something links to it
# SPEC        documents, pages or folders; every file they lead to is tracked (depfile).
# NAMESPACE   C++ namespace; default: the target's name.
# OUTPUT      where the client is written; default: below the binary directory.
# WITH        what to write besides: `invoke`.
# CHECK       write nothing: OUTPUT is committed code, and a test `<t>.up_to_date` compares it.
include_guard(GLOBAL)
include(${CMAKE_CURRENT_LIST_DIR}/BinderyHttplib.cmake)

function(bindery_generate)
  cmake_parse_arguments(PARSE_ARGV 0 arg "CHECK" "TARGET;NAMESPACE;OUTPUT;CONFIG;TEMPLATES" "SPEC;WITH")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "bindery_generate: unknown arguments: ${arg_UNPARSED_ARGUMENTS}")
  endif()
  if(arg_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "bindery_generate: no value for ${arg_KEYWORDS_MISSING_VALUES}")
  endif()
  if(NOT arg_TARGET OR NOT arg_SPEC)
    message(FATAL_ERROR "bindery_generate: TARGET and SPEC are required")
  endif()
  if(NOT arg_NAMESPACE)
    set(arg_NAMESPACE ${arg_TARGET})
  endif()
  if(arg_CHECK AND NOT arg_OUTPUT)
    message(FATAL_ERROR "bindery_generate: CHECK compares committed code; name it with OUTPUT")
  endif()
  if(NOT arg_OUTPUT)
    set(arg_OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/bindery/${arg_TARGET})
  endif()
  cmake_path(ABSOLUTE_PATH arg_OUTPUT BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)

  set(inputs)
  foreach(input ${arg_SPEC})
    cmake_path(ABSOLUTE_PATH input BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    if(NOT EXISTS ${input})
      message(FATAL_ERROR "bindery_generate: SPEC ${input} does not exist")
    endif()
    list(APPEND inputs ${input})
  endforeach()
  set(options --out ${arg_OUTPUT} --namespace ${arg_NAMESPACE})
  foreach(extra ${arg_WITH})
    list(APPEND options --with ${extra})
  endforeach()
  set(extra_dependencies)
  foreach(option CONFIG TEMPLATES)
    if(arg_${option})
      set(path ${arg_${option}})
      cmake_path(ABSOLUTE_PATH path BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
      string(TOLOWER ${option} flag)
      list(APPEND options --${flag} ${path})
      if(NOT IS_DIRECTORY ${path})
        list(APPEND extra_dependencies ${path})
      endif()
    endif()
  endforeach()
  if(BINDERY_EXECUTABLE)  # a host tool, when cross-compiling
    set(tool ${BINDERY_EXECUTABLE})
    set(tool_dependency ${BINDERY_EXECUTABLE})
  else()
    set(tool $<TARGET_FILE:Bindery::bindery>)
    set(tool_dependency Bindery::bindery)
  endif()

  set(runtime ${arg_OUTPUT}/include/bindery)
  add_library(${arg_TARGET} INTERFACE)
  if(NOT TARGET ${arg_TARGET}::${arg_TARGET})
    add_library(${arg_TARGET}::${arg_TARGET} ALIAS ${arg_TARGET})
  endif()
  target_compile_features(${arg_TARGET} INTERFACE cxx_std_17)
  target_include_directories(${arg_TARGET} INTERFACE ${arg_OUTPUT}/include)

  if(arg_CHECK)
    add_test(NAME ${arg_TARGET}.up_to_date
      COMMAND ${tool} generate ${inputs} ${options} --check --quiet)
  else()
    set(stamp ${CMAKE_CURRENT_BINARY_DIR}/bindery/${arg_TARGET}.stamp)
    # What includes a header is built again in the same build only if the header is known to come
    # from here. Which there are is known once they were generated: what they were then is kept for
    # the next configuration, which a change of it causes.
    set(manifest ${arg_OUTPUT}/bindery.manifest)
    set(known ${stamp}.known)
    if(NOT EXISTS ${known})
      file(WRITE ${known} "")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${known})
    file(STRINGS ${known} headers REGEX "^[0-9a-f]+  include/")
    list(TRANSFORM headers REPLACE "^[0-9a-f]+  " "${arg_OUTPUT}/")
    list(APPEND headers ${arg_OUTPUT}/include/${arg_NAMESPACE}/${arg_NAMESPACE}.hpp ${runtime}/runtime.cpp
      ${runtime}/httplib_transport.cpp)
    list(REMOVE_DUPLICATES headers)
    add_custom_command(
      OUTPUT ${stamp}
      BYPRODUCTS ${headers} ${manifest}
      DEPENDS ${tool_dependency} ${extra_dependencies}
      DEPFILE ${stamp}.d
      COMMAND ${tool} generate ${inputs} ${options} --quiet --stamp ${stamp} --depfile ${stamp}.d
      COMMAND ${CMAKE_COMMAND} -E copy_if_different ${manifest} ${known}
      COMMENT "bindery: generating ${arg_TARGET}"
      VERBATIM)
    add_custom_target(${arg_TARGET}_generate DEPENDS ${stamp})
    add_dependencies(${arg_TARGET} ${arg_TARGET}_generate)
  endif()

  add_library(${arg_TARGET}_compiled STATIC EXCLUDE_FROM_ALL ${runtime}/runtime.cpp)
  add_library(${arg_TARGET}::compiled ALIAS ${arg_TARGET}_compiled)
  target_compile_definitions(${arg_TARGET}_compiled PUBLIC BINDERY_COMPILED)
  target_link_libraries(${arg_TARGET}_compiled PUBLIC ${arg_TARGET})
  set_target_properties(${arg_TARGET}_compiled PROPERTIES POSITION_INDEPENDENT_CODE ON)
  if(NOT arg_CHECK)
    add_dependencies(${arg_TARGET}_compiled ${arg_TARGET}_generate)
  endif()

  bindery_find_httplib()
  if(TARGET httplib::httplib)
    add_library(${arg_TARGET}_httplib INTERFACE)
    add_library(${arg_TARGET}::httplib ALIAS ${arg_TARGET}_httplib)
    target_link_libraries(${arg_TARGET}_httplib INTERFACE ${arg_TARGET} httplib::httplib)
    target_sources(${arg_TARGET}_compiled PRIVATE ${runtime}/httplib_transport.cpp)
    target_link_libraries(${arg_TARGET}_compiled PRIVATE httplib::httplib)
  else()
    message(STATUS "bindery_generate: no ${arg_TARGET}::httplib: ${BINDERY_HTTPLIB_MISSING}")
  endif()
endfunction()
