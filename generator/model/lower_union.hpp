// `oneOf` and `anyOf`: which alternatives there really are.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// Reads a schema whose only keyword that matters is `oneOf` or `anyOf`. Null is left out, equal
/// alternatives unite, so do scalars of one JSON kind (an enumeration beside a free string is the
/// enumeration: those are open anyway), and one alternative that is left is the type itself. An
/// alternative that allows everything makes the whole free-form.
Reading read_union(Lowering& lowering, spec::SchemaId id);

/// Fills the type `type` with the alternatives of a reading; how they are told apart is decided
/// later, by `decide_matching`.
void define_union(Lowering& lowering, TypeId type, const Reading& reading);

}  // namespace bindery::model
