// Documented answers, and the sharing of error bodies.
#pragma once

#include <string>
#include <vector>

#include "model/owner.hpp"

namespace bindery::model {

/// The answers of an operation: exact statuses first, then ranges, then `default`.
///
/// Inline bodies of errors that have the same structure (names, types, presence, constraints; prose
/// does not count) are one type in the whole document: envelopes such as `{error: $ref APIError}`
/// are written hundreds of times. An envelope of one component is named after the component
/// (`APIErrorEnvelope`), so its name does not depend on which operation comes first.
std::vector<ResponseCase> lower_responses(Lowering& lowering, const spec::Operation& operation,
                                          const Owner& owner, const std::string& what);

}  // namespace bindery::model
