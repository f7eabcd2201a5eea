// How the name of a media type decides the way a body is written.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/api.hpp"

namespace bindery::model {

/// ASCII only.
std::string lower_case(std::string_view text);

/// Without the spaces around it.
std::string trimmed(std::string_view text);

/// `"Application/JSON; charset=utf-8"` -> `"application/json"`.
std::string without_parameters(std::string_view media_type);

/// The kind by name alone. Nothing for names that do not tell (`*/*`, `application/x-unknown`): the
/// schema decides those.
std::optional<ContentKind> kind_by_name(std::string_view media_type);

}  // namespace bindery::model
