// Objects: properties to fields, and what else they hold.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// Fills the type `type` with the members of the schema `id`, which reads as an object.
void define_object(Lowering& lowering, TypeId type, spec::SchemaId id);

}  // namespace bindery::model
