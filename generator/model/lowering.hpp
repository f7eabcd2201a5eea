// What the passes of this room share while schemas become types: the input, the table that is being
// filled, and what is known so far of each schema. Must not hold a rule of its own.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "model/api.hpp"
#include "model/type_table.hpp"
#include "spec/types.hpp"

namespace bindery::model {

/// What a schema turns out to be once `$ref`, `allOf` and trivial unions are seen through. It says
/// nothing of null: see `is_nullable`.
struct Reading {
  enum class Kind {
    invalid,
    opaque,  ///< It is being read further up: a schema that refers to itself.
    any,
    same_as,  ///< It is what `schema` is.
    scalar,
    enumeration,
    list,
    tuple,
    map,
    object,
    union_
  };
  Kind kind = Kind::any;
  spec::SchemaId schema;      ///< The schema that holds the keywords; of `same_as`, the other one.
  bool by_reference = false;  ///< Of `same_as`: `schema` was reached through a `$ref`.
  Primitive primitive = Primitive::string;  ///< Of `scalar`.
  Enum enumeration;
  bool is_constant = false;  ///< An enumeration of one value, written as `const`.
  std::vector<spec::SchemaId> alternatives;
  const spec::Discriminator* discriminator = nullptr;
  std::optional<spec::SchemaId> map_value;  ///< Of `map`; nothing means any value.
};

/// A component schema. A component that is only a reference to a schema in another file is that
/// schema: `schema` is where the keywords are.
struct Component {
  std::string name;
  spec::SchemaId schema;
  TypeId type;
};

/// A schema whose type is reserved and not yet filled in.
struct PendingType {
  TypeId type;
  spec::SchemaId schema;
};

/// A union whose matching is decided when all types are known.
struct PendingUnion {
  TypeId type;
  spec::SchemaId schema;
  std::vector<spec::SchemaId> alternatives;
  const spec::Discriminator* discriminator = nullptr;
};

/// The state of one run of `lower`. Schemas that are made here (by merging) get ids behind those of
/// the document.
struct Lowering {
  Lowering(const spec::Spec& input, diagnostics::Diagnostics& sink)
      : spec(input), diagnostics(sink) {}

  const spec::Spec& spec;
  diagnostics::Diagnostics& diagnostics;
  Api api;

  std::deque<spec::Schema> made;
  std::unordered_map<std::uint32_t, Reading> readings;
  /// Where following `same_as` ends, for chains whose every link was read.
  std::unordered_map<std::uint32_t, spec::SchemaId> reading_ends;
  std::unordered_set<std::uint32_t> being_read;
  std::size_t reading_depth = 0;
  std::unordered_map<std::uint32_t, bool> nullable;
  /// The merged form of a schema with `allOf`.
  std::unordered_map<std::uint32_t, spec::SchemaId> merged;
  /// For an alternative made by distributing `allOf` over a union: the alternative as written.
  std::unordered_map<std::uint32_t, spec::SchemaId> distributed_from;

  /// Schemas made by merging, by what they are made of: recursive schemas meet the same merges
  /// again.
  std::unordered_map<std::string, spec::SchemaId> merges;
  /// How many unions were distributed on the way to a schema made by that.
  std::unordered_map<std::uint32_t, std::size_t> distribution_depth;
  bool merges_exhausted = false;

  std::vector<Component> components;  ///< In document order.
  /// Schemas of components to their index in `components`.
  std::unordered_map<std::uint32_t, std::size_t> component_of;
  /// Parents with a discriminator to the components that extend them, in document order.
  std::unordered_map<std::uint32_t, std::vector<spec::SchemaId>> children;

  std::unordered_map<std::uint32_t, TypeUse> uses;
  std::size_t lowering_depth = 0;
  std::deque<PendingType> pending;
  std::vector<PendingUnion> unions;
  std::unordered_map<std::size_t, TypeId> primitives;
  TypeId any, invalid;

  /// Bodies of errors by their structure, for sharing.
  std::unordered_map<std::string, TypeUse> error_bodies;
  std::unordered_set<std::uint32_t> envelopes;  ///< Components that have given one its name.

  TypeTable& types() { return api.types; }
  const TypeTable& types() const { return api.types; }

  const spec::Schema& schema(spec::SchemaId id) const {
    const std::size_t of_document = spec.schemas.size();
    return id.index < of_document ? spec.schemas[id.index] : made.at(id.index - of_document);
  }
  spec::SchemaId make(spec::Schema schema_made) {
    made.push_back(std::move(schema_made));
    return {static_cast<std::uint32_t>(spec.schemas.size() + made.size() - 1)};
  }
  const Component* component(spec::SchemaId id) const {
    const auto found = component_of.find(id.index);
    return found == component_of.end() ? nullptr : &components[found->second];
  }
};

}  // namespace bindery::model
