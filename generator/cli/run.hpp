// The whole program on one screen, with everything it touches handed in.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "render/template_set.hpp"
#include "source/file_system.hpp"

namespace bindery::cli {

/// Keeps what runs made, for as long as it lives.
class Keeper {
 public:
  template <class T>
  const T& keep(T made) {
    auto kept = std::make_shared<const T>(std::move(made));
    const T& reference = *kept;
    kept_.push_back(std::move(kept));
    return reference;
  }

 private:
  std::vector<std::shared_ptr<const void>> kept_;
};

/// The world of a run. References must outlive it.
struct Environment {
  source::FileSystem& files;
  std::ostream& out;
  std::ostream& err;
  const std::vector<render::EmbeddedTemplate>& templates;
  const std::vector<render::EmbeddedTemplate>& runtime;
  bool colour = false;
  /// Gets what a run made. A tenth of the time of a run goes into giving memory back piece by
  /// piece, which a program about to end need not do: it hands down a keeper that it never
  /// destroys. The run has its own when there is none.
  Keeper* keeper = nullptr;
};

/// Runs one command and returns its exit status (exit_status.hpp). Never throws for bad input.
int run(const std::vector<std::string>& arguments, const Environment& environment);

}  // namespace bindery::cli
