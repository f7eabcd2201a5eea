// All templates of a run by name: those built into the program, or a folder's in their place.
// Must not know which view a template is for (check.hpp).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "render/parse.hpp"
#include "source/source_map.hpp"

namespace bindery::render {

/// A text built into the program; both views live as long as it runs.
struct EmbeddedTemplate {
  std::string_view name;  ///< `cpp/struct.tpl`
  std::string_view text;
};

struct TemplateSet {
  std::map<std::string, Template, std::less<>> templates;
};

/// Parses the embedded templates and, when `folder` is given, the `.tpl` files below it, which
/// replace embedded ones of the same relative name. Reports T0001 for all of them, and E0101 for
/// what cannot be read. Texts that are embedded appear in messages as `templates/<name>`.
TemplateSet load_templates(const std::vector<EmbeddedTemplate>& embedded,
                           const std::optional<std::string>& folder, source::SourceMap& sources,
                           diagnostics::Diagnostics& diagnostics);

/// The template that `{{>partial}}` means in `includer`: `("cpp/struct.tpl", "docs")` and
/// `("cpp/partials/field.tpl", "docs")` both give `cpp/partials/docs.tpl`.
std::string partial_name(std::string_view includer, std::string_view partial);

}  // namespace bindery::render
