# One spelling for every third party, whatever the distribution calls it.
find_package(yaml-cpp REQUIRED)
if(NOT TARGET yaml-cpp::yaml-cpp)  # 0.7 exports `yaml-cpp`
  add_library(yaml-cpp::yaml-cpp ALIAS yaml-cpp)
endif()

find_package(RapidJSON REQUIRED)
if(NOT TARGET RapidJSON::RapidJSON)  # 1.1.0 gives variables only
  add_library(RapidJSON::RapidJSON INTERFACE IMPORTED)
  target_include_directories(RapidJSON::RapidJSON SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIRS})
endif()

find_package(CLI11 REQUIRED)

# What generated clients need at run time: only the examples and the tests ask for it.
include(BinderyHttplib)
include(BinderyRe2)
