// What an unquoted YAML scalar means: the core schema of YAML 1.2 (YAML 1.2.2 10.3.2).
// Must not know places.
#pragma once

#include <string_view>

#include "document/node.hpp"

namespace bindery::document {

/// Null, boolean, number or string. `yes`, `on`, dates and `1_000` are strings; so are `.inf` and
/// `.nan`, which JSON has no numbers for. The node's place is left unknown.
Node resolve_plain_scalar(std::string_view text);

}  // namespace bindery::document
