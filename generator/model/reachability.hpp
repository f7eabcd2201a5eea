// Which types are needed.
#pragma once

#include "model/api.hpp"

namespace bindery::model {

/// Drops the types that nothing uses and renumbers the rest, in their order. Types of `kept` and
/// what they use stay in any case.
void drop_unused_types(Api& api, const std::vector<TypeId>& kept);

/// A part of a multipart body whose schema says nothing is bytes (OAS 3.1 4.8.14.4), unless its
/// object is also something else than multipart.
void settle_untyped_parts(Api& api, TypeId binary_type);

/// Raw bytes (`format: binary`) exist only outside JSON: as whole bodies and as the parts of
/// multipart ones. Everywhere else they are strings.
void settle_binary(Api& api, TypeId string_type);

}  // namespace bindery::model
