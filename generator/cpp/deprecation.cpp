// Looks at a type's own parts and at the names a function spells.
// Must not look into what is only reached through a declared type: its header looks after itself.
#include "cpp/deprecation.hpp"

#include <algorithm>

namespace bindery::cpp {
namespace {

bool names_deprecated_type(const Building& building, const model::TypeUse& use) {
  if (!use.type.is_known()) return false;
  const Needs needs = value_type({building.api, building.names}, use).needs;
  return std::any_of(needs.types.begin(), needs.types.end(),
                     [&](model::TypeId type) { return is_deprecated(building.api, type); });
}

bool any_deprecated(const Building& building, const std::vector<model::ResponseHeader>& headers) {
  return std::any_of(headers.begin(), headers.end(), [&](const model::ResponseHeader& header) {
    return header.docs.deprecated || names_deprecated_type(building, header.type);
  });
}

bool any_deprecated(const Building& building, const std::vector<model::Content>& contents) {
  return std::any_of(contents.begin(), contents.end(), [&](const model::Content& content) {
    if (names_deprecated_type(building, content.type)) return true;
    // The parts of a form are added one by one.
    const model::TypeId target = behind_aliases(building.api, content.type.type);
    return target.is_known() && has_deprecated_parts(building.api, target);
  });
}

}  // namespace

bool is_deprecated(const model::Api& api, model::TypeId type) {
  return api.types.at(type).docs.deprecated;
}

bool has_deprecated_parts(const model::Api& api, model::TypeId type) {
  if (is_deprecated(api, type)) return true;
  if (const auto* object = api.types.at(type).as<model::Object>()) {
    return std::any_of(object->fields.begin(), object->fields.end(),
                       [](const model::Field& field) { return field.docs.deprecated; });
  }
  if (const auto* values = api.types.at(type).as<model::Enum>()) {
    return std::any_of(values->values.begin(), values->values.end(),
                       [](const model::EnumValue& value) { return value.deprecated; });
  }
  return false;
}

bool names_deprecated(const Building& building, const model::Operation& operation) {
  for (const model::Parameter& parameter : operation.parameters) {
    if (parameter.docs.deprecated || names_deprecated_type(building, parameter.type)) return true;
  }
  if (operation.body && any_deprecated(building, operation.body->contents)) return true;
  return std::any_of(operation.responses.begin(), operation.responses.end(),
                     [&](const model::ResponseCase& response) {
                       return any_deprecated(building, response.contents) ||
                              any_deprecated(building, response.headers);
                     });
}

}  // namespace bindery::cpp
