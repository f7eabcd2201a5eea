// Whether null is a value of a schema, in every way a document can say so.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// Null by `type`, `nullable`, an enum or const, an alternative, a `$ref`'s target, or every member
/// of an `allOf`. Documents are read for what they mean: `nullable: true` beside a `$ref`, an enum
/// or an `allOf` counts, though strictly it would not add a value.
bool is_nullable(Lowering& lowering, spec::SchemaId id);

}  // namespace bindery::model
