# bindery_embed_templates(target dir) makes a static library that defines generator/cli/embedded.hpp:
# the bytes of dir/cpp/**/*.tpl and dir/runtime/bindery/**/*.?pp. Run as a script, this file writes the
# library's source; that happens at build time, whenever a file changes, comes or goes.

# Appends to the variable `out` a function `name` that lists the files below `root` matching `pattern`.
function(bindery_embed_function out name root pattern)
  file(GLOB_RECURSE paths RELATIVE ${root} ${root}/${pattern})
  list(SORT paths)
  set(arrays "")
  set(entries "")
  set(index 0)
  foreach(path IN LISTS paths)
    # As numbers: a string literal may have 65,536 characters at most, and would have to be escaped.
    file(READ ${root}/${path} bytes HEX)
    string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
    string(LENGTH "${bytes}" length)
    if(length EQUAL 0)
      string(APPEND entries "      {\"${path}\", {}},\n")
    else()
      string(REGEX REPLACE "(${bindery_embed_row})" "\\1\n" bytes "${bytes}")
      string(APPEND arrays "constexpr unsigned char ${name}_${index}[] = {\n${bytes}};\n")
      string(APPEND entries "      {\"${path}\", text_of(${name}_${index})},\n")
    endif()
    math(EXPR index "${index} + 1")
  endforeach()
  set(${out} "${${out}}namespace {\n${arrays}}  // namespace\n
const std::vector<render::EmbeddedTemplate>& ${name}() {
  static const std::vector<render::EmbeddedTemplate> all = {\n${entries}  };
  return all;\n}\n\n" PARENT_SCOPE)
endfunction()

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
  string(REPEAT "0x..," 20 bindery_embed_row)
  set(text "#include \"cli/embedded.hpp\"

#include <cstddef>
#include <string_view>

namespace bindery::cli {
namespace {

template <std::size_t size>
std::string_view text_of(const unsigned char (&bytes)[size]) {
  return {reinterpret_cast<const char*>(bytes), size};
}

}  // namespace

")
  bindery_embed_function(text embedded_templates ${TEMPLATES} "cpp/*.tpl")
  bindery_embed_function(text embedded_runtime ${TEMPLATES}/runtime "bindery/*.?pp")
  string(APPEND text "}  // namespace bindery::cli\n")
  file(WRITE ${OUTPUT} "${text}")
  return()
endif()

set(bindery_embed_script ${CMAKE_CURRENT_LIST_FILE})

function(bindery_embed_templates target dir)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS ${dir}/cpp/*.tpl ${dir}/runtime/bindery/*.?pp)
  list(SORT files)
  # A file that goes leaves all others as old as they are: the list itself is a dependency too.
  set(list_file ${CMAKE_CURRENT_BINARY_DIR}/${target}.files)
  list(JOIN files "\n" lines)
  file(CONFIGURE OUTPUT ${list_file} CONTENT "${lines}\n" @ONLY)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${target}.cpp)
  add_custom_command(OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DTEMPLATES=${dir} -DOUTPUT=${source} -P ${bindery_embed_script}
    DEPENDS ${files} ${list_file} ${bindery_embed_script}
    COMMENT "Embedding templates"
    VERBATIM)
  add_library(${target} STATIC ${source})
  target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/generator)
  target_compile_features(${target} PUBLIC cxx_std_20)
  target_link_libraries(${target} PRIVATE bindery_warnings)
endfunction()
