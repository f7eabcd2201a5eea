// JSON text to a tree, with exact places and numbers kept as text.
// Must not include RapidJSON: json_reader.cpp alone does.
#pragma once

#include <optional>

#include "diagnostics/diagnostics.hpp"
#include "document/node.hpp"
#include "document/yaml_reader.hpp"

namespace bindery::document {

/// RFC 8259 only: no comments, no trailing commas. Gives nothing, and reports, when it is not; keys
/// given twice are reported, and the tree is given with the first of them.
std::optional<Node> read_json(const Span& span, diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::document
