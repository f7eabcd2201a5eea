// Which OpenAPI version a document says it is.
// Must not hold what differs between versions: that is normalised where it is read.
#pragma once

#include <optional>

#include "diagnostics/diagnostics.hpp"
#include "document/node.hpp"
#include "spec/types.hpp"

namespace bindery::spec {

/// The version by the `openapi` key of a root. 3.0, 3.1 and 3.2 are accepted with any patch level
/// or none; others (E0110) and roots without the key (E0109) are reported and give nothing.
std::optional<Version> read_version(const document::Node& root,
                                    diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::spec
