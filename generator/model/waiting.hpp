// Operations that tell how a job is that somebody waits for.
// Must not know how a client waits.
#pragma once

#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "model/api.hpp"
#include "spec/types.hpp"
#include "spec/wait_rule.hpp"

namespace bindery::model {

/// Settles Operation::wait by the rules, and by those of the document (`x-bindery-wait`). Nothing
/// is guessed: no name tells the end of a job from its beginning. Reports E0116 for rules that do
/// not fit.
void find_waits(Api& api, const spec::Spec& spec, const std::vector<spec::WaitRule>& rules,
                diagnostics::Diagnostics& diagnostics);

}  // namespace bindery::model
