// `enum` and `const`: values to an enumeration.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// Reads the values of a schema with `enum` or `const`. Null is left to nullability; values said
/// twice count once; texts and numbers that only differ from `type` by their quotes are taken as
/// the type says. Values of several kinds become a union of one enumeration each; values that are
/// no scalars make the whole free-form.
Reading read_enum(Lowering& lowering, spec::SchemaId id);

/// Adds the values of `from` that `into` does not have.
void unite(Enum& into, const Enum& from);

}  // namespace bindery::model
