// `allOf`: several schemas that hold at once become one.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// The schema that says what the schema `id`, which has `allOf` or a reference with siblings that
/// matter, says in one piece: without `allOf` and references at its top. Members come in order,
/// the schema's own keywords last; what cannot hold together is reported (E0305) and becomes
/// free-form. Alternatives of a member are distributed: each is merged with the rest.
spec::SchemaId merged_schema(Lowering& lowering, spec::SchemaId id);

/// The only member of an `allOf` that decides the type, when nothing beside it does.
std::optional<spec::SchemaId> single_member(const Lowering& lowering, spec::SchemaId id);

/// True for a schema with alternatives that cannot be read by themselves: it has keywords beside
/// them, or they only restrict which members come together.
bool needs_merge(const Lowering& lowering, const spec::Schema& schema);

}  // namespace bindery::model
