// Whom an inline schema of an operation belongs to, for its name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "model/lowering.hpp"

namespace bindery::model {

/// An operation, or a webhook or callback.
struct Owner {
  std::optional<std::size_t> operation;  ///< Index in `Api::operations`.
  std::string incoming;                  ///< Name of a webhook or callback.
};

/// The name for an inline schema in a role such as `Body` or `Response404`. A schema that stands in
/// a shared part of the document (`#/components/responses/NotFound`) is named after that part, so
/// that it is not called after whichever operation comes first.
TypeName name_in_role(const Lowering& lowering, const Owner& owner, const std::string& role,
                      spec::SchemaId schema);

}  // namespace bindery::model
