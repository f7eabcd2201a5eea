// Reads every kind of component once.
// Must not read what is in a component itself.
#include "spec/read_components.hpp"

#include "spec/read_content.hpp"
#include "spec/read_examples.hpp"
#include "spec/read_operation.hpp"
#include "spec/read_parameters.hpp"
#include "spec/read_paths.hpp"
#include "spec/read_schema.hpp"
#include "spec/read_security.hpp"
#include "spec/references.hpp"

namespace bindery::spec {

using document::Member;

namespace {

/// The members of one kind of components; also one that is kept in another file as a whole.
std::optional<Place> components_of(Reading& reading, FieldReader& fields, std::string_view kind) {
  const auto place = fields.mapping(kind);
  if (!place) return std::nullopt;
  return follow_map(reading, *place, kind);
}

/// Reads a component as a target of references, so that it is read once however often it is used.
template <class T>
void read_targets(Reading& reading, FieldReader& fields, std::string_view kind,
                  std::optional<T> (*read)(Reading&, const Place&)) {
  const auto map = components_of(reading, fields, kind);
  if (!map) return;
  auto& known = std::get<TargetsRead<T>>(reading.targets);
  for (const Member& member : map->node->members) {
    if (is_extension(member.key) || known.count(&member.value) != 0) continue;
    const Place place = map->member(member);
    if (reference_of(place)) {
      read_referenced<T>(reading, place, kind, read);
      continue;
    }
    reading.active.push_back({&member.value, member.key_where});
    std::optional<T> value = read(reading, place);
    reading.active.pop_back();
    known.insert_or_assign(&member.value, std::move(value));
  }
}

void read_schemas(Reading& reading, FieldReader& fields) {
  const auto map = components_of(reading, fields, "schemas");
  if (!map) return;
  for (const Member& member : map->node->members) {
    const Place place = map->member(member);
    // An extension is only what cannot be a schema: `x-` begins names of schemas too.
    if (is_extension(member.key) && !member.value.is_mapping()) continue;
    Origin origin = origin_of(place);
    origin.where = member.key_where;
    reading.spec.component_schemas.push_back(
        {member.key, intern_schema(reading, place), std::move(origin)});
  }
}

void read_security_schemes(Reading& reading, FieldReader& fields) {
  const auto map = components_of(reading, fields, "securitySchemes");
  if (!map) return;
  for (const Member& member : map->node->members) {
    if (is_extension(member.key)) continue;
    auto scheme = read_referenced<SecurityScheme>(reading, map->member(member), "securitySchemes",
                                                  read_security_scheme);
    if (!scheme) continue;
    scheme->name = member.key;
    reading.spec.security_schemes.push_back(std::move(*scheme));
  }
}

}  // namespace

void read_components(Reading& reading, const Place& place) {
  FieldReader fields(reading, place);
  read_schemas(reading, fields);
  read_security_schemes(reading, fields);
  read_targets<Parameter>(reading, fields, "parameters", read_parameter);
  read_targets<Header>(reading, fields, "headers", read_header);
  read_targets<Example>(reading, fields, "examples", read_example);
  read_targets<MediaType>(reading, fields, "mediaTypes", read_media_type);
  read_targets<RequestBody>(reading, fields, "requestBodies", read_request_body);
  read_targets<Response>(reading, fields, "responses", read_response);
  read_targets<PathItem>(reading, fields, "pathItems", read_path_item);
  read_targets<std::vector<Callback>>(reading, fields, "callbacks", read_callback);
  fields.ignore({"links"});
  fields.finish();
}

}  // namespace bindery::spec
