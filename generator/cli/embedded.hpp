// What is built into the program: the templates and the runtime's headers.
// Must not read anything; tools/cmake/EmbedTemplates.cmake writes the definitions.
#pragma once

#include <vector>

#include "render/template_set.hpp"

namespace bindery::cli {

/// Every `templates/cpp/**/*.tpl`, named as `cpp/struct.tpl`, in the order of the names.
const std::vector<render::EmbeddedTemplate>& embedded_templates();

/// Every header of the runtime, named as `bindery/result.hpp`, in the order of the names.
const std::vector<render::EmbeddedTemplate>& embedded_runtime();

}  // namespace bindery::cli
