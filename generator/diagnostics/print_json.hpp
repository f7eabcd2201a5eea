// Diagnostics for programs: one JSON object a line.
// Must not shorten or reword: that is for people.
#pragma once

#include <iosfwd>

#include "diagnostics/diagnostics.hpp"
#include "source/source_map.hpp"

namespace bindery::diagnostics {

/// Each line has code, severity, message and, where known, file, line, column, end_line,
/// end_column, pointer, notes, hint.
void print_json(const Diagnostics& diagnostics, const source::SourceMap& sources,
                std::ostream& out);

}  // namespace bindery::diagnostics
