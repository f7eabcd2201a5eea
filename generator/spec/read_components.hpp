// The Components object.
// Must not decide what is used: everything in it is read, so that every mistake is found.
#pragma once

#include "spec/reader.hpp"

namespace bindery::spec {

/// Fills `component_schemas` and `security_schemes`; the other kinds are read where they are
/// referred to, and here only for their mistakes.
void read_components(Reading& reading, const Place& place);

}  // namespace bindery::spec
