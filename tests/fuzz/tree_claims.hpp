// What holds of every tree a reader gives and of every diagnostic, whatever the input was.
#pragma once

#include "diagnostics/diagnostics.hpp"

#include "document/node.hpp"
#include "source/source_map.hpp"

namespace bindery::fuzz {

/// Every place lies in its file, every child's place in its parent's unless it is an alias's copy,
/// keys are unique, and the tree says the same after it was written as JSON and read back.
void claim_sound(const document::Node& root, const source::SourceMap& sources);

/// Every place lies in its file, nothing is said without words, and both printers can say it.
void claim_printable(const diagnostics::Diagnostics& diagnostics, const source::SourceMap& sources);

}  // namespace bindery::fuzz
