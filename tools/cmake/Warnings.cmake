# Warnings for our own code, in developer mode as errors; never exported to a consumer.
add_library(bindery_warnings INTERFACE)
target_compile_options(bindery_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
  $<$<BOOL:${BINDERY_DEVELOPER_MODE}>:-Werror>)
