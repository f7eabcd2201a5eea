// A schema to a type: the entry of everything that holds a value.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// Reserves a type for every component schema, in document order.
void declare_components(Lowering& lowering);

/// The type of a schema where it is used. `name` is what the type is called if it needs a name and
/// has none: an object, an enumeration or a union that stands inline. A schema is lowered once; the
/// first use names it. Fills nothing in: `fill_pending` does.
TypeUse lower_schema(Lowering& lowering, spec::SchemaId id, const TypeName& name);

/// The same for a value without a field of its own (an item, an alternative): the schema's
/// constraints go to the type, for nobody else keeps them.
TypeUse lower_nested(Lowering& lowering, spec::SchemaId id, const TypeName& name);

/// Fills in the components, and every type that was reserved on the way.
void fill_components(Lowering& lowering);
void fill_pending(Lowering& lowering);

TypeUse primitive_use(Lowering& lowering, Primitive primitive);
TypeUse any_use(Lowering& lowering);
TypeUse invalid_use(Lowering& lowering);

/// `name` for a part of what it names: `files` + `Item`.
TypeName nested_name(TypeName name, const std::string& part);

/// What a use of a schema says beside its type, gathered along references, alternatives that are
/// only there for null, and merged `allOf`.
struct UseFacts {
  Docs docs;
  Constraints constraints;
  std::optional<Literal> default_value;
  bool read_only = false, write_only = false;
  std::optional<std::string> name_override;
};
UseFacts facts_of_use(Lowering& lowering, spec::SchemaId id);

}  // namespace bindery::model
