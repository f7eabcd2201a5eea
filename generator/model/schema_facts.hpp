// What one schema says by itself, in the model's terms: docs, constraints, literals.
// Must not look for types.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/types.hpp"
#include "spec/schema.hpp"
#include "spec/types.hpp"

namespace bindery::model {

Docs docs_of(const spec::Schema& schema);
Constraints constraints_of(const spec::Schema& schema);
bool is_empty(const Constraints& constraints);
/// Both at once: lower bounds rise, upper bounds fall. Of two patterns the first is kept.
Constraints tightened(const Constraints& a, const Constraints& b);
Origin origin_of(const spec::Schema& schema);
Origin origin_of(const spec::Origin& origin);

/// Nothing for sequences and mappings.
std::optional<Literal> literal_of(const document::Node& node);
/// `default: null` says nothing, and neither does a default that is no scalar.
std::optional<Literal> default_of(const spec::Schema& schema);
/// Compact JSON of the first few examples that are short.
std::vector<std::string> examples_of(const std::vector<const document::Node*>& nodes);
/// `x-cpp-name`.
std::optional<std::string> name_override_of(const std::vector<spec::Extension>& extensions);

/// Says that the schema decides what kind of value it is by more than the `type` keyword: members,
/// items, values, alternatives. A `$ref` with other siblings is only a use of its target.
bool has_shape(const spec::Schema& schema);
/// True for `{type: 'null'}`, `const: null` and `enum: [null]`.
bool is_only_null(const spec::Schema& schema);
/// A `$ref` whose siblings do not change the type.
bool is_plain_reference(const spec::Schema& schema);

/// Compares numbers written as text: less than 0, 0, more than 0.
int compare_numbers(const std::string& a, const std::string& b);

/// 1 for a number above the range of 64 bits with a sign, -1 for one below, 0 for one within. Exact
/// where `double` is not, but for numbers written with a fraction or exponent.
int beyond_int64(const std::string& number);

/// `#/components/schemas/Pet` -> `Pet`; `models/pet.yml` -> `pet`; `a.yml#/$defs/x~1y` -> `x/y`.
std::string name_in_reference(const std::string& reference);
/// The parts of a pointer `#/a~1b/0`, unescaped.
std::vector<std::string> pointer_tokens(const std::string& pointer);

}  // namespace bindery::model
