// Parameters and how they are written (OAS 3.1 4.8.12).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/owner.hpp"

namespace bindery::model {

/// `"deepObject"` -> `deep_object`; nothing for unknown names.
std::optional<ParameterStyle> style_by_name(const std::string& name);

/// The parameters of an operation, in document order, agreed with its path: a placeholder nobody
/// declares becomes a string parameter (E0403), a path parameter without placeholder is left out
/// (E0404), headers that OAS 3.1 4.8.12.1 ignores are left out silently.
std::vector<Parameter> lower_parameters(Lowering& lowering, const spec::Operation& operation,
                                        const std::string& path, const Owner& owner);

/// The names between braces, in order, each once: `/a/{b}/{c}` -> `b`, `c`.
std::vector<std::string> placeholders(const std::string& path);

}  // namespace bindery::model
