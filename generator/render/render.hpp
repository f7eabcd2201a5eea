// Runs a checked template over a value.
// Must not report anything: what could be wrong was found by check.hpp.
#pragma once

#include <string>

#include "render/program.hpp"
#include "render/value.hpp"

namespace bindery::render {

/// The text of one file. No line of it ends in blanks. What a partial prints stands, in all of its
/// lines, at the column where the partial begins; lines that are empty stay empty. Within a line a
/// partial leaves out its last line end. Throws std::logic_error when the value is of another view
/// than the one checked.
std::string render(const Program& program, const Value& value);

}  // namespace bindery::render
