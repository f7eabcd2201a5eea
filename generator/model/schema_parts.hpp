// The schemas that hold at once where a schema stands: its `allOf` and references, flat.
#pragma once

#include "model/lowering.hpp"

namespace bindery::model {

/// The schemas that hold at once, flat: no `allOf` and no reference is left to follow. A part
/// stands for its own keywords only.
struct Parts {
  std::vector<spec::SchemaId> leaves;
  std::unordered_set<std::uint32_t> seen;
};

/// Parts of `id` in document order: targets of references and members of `allOf` before the
/// schema's own keywords; each schema once, those that say nothing left out.
Parts parts_of(const Lowering& lowering, spec::SchemaId id);

/// A child that extends its parent while the parent lists the child as an alternative inherits the
/// parent's fields, not its alternatives: true when one of the alternatives is among the parts.
bool lists_one_of(const Lowering& lowering, const std::vector<spec::SchemaId>& alternatives,
                  const Parts& parts);

/// True for alternatives that only restrict which members come together (`required`, `not`): they
/// are left to validation.
bool only_restrict(const Lowering& lowering, const std::vector<spec::SchemaId>& alternatives);

}  // namespace bindery::model
