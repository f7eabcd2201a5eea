// The files of a client: where each goes, which template makes it, and what that template sees.
// Must not render: that is the cli's, with render/.
#pragma once

#include <string>
#include <vector>

#include "cpp/file_view.hpp"
#include "cpp/layout.hpp"
#include "cpp/names.hpp"
#include "model/api.hpp"
#include "render/shape.hpp"
#include "render/value.hpp"

namespace bindery::cpp {

/// One file of the output.
struct FilePlan {
  std::string path;           ///< Below the output folder: `include/heygen/client.hpp`
  std::string template_name;  ///< `cpp/client.tpl`
  render::OwnedValue view;
};

/// What is generated only where it is asked for.
enum class Extra {
  invoke,  ///< `invoke.hpp`
};

/// All files but the runtime's, in the order of their paths' making: models, operations, classes.
std::vector<FilePlan> plan_files(const model::Api& api, const Names& names, const Layout& layout,
                                 const Banner& banner, const std::vector<Extra>& extras = {});

/// A template and the shape of the view that it is rendered with.
struct TemplateShape {
  std::string template_name;
  render::Shape shape;
};

/// Every template of this room: what the contract test and the check before a run go through.
std::vector<TemplateShape> template_shapes();

}  // namespace bindery::cpp
