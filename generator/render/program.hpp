// A checked template: every name is an index, every partial found. Nothing in it can go wrong.
// Must not hold names or places; check.hpp makes it, render.hpp runs it.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace bindery::render {

struct Program;

/// One instruction. Sections span the steps after them up to `end`.
struct Step {
  enum class Kind {
    literal,       ///< Print `literal`.
    print,         ///< Print the text in slot `member`.
    if_set,        ///< Run the section if the flag in slot `member` is set.
    if_not_set,    ///< Run it if the flag is not set.
    each,          ///< Run it for each item of slot `member`, in the item's scope.
    if_empty,      ///< Run it if the list in slot `member` has no items.
    if_first,      ///< Run it if the innermost list is at its first item.
    if_not_first,  ///< Run it if it is not.
    if_last,       ///< Run it if the innermost list is at its last item.
    if_not_last,   ///< Run it if it is not.
    include,       ///< Run `partial` in the same scope.
  };
  Kind kind = Kind::literal;
  std::string literal;
  std::size_t member = 0;
  std::size_t end = 0;  ///< Index of the first step after the section.
  std::shared_ptr<const Program> partial;
  bool own_line = false;   ///< Of an inclusion, as in the template.
  std::size_t indent = 0;  ///< Of an inclusion on its own line.
};

/// A template resolved against one view.
struct Program {
  std::string_view view_name;
  std::vector<Step> steps;
};

}  // namespace bindery::render
