// The Discriminator object and where its mapping leads.
// Must not match values with alternatives.
#include "spec/read_discriminator.hpp"

#include "document/pointer.hpp"
#include "spec/read_schema.hpp"
#include "spec/reader.hpp"
#include "spec/references.hpp"

namespace bindery::spec {

using diagnostics::Code;
using document::Node;

namespace {

/// A component's name may hold letters, digits, `.`, `-` and `_` (OAS 3.1 4.8.7.1), yet a file name
/// may look the same: names come first (4.8.25.3).
std::string as_reference(const std::string& name) {
  return "#/components/schemas/" + document::escape_token(name);
}

SchemaId resolve_target(Reading& reading, const Place& place, const std::string& target) {
  const bool may_be_name = target.find_first_of("#/") == std::string::npos;
  if (may_be_name) {
    const Resolution& named = resolve_reference(reading, place, as_reference(target), "schemas");
    if (named.place) return intern_schema(reading, *named.place);
    const Place entry{place.node, place.pointer, 0};
    const Resolution& in_entry = resolve_reference(reading, entry, as_reference(target), "schemas");
    if (in_entry.place) return intern_schema(reading, *in_entry.place);
  }
  // A name that no component has is only a file when it looks like one.
  if (!may_be_name || target.find('.') != std::string::npos) {
    const Resolution& referred = resolve_reference(reading, place, target, "schemas");
    if (referred.place) return intern_schema(reading, *referred.place);
  }
  reading.diagnostics.report(Code::E0307, place.node->where, "`" + target + "` names no schema")
      .at(place.pointer);
  return {};
}

/// Text, or an object that holds a reference.
std::optional<std::string> target_text(Reading& reading, const Place& place) {
  const Node* node = place.node;
  if (const Node* const reference = node->find("$ref")) node = reference;
  if (node->is_string()) return node->text;
  reading.diagnostics
      .report(Code::E0307, place.node->where,
              "mapping value is neither a schema name nor a reference")
      .at(place.pointer);
  return std::nullopt;
}

}  // namespace

std::optional<Discriminator> read_discriminator(Reading& reading, const Place& place) {
  Discriminator discriminator;
  discriminator.where = place.node->where;
  if (place.node->is_string()) {
    reading.diagnostics
        .report(Code::E0310, place.node->where,
                "`discriminator` is a name only in version 2.0, expected a mapping")
        .at(place.pointer);
    discriminator.property_name = place.node->text;
    return discriminator;
  }
  if (!expect_mapping(reading, place, "discriminator")) return std::nullopt;
  FieldReader fields(reading, place);
  const auto property_name = fields.text("propertyName");
  const auto mapping = fields.mapping("mapping");
  const auto default_mapping = fields.any("defaultMapping");
  fields.finish();
  if (!property_name) {
    reading.diagnostics
        .report(Code::E0307, place.node->where, "discriminator has no `propertyName`")
        .at(place.pointer);
    return std::nullopt;
  }
  discriminator.property_name = *property_name;
  if (mapping) {
    for (const document::Member& member : mapping->node->members) {
      const Place value = mapping->member(member);
      const auto target = target_text(reading, value);
      if (!target) continue;
      discriminator.mapping.push_back(
          {member.key, *target, resolve_target(reading, value, *target), member.value.where});
    }
  }
  if (default_mapping) {
    if (const auto target = target_text(reading, *default_mapping)) {
      discriminator.default_mapping = resolve_target(reading, *default_mapping, *target);
    }
  }
  return discriminator;
}

}  // namespace bindery::spec
