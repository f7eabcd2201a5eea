// `type`, `nullable` and bounds in the dialect of 3.1.
// Must not read any other keyword.
#include "spec/read_schema_types.hpp"

#include <array>

#include "diagnostics/suggest.hpp"
#include "spec/other_version.hpp"

namespace bindery::spec {

using diagnostics::Code;
using document::Node;

namespace {

struct TypeName {
  std::string_view name;
  bool TypeSet::*member;
};

constexpr std::array<TypeName, 7> type_names{{{"null", &TypeSet::null},
                                              {"boolean", &TypeSet::boolean},
                                              {"integer", &TypeSet::integer},
                                              {"number", &TypeSet::number},
                                              {"string", &TypeSet::string},
                                              {"array", &TypeSet::array},
                                              {"object", &TypeSet::object}}};

/// One name of `type`; an unknown one is reported and says nothing.
void read_type_name(Reading& reading, const Place& place, Schema& schema) {
  const Node& node = *place.node;
  if (node.is_null()) {
    report_bad_value(reading, place, "type `null` is not in quotes, so it is no string")
        .hint("write 'null'");
    schema.types.null = true;
    return;
  }
  if (!node.is_string()) {
    report_bad_value(reading, place, "`type` is neither a name nor a list of names");
    return;
  }
  for (const TypeName& known : type_names) {
    if (node.text != known.name) continue;
    schema.types.*known.member = true;
    return;
  }
  if (node.text == "file") {
    report_other_version(reading, place, "type `file` is of version 2.0; read as binary string");
    schema.types.string = true;
    if (!schema.format) schema.format = "binary";
    return;
  }
  std::vector<std::string> candidates;
  for (const TypeName& known : type_names) candidates.emplace_back(known.name);
  diagnostics::Report report = reading.diagnostics.report(
      Code::E0304, node.where, "type `" + node.text + "` is not known; any value is accepted");
  report.at(place.pointer);
  if (const auto near = diagnostics::nearest(node.text, candidates)) {
    report.hint("did you mean `" + *near + "`?");
  }
}

/// One side of the range. `limit` and `exclusive` are the members of Schema for it.
void read_bound(Reading& reading, FieldReader& fields, std::string_view limit_name,
                std::string_view exclusive_name, std::optional<NumberText>& limit,
                std::optional<NumberText>& exclusive) {
  limit = fields.number(limit_name);
  const std::optional<Place> value = fields.any(exclusive_name);
  if (!value) return;
  const bool is_v3_0 = reading.spec.version == Version::v3_0;
  if (value->node->is_boolean()) {
    if (!is_v3_0) {
      report_other_version(reading, *value,
                           "`" + std::string(exclusive_name) + "` is a boolean only in 3.0");
    }
    if (value->node->boolean && limit) {
      exclusive = std::move(limit);
      limit.reset();
    }
    return;
  }
  exclusive = fields.number(exclusive_name);
  if (exclusive && is_v3_0) {
    report_other_version(reading, *value,
                         "`" + std::string(exclusive_name) + "` is a number only since 3.1");
  }
}

}  // namespace

void read_types(Reading& reading, FieldReader& fields, Schema& schema) {
  const bool is_v3_0 = reading.spec.version == Version::v3_0;
  if (const auto type = fields.any("type")) {
    if (type->node->is_sequence()) {
      if (is_v3_0) report_other_version(reading, *type, "`type` is a list only since 3.1");
      for (std::size_t i = 0; i < type->node->items.size(); ++i) {
        read_type_name(reading, type->item(i), schema);
      }
    } else {
      read_type_name(reading, *type, schema);
      if (is_v3_0 && schema.types.null) {
        report_other_version(reading, *type, "type `null` exists only since 3.1");
      }
    }
    schema.has_type = !schema.types.empty();
  }
  if (const auto nullable = fields.any("nullable")) {
    schema.nullable = fields.flag("nullable").value_or(false);
    if (!is_v3_0) {
      report_other_version(reading, *nullable,
                           "`nullable` is of version 3.0; it is honoured as type `null`");
    }
  }
  if (schema.nullable && schema.has_type) schema.types.null = true;
}

void read_bounds(Reading& reading, FieldReader& fields, Schema& schema) {
  read_bound(reading, fields, "minimum", "exclusiveMinimum", schema.minimum,
             schema.exclusive_minimum);
  read_bound(reading, fields, "maximum", "exclusiveMaximum", schema.maximum,
             schema.exclusive_maximum);
}

void report_newer_keywords(Reading& reading, const Place& place) {
  if (reading.spec.version != Version::v3_0) return;
  constexpr std::array<std::string_view, 17> newer{"const",
                                                   "prefixItems",
                                                   "patternProperties",
                                                   "propertyNames",
                                                   "contains",
                                                   "if",
                                                   "dependentRequired",
                                                   "dependentSchemas",
                                                   "$defs",
                                                   "$anchor",
                                                   "$dynamicAnchor",
                                                   "$dynamicRef",
                                                   "contentEncoding",
                                                   "contentMediaType",
                                                   "contentSchema",
                                                   "unevaluatedProperties",
                                                   "unevaluatedItems"};
  for (const document::Member& member : place.node->members) {
    for (const std::string_view keyword : newer) {
      if (member.key != keyword) continue;
      report_other_version(reading, place.member(member),
                           "`" + member.key + "` exists only since 3.1");
    }
  }
}

}  // namespace bindery::spec
