// Places and styles of parameters by the names that the runtime's enumerators have.
// Must not lay anything out.
#pragma once

#include <string_view>

#include "model/api.hpp"

namespace bindery::cpp {

/// `path`, `query`, `header` or `cookie`.
std::string_view to_string(model::ParameterIn in);

/// `simple`, `deep_object` and so on.
std::string_view to_string(model::ParameterStyle style);

}  // namespace bindery::cpp
