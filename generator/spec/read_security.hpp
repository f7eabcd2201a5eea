// Security schemes and requirements.
// Must not check that a required scheme exists: the model does, when it knows all of them.
#pragma once

#include <optional>
#include <vector>

#include "spec/reader.hpp"

namespace bindery::spec {

/// `security`; nothing when it is absent or unusable, which is not the same as empty.
std::optional<std::vector<SecurityRequirement>> read_security(Reading& reading,
                                                              FieldReader& fields);

/// A security scheme without its name; `unknown` when its type is not known or something it needs
/// is missing (reported).
std::optional<SecurityScheme> read_security_scheme(Reading& reading, const Place& place);

}  // namespace bindery::spec
