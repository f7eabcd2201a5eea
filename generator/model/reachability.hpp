// Which types are needed.
#pragma once

#include "model/api.hpp"

namespace bindery::model {

/// Drops the types that nothing uses and renumbers the rest, in their order. Types of `kept` and
/// what they use stay in any case.
void drop_unused_types(Api& api, const std::vector<TypeId>& kept);

/// Raw bytes (`format: binary`) exist only outside JSON: in what only JSON bodies use, they are
/// strings.
void settle_binary(Api& api, TypeId string_type);

}  // namespace bindery::model
