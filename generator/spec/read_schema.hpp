// Schema objects to Schemas in the arena, in the dialect of OpenAPI 3.1.
// Must not know what a schema means: only what it says.
#pragma once

#include <optional>

#include "spec/reading.hpp"

namespace bindery::spec {

/// The id of the schema at a place: one node is one schema, however it is reached. It is read
/// later, by `read_pending_schemas`, so that no nesting of schemas can exhaust the stack.
SchemaId intern_schema(Reading& reading, const Place& place);

/// Reads every schema interned so far and those they lead to.
void read_pending_schemas(Reading& reading);

}  // namespace bindery::spec
