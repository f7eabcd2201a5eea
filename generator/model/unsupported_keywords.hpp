// Keywords that say more than a type can.
#pragma once

#include "diagnostics/diagnostics.hpp"
#include "spec/types.hpp"

namespace bindery::model {

/// Reports `not`, `if`, `dependentSchemas` and their like (E0604): each keyword once for the whole
/// document, at its first place, with how often it occurs, so that real documents do not drown.
void report_unsupported_keywords(const spec::Spec& spec, diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::model
