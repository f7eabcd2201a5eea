// JSON text to a tree, with exact places and numbers kept as text.
#pragma once

#include <optional>

#include "diagnostics/diagnostics.hpp"
#include "document/node.hpp"
#include "document/yaml_reader.hpp"

namespace bindery::document {

std::optional<Node> read_json(const Span& span, diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::document
