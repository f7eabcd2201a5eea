// JSON text for people to read and programs to parse.
// Must not shorten or order anything.
#pragma once

#include <string>

#include "document/node.hpp"

namespace bindery::document {

/// The node as JSON text with two blanks an indent: a container that fits a line of 100 columns is
/// one line. Ends without a line break.
std::string to_indented_json(const Node& node);

}  // namespace bindery::document
