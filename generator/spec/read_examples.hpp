// Examples: values beside what they exemplify, and Example objects.
// Must not judge them against a schema.
#pragma once

#include <optional>
#include <vector>

#include "spec/reader.hpp"

namespace bindery::spec {

/// The value that stands at `place`. By the letter `{$ref: a.json}` is a value itself; documents
/// kept in several files mean what is in the other one, where there is something.
const document::Node* read_example_value(Reading& reading, const Place& place);

/// An Example object without its name (OAS 3.1 4.8.19). What is none is reported and taken for the
/// value.
std::optional<Example> read_example(Reading& reading, const Place& place);

/// `example`, then the values of `examples`.
std::vector<Example> read_examples(Reading& reading, FieldReader& fields);

}  // namespace bindery::spec
