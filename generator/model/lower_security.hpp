// Credentials and servers.
#pragma once

#include <optional>
#include <vector>

#include "model/lowering.hpp"

namespace bindery::model {

/// Schemes of kinds nobody knows are reported (E0603) and left out.
std::vector<SecurityScheme> lower_security_schemes(Lowering& lowering);

/// An operation's alternatives, the document's where it has none of its own. `security: []` gives
/// none; an empty requirement stays as an empty alternative. Schemes that are not declared are
/// reported (E0405), and what needs them is no alternative.
std::vector<SecurityRequirement> lower_security(
    Lowering& lowering, const std::optional<std::vector<spec::SecurityRequirement>>& own);

std::vector<Server> lower_servers(Lowering& lowering, const std::vector<spec::Server>& servers);

}  // namespace bindery::model
