// Objects: properties to fields, and what else they hold.
// Must not look at `allOf`: what is lowered here was merged before.
#include "model/lower_object.hpp"

#include <algorithm>

#include "model/lower_schema.hpp"
#include "model/nullability.hpp"
#include "model/read_schema.hpp"
#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

Primitive primitive_of(const Enum& enumeration) {
  switch (enumeration.base) {
    case Enum::Base::boolean:
      return Primitive::boolean;
    case Enum::Base::integer:
      return Primitive::int64;
    case Enum::Base::number:
      return Primitive::float64;
    case Enum::Base::string:
      break;
  }
  return Primitive::string;
}

/// A `const` that is sent without being set: a required one. Any other may be absent, so it is an
/// enumeration of one value, until a union turns out to tell by it (`decide_matching`).
const Literal* constant_of(Lowering& lowering, spec::SchemaId id, bool required) {
  if (!required) return nullptr;
  const Reading& reading = read_through(lowering, id);
  if (reading.kind != Reading::Kind::enumeration || !reading.is_constant) return nullptr;
  if (is_nullable(lowering, id)) return nullptr;
  return &reading.enumeration.values.front().literal;
}

Field lower_field(Lowering& lowering, TypeId parent, const spec::NamedSchema& property,
                  bool required) {
  Field field;
  field.wire_name = property.name;
  field.required = required;
  UseFacts facts = facts_of_use(lowering, property.schema);
  field.read_only = facts.read_only;
  field.write_only = facts.write_only;
  field.default_value = std::move(facts.default_value);
  field.name_override = std::move(facts.name_override);
  field.docs = std::move(facts.docs);
  field.constraints = std::move(facts.constraints);
  field.origin = origin_of(lowering.schema(property.schema));
  if (const auto* constant = constant_of(lowering, property.schema, required)) {
    field.constant = *constant;
    field.type =
        primitive_use(lowering, primitive_of(read_through(lowering, property.schema).enumeration));
    return field;
  }
  TypeName name;
  name.source = TypeName::Source::member;
  name.parent = parent;
  name.member = property.name;
  field.type = lower_schema(lowering, property.schema, name);
  return field;
}

AdditionalProperties lower_additional(Lowering& lowering, TypeId parent,
                                      const spec::Schema& schema) {
  AdditionalProperties additional;
  using Kind = AdditionalProperties::Kind;
  const auto typed = [&](spec::SchemaId id) {
    TypeName name;
    name.source = TypeName::Source::member;
    name.parent = parent;
    name.member = "AdditionalProperty";
    additional.kind = Kind::typed;
    additional.type = lower_nested(lowering, id, name);
  };
  const auto boolean_of = [&](const std::optional<spec::SchemaId>& id) {
    return id ? lowering.schema(*id).boolean : std::nullopt;
  };
  const bool forbidden = boolean_of(schema.additional_properties) == false;
  if (!schema.pattern_properties.empty()) {
    // Several patterns, or members beside one: only the values of a single closed pattern are
    // known.
    if (schema.pattern_properties.size() == 1 && forbidden) {
      typed(schema.pattern_properties.front().schema);
    } else {
      additional.kind = Kind::any;
    }
    return additional;
  }
  if (schema.additional_properties) {
    if (forbidden) {
      additional.kind = Kind::forbidden;
    } else if (read_through(lowering, *schema.additional_properties).kind == Reading::Kind::any) {
      additional.kind = Kind::any;
    } else {
      typed(*schema.additional_properties);
    }
  } else if (boolean_of(schema.unevaluated_properties) == false) {
    additional.kind = Kind::forbidden;
  } else if (schema.properties.empty()) {
    additional.kind = Kind::any;
  }
  return additional;
}

}  // namespace

void define_object(Lowering& lowering, TypeId type, spec::SchemaId id) {
  const spec::Schema& schema = lowering.schema(id);
  const std::unordered_set<std::string> required(schema.required.begin(), schema.required.end());
  std::unordered_set<std::string> declared;
  Object object;
  for (const auto& property : schema.properties) {
    declared.insert(property.name);
    if (lowering.schema(property.schema).boolean == false) continue;  // Never present.
    object.fields.push_back(
        lower_field(lowering, type, property, required.count(property.name) != 0));
  }
  for (const auto& name : schema.required) {
    if (declared.count(name) != 0 || schema.properties.empty()) continue;
    lowering.diagnostics
        .report(diagnostics::Code::E0311, schema.where,
                "`" + name + "` is required but not among the properties")
        .at(schema.pointer);
  }
  object.additional = lower_additional(lowering, type, schema);
  lowering.types().at(type).shape = std::move(object);
}

}  // namespace bindery::model
