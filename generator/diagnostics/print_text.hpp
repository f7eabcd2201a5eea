// Diagnostics for people: the place, the line with a caret under it, pointer and hint.
// Must not decide what is reported.
#pragma once

#include <cstddef>
#include <iosfwd>

#include "diagnostics/diagnostics.hpp"
#include "source/source_map.hpp"

namespace bindery::diagnostics {

struct TextOptions {
  std::size_t max_errors = 50;  ///< Errors shown; the rest is counted. 0 shows all.
  bool colour = false;
  bool notes = true;  ///< Diagnostics of severity note are printed too.
};

/// Prints all diagnostics, each beginning with `file:line:col: severity[code]: message`, and if
/// there are errors or warnings a last line such as `2 errors, 1 warning`.
void print_text(const Diagnostics& diagnostics, const source::SourceMap& sources,
                const TextOptions& options, std::ostream& out);

}  // namespace bindery::diagnostics
