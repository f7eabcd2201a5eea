// Server objects and their variables.
// Must not fill in variables: the URL stays as written.
#pragma once

#include <vector>

#include "spec/reader.hpp"

namespace bindery::spec {

/// The `servers` of the document, a path item or an operation. One without `url` is reported
/// (E0605) and left out.
std::vector<Server> read_servers(Reading& reading, FieldReader& fields);

}  // namespace bindery::spec
