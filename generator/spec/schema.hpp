// A schema as the document writes it, in one dialect: that of OpenAPI 3.1 (JSON Schema 2020-12).
// Must not know what C++ type becomes of it.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "document/node.hpp"
#include "source/location.hpp"

namespace bindery::spec {

/// Index of a schema in `Spec::schemas`. Nested schemas and reference targets are ids, so cycles
/// are ordinary.
struct SchemaId {
  static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
  std::uint32_t index = none;

  constexpr bool is_known() const { return index != none; }
  friend constexpr auto operator<=>(const SchemaId&, const SchemaId&) = default;
};

/// The `type` keyword as a set.
struct TypeSet {
  bool null = false, boolean = false, integer = false, number = false, string = false,
       array = false, object = false;

  bool empty() const { return count() == 0; }
  int count() const { return null + boolean + integer + number + string + array + object; }
  friend bool operator==(const TypeSet&, const TypeSet&) = default;
};

/// A `$ref` and where it leads. Siblings of the reference are the other members of the schema that
/// holds it.
struct SchemaReference {
  std::string text;  ///< As written: `#/components/schemas/Pet`.
  source::Location where;
  SchemaId target;  ///< Unknown when the reference could not be resolved (reported).
};

/// A property, a `$defs` entry, a pattern property.
struct NamedSchema {
  std::string name;
  source::Location name_where;
  SchemaId schema;
};

/// `dependentRequired`.
struct DependentRequired {
  std::string name;
  std::vector<std::string> required;
};

/// OAS 3.1 4.8.25; mapping values that are `{$ref: ...}` objects are read as their text.
struct Discriminator {
  struct Mapping {
    std::string value;
    std::string target;  ///< As written: a schema name or a reference.
    SchemaId schema;     ///< Unknown when the target could not be resolved (reported).
    source::Location where;
  };
  std::string property_name;
  std::vector<Mapping> mapping;
  SchemaId default_mapping;  ///< OAS 3.2 `defaultMapping`.
  source::Location where;
};

/// A number as it is written, since C++ has no type that holds every one.
using NumberText = std::string;

/// An `x-` member.
struct Extension {
  std::string name;
  const document::Node* value = nullptr;
};

/// Pointers lead into the trees owned by `Spec::documents`.
struct Schema {
  source::Location where;
  std::string pointer;  ///< `#/components/schemas/Pet`, within the file of `where`.

  /// `true` and `false` as schemas.
  std::optional<bool> boolean;
  std::optional<SchemaReference> reference;
  /// `$dynamicRef` is read as a reference to its static anchor.
  std::optional<std::string> id, anchor, dynamic_anchor;

  std::optional<std::string> title, description;
  bool deprecated = false, read_only = false, write_only = false;
  const document::Node* default_value = nullptr;
  std::vector<const document::Node*> examples;  ///< `example` first, then `examples`.

  TypeSet types;  ///< 3.0's `nullable: true` adds null to it.
  bool has_type = false;
  /// 3.0's `nullable: true`, also where no `type` stands beside it.
  bool nullable = false;
  std::optional<std::string> format;
  std::optional<std::string> content_encoding, content_media_type;
  std::optional<SchemaId> content_schema;

  std::vector<const document::Node*> enum_values;
  bool has_enum = false;
  const document::Node* const_value = nullptr;

  std::vector<SchemaId> all_of, any_of, one_of;
  std::optional<SchemaId> not_schema, if_schema, then_schema, else_schema;
  std::optional<Discriminator> discriminator;

  std::vector<NamedSchema> properties, pattern_properties, dependent_schemas, definitions;
  std::vector<std::string> required;
  std::vector<DependentRequired> dependent_required;
  std::optional<SchemaId> additional_properties, unevaluated_properties, property_names;
  std::optional<std::uint64_t> min_properties, max_properties;

  std::optional<SchemaId> items, unevaluated_items, contains;
  std::vector<SchemaId> prefix_items;
  std::optional<std::uint64_t> min_items, max_items, min_contains, max_contains;
  bool unique_items = false;

  std::optional<std::uint64_t> min_length, max_length;
  std::optional<std::string> pattern;
  std::optional<NumberText> minimum, maximum, exclusive_minimum, exclusive_maximum, multiple_of;

  std::vector<Extension> extensions;

  const Extension* find_extension(std::string_view name) const;
};

}  // namespace bindery::spec
