// The OpenAPI object: the entry of this room.
// Must not read anything below info, tags and the top level.
#include <optional>

#include "spec/other_version.hpp"
#include "spec/read_components.hpp"
#include "spec/read_paths.hpp"
#include "spec/read_schema.hpp"
#include "spec/read_security.hpp"
#include "spec/read_servers.hpp"
#include "spec/read_spec.hpp"
#include "spec/reader.hpp"
#include "spec/resources.hpp"
#include "spec/version.hpp"

namespace bindery::spec {

using diagnostics::Code;

namespace {

Info read_info(Reading& reading, FieldReader& root) {
  Info info;
  const auto place = root.mapping("info");
  if (!place) {
    if (root.place().node->find("info") == nullptr) {
      report_bad_value(reading, root.place(), "document has no `info`");
    }
    info.origin.where = root.place().node->where;
    info.origin.pointer = "#/info";
    return info;
  }
  info.origin = origin_of(*place);
  FieldReader fields(reading, *place);
  info.title = fields.text("title").value_or("");
  info.version = fields.text("version").value_or("");
  info.summary = fields.text("summary");
  info.description = fields.text("description");
  fields.ignore({"termsOfService", "contact", "license"});
  fields.finish();
  return info;
}

std::optional<Tag> read_tag(Reading& reading, const Place& place) {
  Tag tag;
  tag.origin = origin_of(place);
  if (place.node->is_string()) {
    report_bad_value(reading, place, "tag is a string, expected a mapping with a `name`");
    tag.name = place.node->text;
    return tag;
  }
  if (!expect_mapping(reading, place, "tag")) return std::nullopt;
  FieldReader fields(reading, place);
  const auto name = fields.text("name");
  tag.summary = fields.text("summary");
  tag.description = fields.text("description");
  fields.ignore({"externalDocs", "parent", "kind"});
  fields.finish();
  if (!name) {
    report_bad_value(reading, place, "tag has no `name` and is left out");
    return std::nullopt;
  }
  tag.name = *name;
  return tag;
}

std::vector<Tag> read_tags(Reading& reading, FieldReader& root) {
  std::vector<Tag> tags;
  const auto place = root.sequence("tags");
  if (!place) return tags;
  for (std::size_t i = 0; i < place->node->items.size(); ++i) {
    if (auto tag = read_tag(reading, place->item(i))) tags.push_back(std::move(*tag));
  }
  return tags;
}

/// A part without which there is no structure: of another kind than a mapping it is an error.
std::optional<Place> structure(Reading& reading, FieldReader& root, std::string_view key) {
  const auto place = root.any(key);
  if (!place || place->node->is_mapping()) return place;
  if (place->node->is_null()) {
    report_bad_value(reading, *place, "`" + std::string(key) + "` is null, expected a mapping");
    return std::nullopt;
  }
  reading.diagnostics
      .report(Code::E0301, place->node->where,
              "`" + std::string(key) + "` is a " +
                  std::string(document::to_string(place->node->kind)) + ", expected a mapping")
      .at(place->pointer);
  return std::nullopt;
}

void read_root(Reading& reading, const Place& place) {
  Spec& spec = reading.spec;
  spec.origin = origin_of(place);
  FieldReader root(reading, place);
  root.ignore({"openapi", "$self", "jsonSchemaDialect", "externalDocs"});
  spec.info = read_info(reading, root);
  spec.servers = read_servers(reading, root);
  spec.tags = read_tags(reading, root);
  spec.security = read_security(reading, root).value_or(std::vector<SecurityRequirement>{});
  const auto paths = structure(reading, root, "paths");
  const auto webhooks = structure(reading, root, "webhooks");
  const auto components = structure(reading, root, "components");
  root.finish();
  if (components) read_components(reading, *components);
  if (paths) spec.paths = read_paths(reading, *paths);
  if (webhooks) spec.webhooks = read_webhooks(reading, *webhooks);
  // OAS 3.1 4.8.1: one of them must be there.
  for (const std::string_view key : {"paths", "webhooks", "components"}) {
    if (place.node->find(key) != nullptr) return;
  }
  reading.diagnostics
      .report(Code::E0302, place.node->where,
              "document has neither `paths` nor `webhooks` nor `components`")
      .at(place.pointer);
}

}  // namespace

Spec read_spec(document::Document entry, source::SourceMap& sources,
               diagnostics::Diagnostics& diagnostics) {
  Spec spec;
  // Nothing was left of the documents that were merged; that was reported.
  if (entry.source == source::Location::no_source) return spec;
  const std::optional<Version> version = read_version(entry.root, diagnostics);
  if (!version) return spec;
  spec.version = *version;
  Reading reading(spec, sources, diagnostics);
  const std::string& name = sources.file(entry.source).name;
  const ResourceId root = add_document(reading, std::move(entry), name);
  claim_sources(reading, root);
  collect_identifiers(reading, root);
  read_root(reading, reading.resources[root].root);
  read_pending_schemas(reading);
  flush_other_versions(reading);
  return spec;
}

}  // namespace bindery::spec
