// Proves every template against the shape of its view, in all branches, before anything is
// rendered. Must not print; the product is what render.hpp runs.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "render/program.hpp"
#include "render/shape.hpp"
#include "render/template_set.hpp"

namespace bindery::render {

/// Says that a template is rendered with views of one shape.
struct Binding {
  std::string template_name;
  Shape shape;
};

struct CheckedTemplates {
  /// By template name, one for each binding. Complete only if the check reported no error.
  std::map<std::string, std::shared_ptr<const Program>, std::less<>> programs;
  /// `FieldView.default_value` for each member, of any view within reach of a binding, that no
  /// template asks for; in the order of bindings and member lists.
  std::vector<std::string> unused_members;
};

/// Checks all bound templates and, where they are included, their partials. Reports T0002 unknown
/// name, T0003 wrong use, T0004 unknown partial, T0005 template nobody uses (a warning), and T0001
/// for a partial that includes itself. A template is bound at most once, and must be there.
CheckedTemplates check_templates(const TemplateSet& set, const std::vector<Binding>& bindings,
                                 diagnostics::Diagnostics& diagnostics);

/// The names a template may use in a view, separated by commas; `first` and `last` with them when
/// the view is an item of a list.
std::string describe_names(const Shape& shape, bool is_item);

}  // namespace bindery::render
