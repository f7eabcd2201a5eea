// The Discriminator object.
// Must not decide whether it can be used: that needs the alternatives.
#pragma once

#include <optional>

#include "spec/reading.hpp"

namespace bindery::spec {

/// OAS 3.1 4.8.25; a mapping that leads nowhere is kept without a schema and reported (E0307).
std::optional<Discriminator> read_discriminator(Reading& reading, const Place& place);

}  // namespace bindery::spec
