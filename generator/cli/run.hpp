// The whole program on one screen, with everything it touches handed in.
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "render/template_set.hpp"
#include "source/file_system.hpp"

namespace bindery::cli {

/// The world of a run. References must outlive it.
struct Environment {
  source::FileSystem& files;
  std::ostream& out;
  std::ostream& err;
  const std::vector<render::EmbeddedTemplate>& templates;
  const std::vector<render::EmbeddedTemplate>& runtime;
  bool colour = false;
};

/// Runs one command and returns its exit status (exit_status.hpp). Never throws for bad input.
int run(const std::vector<std::string>& arguments, const Environment& environment);

}  // namespace bindery::cli
