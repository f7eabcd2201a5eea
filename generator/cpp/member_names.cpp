// Candidates for members, and the overrides of them.
// Must name each from itself alone.
#include "cpp/member_names.hpp"

#include "cpp/comment.hpp"
#include "cpp/identifier.hpp"
#include "cpp/name_table.hpp"
#include "cpp/response_headers.hpp"

namespace bindery::cpp {
namespace {

using diagnostics::Code;

std::string_view place_of(model::ParameterIn in) {
  switch (in) {
    case model::ParameterIn::path:
      return "path";
    case model::ParameterIn::query:
      return "query";
    case model::ParameterIn::header:
      return "header";
    case model::ParameterIn::cookie:
      return "cookie";
  }
  return "query";
}

std::vector<std::string> field_names(const model::Object& object, const std::string& type_name,
                                     Overrides& overrides, diagnostics::Diagnostics& diagnostics) {
  NameTable table({"additional_properties", type_name});
  std::vector<Claim> claims;
  claims.reserve(object.fields.size());
  for (const model::Field& field : object.fields) {
    const auto given = overrides.find({}, field.name_override, field.origin);
    Claim claim;
    claim.candidates = {given ? *given : snake_identifier(field.wire_name)};
    claim.identity = field.wire_name;
    claim.is_exact = given || claim.candidates.front() == field.wire_name;
    claim.origin = field.origin;
    claims.push_back(std::move(claim));
  }
  return table.settle(claims, diagnostics);
}

std::vector<std::string> enumerator_names(const model::Enum& values, const model::Origin& origin,
                                          diagnostics::Diagnostics& diagnostics) {
  // A plain `bool` has no enumerators.
  if (values.base == model::Enum::Base::boolean) {
    return std::vector<std::string>(values.values.size());
  }
  NameTable table;
  std::vector<Claim> claims;
  claims.reserve(values.values.size());
  for (const model::EnumValue& value : values.values) {
    Claim claim;
    claim.candidates = {enumerator_name(value)};
    claim.identity = value.literal.text;
    claim.is_exact = claim.candidates.front() == value.literal.text;
    claim.origin = origin;
    claims.push_back(std::move(claim));
  }
  return table.settle(claims, diagnostics);
}

}  // namespace

std::optional<std::string> Overrides::find(const std::string& key,
                                           const std::optional<std::string>& given,
                                           const model::Origin& origin) {
  auto configured = naming_.overrides.find(origin.pointer);
  if (configured == naming_.overrides.end() && !key.empty()) {
    configured = naming_.overrides.find(key);
  }
  if (configured != naming_.overrides.end()) return checked(configured->second, origin);
  if (given) return checked({*given, origin.where}, origin);
  return std::nullopt;
}

std::optional<std::string> Overrides::checked(const NameOverride& name,
                                              const model::Origin& origin) {
  if (is_usable_identifier(name.name)) return name.name;
  diagnostics_
      .report(Code::E0502, name.where,
              code_span(name.name) + " is no C++ identifier, or one that is reserved")
      .at(origin.pointer)
      .hint("letters, digits and single `_`, beginning with a letter; no keyword or macro");
  return std::nullopt;
}

std::vector<std::string> member_names(const model::Type& type, const std::string& type_name,
                                      Overrides& overrides, diagnostics::Diagnostics& diagnostics) {
  if (const auto* object = type.as<model::Object>()) {
    return field_names(*object, type_name, overrides, diagnostics);
  }
  if (const auto* values = type.as<model::Enum>()) {
    return enumerator_names(*values, type.origin, diagnostics);
  }
  return {};
}

std::vector<std::string> parameter_names(const model::Operation& operation,
                                         const std::vector<std::string>& taken,
                                         Overrides& overrides,
                                         diagnostics::Diagnostics& diagnostics) {
  NameTable table;
  for (const std::string& name : taken) {
    Claim claim;
    claim.candidates = {name};
    claim.identity = name;
    table.settle({claim}, diagnostics);
  }

  // Parameters of one place have distinct names; those of the path are part of the operation's
  // name, so they come first.
  std::vector<std::string> names(operation.parameters.size());
  for (const model::ParameterIn place : {model::ParameterIn::path, model::ParameterIn::query,
                                         model::ParameterIn::header, model::ParameterIn::cookie}) {
    std::vector<Claim> claims;
    std::vector<std::size_t> wanted;
    for (std::size_t index = 0; index < operation.parameters.size(); ++index) {
      const model::Parameter& parameter = operation.parameters[index];
      if (parameter.in != place) continue;
      const auto given = overrides.find({}, parameter.name_override, parameter.origin);
      const std::string name = given ? *given : snake_identifier(parameter.wire_name);
      Claim claim;
      claim.candidates = {name, guarded(name + "_" + std::string(place_of(place)))};
      claim.identity = parameter.wire_name + " in " + std::string(place_of(place));
      claim.is_exact = given || name == parameter.wire_name;
      claim.origin = parameter.origin;
      claims.push_back(std::move(claim));
      wanted.push_back(index);
    }
    const std::vector<std::string> settled = table.settle(claims, diagnostics);
    for (std::size_t index = 0; index < settled.size(); ++index) {
      names[wanted[index]] = settled[index];
    }
  }
  return names;
}

std::vector<std::string> header_names(const model::Operation& operation,
                                      const std::string& type_name, Overrides& overrides,
                                      diagnostics::Diagnostics& diagnostics) {
  NameTable table({type_name});
  std::vector<Claim> claims;
  for (const DocumentedHeader& header : response_headers(operation)) {
    const model::Origin& origin = header.places.front()->origin;
    const auto given = overrides.find({}, std::nullopt, origin);
    Claim claim;
    claim.candidates = {given ? *given : snake_identifier(header.wire_name)};
    claim.identity = header.wire_name;
    claim.is_exact = given || claim.candidates.front() == header.wire_name;
    claim.origin = origin;
    claims.push_back(std::move(claim));
  }
  return table.settle(claims, diagnostics);
}

std::string enumerator_name(const model::EnumValue& value) {
  if (value.name_override && is_usable_identifier(*value.name_override)) {
    return *value.name_override;
  }
  return pascal_identifier(value.name_override ? *value.name_override : value.literal.text);
}

}  // namespace bindery::cpp
