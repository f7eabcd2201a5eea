// Whether a value that stands in a document is one that its schema describes.
// Must not change the schema, nor report: callers know what the value is for.
#pragma once

#include <optional>
#include <string>

#include "spec/types.hpp"

namespace bindery::spec {

/// Where a value travels. A request may leave out what only the server sets, and an answer what
/// only the client sets (OAS 3.1 4.8.24, `readOnly` and `writeOnly`).
enum class Direction { unknown, request, answer };

/// The first thing found wrong with a value.
struct Violation {
  std::string path;     ///< Within the value, as a JSON pointer: `/owner/name`.
  std::string message;  ///< "expected an integer, found a string"
};

/// Checks a value against a schema as JSON Schema 2020-12 has it, with the integer formats of OAS
/// and base64; `properties` and `items` without `type` mean objects and arrays. Nothing when the
/// value is valid, as far as can be told: patterns are not matched, a value that more than one
/// schema of a `oneOf` describes is taken, and so is what nests deeper than 500 levels or takes
/// more than a million steps.
std::optional<Violation> first_violation(const Spec& spec, SchemaId schema,
                                         const document::Node& value, Direction direction);

}  // namespace bindery::spec
