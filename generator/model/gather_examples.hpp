// The values that the document gives as examples, with the types they are examples of.
// Must not judge by what a type can hold: only by what the schema says.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// Fills `Api::examples`: those of schemas, then those of parameters and bodies, in document order,
/// each value and type once. Values of schemas that have no type of their own (a part of an
/// `allOf`), of types that hold raw bytes, and of media types that are not JSON are left out.
/// Values that their own schema does not describe are reported together (E0312).
void gather_examples(Lowering& lowering);

}  // namespace bindery::model
