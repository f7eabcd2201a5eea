// What a schema turns out to be, before any type is made for it.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// Reads one schema, looking through alternatives as far as their kinds decide. Every schema is
/// read once. Chains of `same_as` are not followed: see `read_through`.
const Reading& read_schema(Lowering& lowering, spec::SchemaId id);

/// Follows `same_as` to what the schema is in the end. A chain that leads back to itself is
/// reported (E0201) and free-form.
const Reading& read_through(Lowering& lowering, spec::SchemaId id);

}  // namespace bindery::model
