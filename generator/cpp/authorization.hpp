// What lets a call in, as a statement of generated code.
// Must not know where credentials come from.
#pragma once

#include <string>
#include <vector>

#include "model/api.hpp"

namespace bindery::cpp {

/// `authorize({{"Key"}, {{"Grant", {"read"}}}})`; empty when no alternative needs anything. A
/// client certificate is not sent by us: what needs nothing else comes last, so that any other
/// credential there is goes before it.
std::string authorization(const model::Api& api,
                          const std::vector<model::SecurityRequirement>& alternatives);

/// What lets a call in that the document does not know: the document's own alternatives, else all
/// that its operations have.
std::vector<model::SecurityRequirement> usual_security(const model::Api& api);

}  // namespace bindery::cpp
