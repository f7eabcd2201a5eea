// `bindery describe`: what was generated, for programs and for people.
// Must not decide anything: the facts are cpp/description.hpp.
#pragma once

#include <iosfwd>

#include "cpp/description.hpp"

namespace bindery::cli {

/// One JSON value (README.md, "Describe"); its `format` is raised when a member changes its meaning
/// or goes.
void print_description_json(const cpp::Description& description, std::ostream& out);

/// A few lines for each operation.
void print_description_text(const cpp::Description& description, std::ostream& out);

}  // namespace bindery::cli
