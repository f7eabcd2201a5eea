// Each keyword of a schema to its member.
// Must not recurse: subschemas are interned and wait.
#include "spec/read_schema.hpp"

#include <algorithm>
#include <array>
#include <unordered_set>

#include "document/pointer.hpp"
#include "spec/other_version.hpp"
#include "spec/read_discriminator.hpp"
#include "spec/read_examples.hpp"
#include "spec/read_schema_types.hpp"
#include "spec/reader.hpp"
#include "spec/references.hpp"
#include "spec/resources.hpp"

namespace bindery::spec {

using document::Member;
using document::Node;

namespace {

std::optional<SchemaId> read_subschema(Reading& reading, FieldReader& fields,
                                       std::string_view key) {
  const auto place = fields.any(key);
  if (!place) return std::nullopt;
  return intern_schema(reading, *place);
}

std::vector<SchemaId> read_subschemas(Reading& reading, FieldReader& fields, std::string_view key) {
  std::vector<SchemaId> schemas;
  if (const auto place = fields.sequence(key)) {
    for (std::size_t i = 0; i < place->node->items.size(); ++i) {
      schemas.push_back(intern_schema(reading, place->item(i)));
    }
  }
  return schemas;
}

std::vector<NamedSchema> read_named_schemas(Reading& reading, FieldReader& fields,
                                            std::string_view key) {
  std::vector<NamedSchema> schemas;
  const auto place = fields.mapping(key);
  if (!place) return schemas;
  const auto map = follow_map(reading, *place, key);
  if (!map) return schemas;
  for (const Member& member : map->node->members) {
    schemas.push_back({member.key, member.key_where, intern_schema(reading, map->member(member))});
  }
  return schemas;
}

/// `required` as a list of names, each once.
void read_required(Reading& reading, FieldReader& fields, Schema& schema) {
  const auto place = fields.any("required");
  if (!place) return;
  if (place->node->is_boolean()) {
    report_bad_value(reading, *place, "`required` is a boolean, expected a list of names")
        .hint("list the property in `required` of the schema that has it");
    return;
  }
  std::unordered_set<std::string> known;
  for (std::string& name : read_texts(reading, *place, "required")) {
    if (known.insert(name).second) schema.required.push_back(std::move(name));
  }
}

void read_dependent_required(Reading& reading, FieldReader& fields, Schema& schema) {
  const auto place = fields.mapping("dependentRequired");
  if (!place) return;
  for (const Member& member : place->node->members) {
    schema.dependent_required.push_back(
        {member.key, read_texts(reading, place->member(member), "dependentRequired")});
  }
}

/// `example` and `examples` (a list since 3.1; a mapping of Example objects seen in the wild).
void read_schema_examples(Reading& reading, FieldReader& fields, Schema& schema) {
  const auto add = [&](const Place& place) {
    schema.examples.push_back(read_example_value(reading, place));
  };
  if (const auto example = fields.any("example")) add(*example);
  const auto examples = fields.any("examples");
  if (!examples) return;
  if (examples->node->is_sequence()) {
    for (std::size_t index = 0; index < examples->node->items.size(); ++index) {
      add(examples->item(index));
    }
    return;
  }
  report_bad_value(reading, *examples, "`examples` of a schema is not a list");
  for (const Member& member : examples->node->members) {
    const Place place = examples->member(member);
    if (!member.value.is_mapping()) continue;
    for (const Member& field : member.value.members) {
      if (field.key == "value") add(place.member(field));
    }
  }
}

void read_enum(Reading& reading, FieldReader& fields, Schema& schema) {
  const auto place = fields.sequence("enum");
  if (!place) return;
  if (place->node->items.empty()) {
    report_bad_value(reading, *place, "`enum` is empty: no value would be valid");
    return;
  }
  schema.has_enum = true;
  for (const Node& item : place->node->items) schema.enum_values.push_back(&item);
}

void read_arrays(Reading& reading, FieldReader& fields, Schema& schema) {
  const auto items = fields.any("items");
  if (items && items->node->is_sequence()) {
    report_other_version(reading, *items, "`items` is a list only before 3.1; read as prefixItems");
    for (std::size_t i = 0; i < items->node->items.size(); ++i) {
      schema.prefix_items.push_back(intern_schema(reading, items->item(i)));
    }
  } else if (items) {
    schema.items = intern_schema(reading, *items);
  }
  for (const SchemaId id : read_subschemas(reading, fields, "prefixItems")) {
    schema.prefix_items.push_back(id);
  }
  schema.unevaluated_items = read_subschema(reading, fields, "unevaluatedItems");
  schema.contains = read_subschema(reading, fields, "contains");
  schema.min_items = fields.count("minItems");
  schema.max_items = fields.count("maxItems");
  schema.min_contains = fields.count("minContains");
  schema.max_contains = fields.count("maxContains");
  schema.unique_items = fields.flag("uniqueItems").value_or(false);
}

void read_objects(Reading& reading, FieldReader& fields, Schema& schema) {
  schema.properties = read_named_schemas(reading, fields, "properties");
  schema.pattern_properties = read_named_schemas(reading, fields, "patternProperties");
  schema.dependent_schemas = read_named_schemas(reading, fields, "dependentSchemas");
  schema.definitions = read_named_schemas(reading, fields, "$defs");
  for (NamedSchema& definition : read_named_schemas(reading, fields, "definitions")) {
    schema.definitions.push_back(std::move(definition));
  }
  read_required(reading, fields, schema);
  read_dependent_required(reading, fields, schema);
  schema.additional_properties = read_subschema(reading, fields, "additionalProperties");
  schema.unevaluated_properties = read_subschema(reading, fields, "unevaluatedProperties");
  // Of the members that nothing else describes (JSON Schema Core 11.3): without the one keyword,
  // the other says what they are. `false` stays apart, since it sees the members of an `allOf`.
  const auto unevaluated = fields.any("unevaluatedProperties");
  if (!schema.additional_properties && unevaluated && unevaluated->node->is_mapping()) {
    schema.additional_properties = schema.unevaluated_properties;
  }
  schema.property_names = read_subschema(reading, fields, "propertyNames");
  schema.min_properties = fields.count("minProperties");
  schema.max_properties = fields.count("maxProperties");
}

void read_compositions(Reading& reading, FieldReader& fields, Schema& schema) {
  schema.all_of = read_subschemas(reading, fields, "allOf");
  schema.any_of = read_subschemas(reading, fields, "anyOf");
  schema.one_of = read_subschemas(reading, fields, "oneOf");
  schema.not_schema = read_subschema(reading, fields, "not");
  schema.if_schema = read_subschema(reading, fields, "if");
  schema.then_schema = read_subschema(reading, fields, "then");
  schema.else_schema = read_subschema(reading, fields, "else");
  if (const auto discriminator = fields.any("discriminator")) {
    schema.discriminator = read_discriminator(reading, *discriminator);
  }
}

/// What people read, and what stands beside a reference in 3.0 too.
void read_annotations(Reading& reading, FieldReader& fields, Schema& schema) {
  schema.title = fields.text("title");
  schema.description = fields.text("description");
  schema.deprecated = fields.flag("deprecated").value_or(false);
  schema.read_only = fields.flag("readOnly").value_or(false);
  schema.write_only = fields.flag("writeOnly").value_or(false);
  if (const auto value = fields.any("default")) schema.default_value = value->node;
  read_schema_examples(reading, fields, schema);
}

void read_scalars(FieldReader& fields, Schema& schema) {
  if (const auto value = fields.any("const")) schema.const_value = value->node;
  schema.format = fields.text("format");
  schema.content_encoding = fields.text("contentEncoding");
  schema.content_media_type = fields.text("contentMediaType");
  schema.min_length = fields.count("minLength");
  schema.max_length = fields.count("maxLength");
  schema.pattern = fields.text("pattern");
  schema.multiple_of = fields.number("multipleOf");
}

void read_identifiers(FieldReader& fields, Schema& schema) {
  schema.id = fields.text("$id");
  schema.anchor = fields.text("$anchor");
  schema.dynamic_anchor = fields.text("$dynamicAnchor");
  fields.ignore({"$schema", "$comment", "$vocabulary", "xml", "externalDocs"});
}

void read_reference(Reading& reading, FieldReader& fields, Schema& schema) {
  for (const std::string_view key : {"$ref", "$dynamicRef"}) {
    const auto place = fields.any(key);
    if (!place) continue;
    if (!place->node->is_string()) {
      report_bad_value(reading, *place, "`" + std::string(key) + "` is not a string");
      continue;
    }
    if (schema.reference) {
      report_bad_value(reading, *place, "`$dynamicRef` beside `$ref` is left out");
      continue;
    }
    const std::string& text = place->node->text;
    const Resolution& resolution = resolve_reference(reading, fields.place(), text, "schemas");
    schema.reference = SchemaReference{text, place->node->where, {}};
    if (resolution.place) {
      schema.reference->target = intern_schema(reading, *resolution.place);
    }
    if (!resolution.message.empty()) report_resolution(reading, *place, resolution);
  }
}

/// `$recursiveRef: '#'` of JSON Schema 2019-09: the outermost dynamic scope, for us the schema
/// around it that has `$recursiveAnchor: true`.
void read_recursive_reference(Reading& reading, FieldReader& fields, Schema& schema) {
  fields.ignore({"$recursiveAnchor"});
  const auto place = fields.any("$recursiveRef");
  if (!place || schema.reference) return;
  report_other_version(reading, *place, "`$recursiveRef` is of JSON Schema 2019-09");
  const ResourceId file = reading.resources[place->resource].file;
  const auto path = document::Pointer::parse(std::string_view(place->pointer).substr(1));
  Place current = reading.resources[file].root;
  std::optional<Place> anchor;
  for (const std::string& token : path ? path->tokens() : std::vector<std::string>{}) {
    const Node* const mark = current.node->find("$recursiveAnchor");
    if (mark != nullptr && mark->is_boolean() && mark->boolean) anchor = current;
    const document::Pointer step({token});
    const Node* const next = document::resolve(*current.node, step);
    if (next == nullptr) return;
    current = {next, current.pointer + "/" + document::escape_token(token), current.resource};
  }
  if (!anchor) return;
  schema.reference =
      SchemaReference{place->node->text, place->node->where, intern_schema(reading, *anchor)};
}

/// In 3.0 the siblings of a reference are ignored (OAS 3.0 4.7.23); those that only annotate are
/// kept all the same, since that is what their writers meant.
void read_siblings_v3_0(Reading& reading, FieldReader& fields, Schema& schema) {
  read_annotations(reading, fields, schema);
  schema.nullable = fields.flag("nullable").value_or(false);
  const Place& place = fields.place();
  constexpr std::array<std::string_view, 14> kept{
      "$ref",     "title",   "description", "deprecated",   "readOnly",    "writeOnly", "default",
      "nullable", "example", "examples",    "externalDocs", "$dynamicRef", "summary",   "xml"};
  for (const Member& member : place.node->members) {
    if (is_extension(member.key)) continue;
    if (std::find(kept.begin(), kept.end(), member.key) != kept.end()) continue;
    report_other_version(reading, place.member(member),
                         "`" + member.key + "` beside `$ref` has no effect in 3.0");
  }
}

void read_schema(Reading& reading, const Place& place, Schema& schema) {
  const Node& node = *place.node;
  if (node.is_boolean()) {
    schema.boolean = node.boolean;
    return;
  }
  if (!expect_mapping(reading, place, "schema")) return;
  FieldReader fields(reading, place);
  schema.extensions = read_extensions(node);
  read_reference(reading, fields, schema);
  read_recursive_reference(reading, fields, schema);
  if (schema.reference && reading.spec.version == Version::v3_0) {
    read_siblings_v3_0(reading, fields, schema);
    return;
  }
  report_newer_keywords(reading, place);
  read_annotations(reading, fields, schema);
  read_scalars(fields, schema);
  read_types(reading, fields, schema);
  read_bounds(reading, fields, schema);
  read_enum(reading, fields, schema);
  read_arrays(reading, fields, schema);
  read_objects(reading, fields, schema);
  read_compositions(reading, fields, schema);
  schema.content_schema = read_subschema(reading, fields, "contentSchema");
  read_identifiers(fields, schema);
  fields.finish();
}

}  // namespace

SchemaId intern_schema(Reading& reading, const Place& place) {
  const SchemaId added{static_cast<std::uint32_t>(reading.spec.schemas.size())};
  const auto [entry, is_new] = reading.schema_ids.try_emplace(place.node, added);
  if (!is_new) return entry->second;
  Schema& schema = reading.spec.schemas.emplace_back();
  schema.where = place.node->where;
  schema.pointer = place.pointer;
  reading.pending_schemas.emplace_back(added, enter_resource(reading, place));
  return added;
}

void read_pending_schemas(Reading& reading) {
  while (!reading.pending_schemas.empty()) {
    const auto [id, place] = std::move(reading.pending_schemas.front());
    reading.pending_schemas.pop_front();
    // Reading interns more schemas; a deque keeps this one where it is.
    read_schema(reading, place, reading.spec.schemas[id.index]);
  }
}

}  // namespace bindery::spec
