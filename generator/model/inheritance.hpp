// The inheritance idiom: a parent with a discriminator, and components that extend it by `allOf`.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// Fills `Lowering::children`. A parent is a component with a discriminator and no alternatives of
/// its own; its children are the components that reach it through `allOf`, directly or through
/// another child, and those its mapping names. Where the parent is used, one of them is meant.
void find_children(Lowering& lowering);

/// True when the reference inside an `allOf` leads to a parent whose fields are inherited.
bool is_parent(const Lowering& lowering, spec::SchemaId id);

}  // namespace bindery::model
