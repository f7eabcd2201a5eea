// Security schemes, OAuth flows and requirements.
// Must not match requirements with schemes.
#include "spec/read_security.hpp"

#include <array>
#include <string>
#include <string_view>

namespace bindery::spec {

using document::Member;

namespace {

using Kind = SecurityScheme::Kind;

struct FlowName {
  std::string_view name;
  OAuthFlow::Kind kind;
};

constexpr std::array<FlowName, 5> flow_names{
    {{"implicit", OAuthFlow::Kind::implicit},
     {"password", OAuthFlow::Kind::password},
     {"clientCredentials", OAuthFlow::Kind::client_credentials},
     {"authorizationCode", OAuthFlow::Kind::authorization_code},
     {"deviceAuthorization", OAuthFlow::Kind::device}}};

std::optional<SecurityRequirement> read_requirement(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "security requirement")) return std::nullopt;
  SecurityRequirement requirement;
  for (const Member& member : place.node->members) {
    SecurityRequirement::Scheme scheme{member.key, {}, member.key_where};
    // `ApiKey:` without a list is common and clear.
    if (!member.value.is_null()) {
      scheme.scopes = read_texts(reading, place.member(member), member.key);
    }
    requirement.schemes.push_back(std::move(scheme));
  }
  return requirement;
}

OAuthFlow read_flow(Reading& reading, const Place& place, OAuthFlow::Kind kind) {
  OAuthFlow flow;
  flow.kind = kind;
  FieldReader fields(reading, place);
  flow.authorization_url = fields.text("authorizationUrl");
  flow.token_url = fields.text("tokenUrl");
  flow.refresh_url = fields.text("refreshUrl");
  fields.ignore({"deviceAuthorizationUrl"});
  if (const auto scopes = fields.mapping("scopes")) {
    for (const Member& member : scopes->node->members) {
      const auto description = read_text(reading, scopes->member(member), member.key);
      flow.scopes.emplace_back(member.key, description.value_or(""));
    }
  }
  fields.finish();
  return flow;
}

std::vector<OAuthFlow> read_flows(Reading& reading, FieldReader& scheme) {
  std::vector<OAuthFlow> flows;
  const auto place = scheme.mapping("flows");
  if (!place) return flows;
  FieldReader fields(reading, *place);
  for (const FlowName& flow : flow_names) {
    if (const auto value = fields.mapping(flow.name)) {
      flows.push_back(read_flow(reading, *value, flow.kind));
    }
  }
  fields.finish();
  return flows;
}

Kind read_kind(Reading& reading, const Place& place, const std::string& type) {
  if (type == "apiKey") return Kind::api_key;
  if (type == "http") return Kind::http;
  if (type == "oauth2") return Kind::oauth2;
  if (type == "openIdConnect") return Kind::open_id_connect;
  if (type == "mutualTLS") return Kind::mutual_tls;
  diagnostics::Report report =
      report_bad_value(reading, place, "security scheme type `" + type + "` is not known");
  if (type == "basic") report.hint("that is version 2.0; write `type: http` and `scheme: basic`");
  return Kind::unknown;
}

/// What is missing for the scheme to be used; empty when nothing is.
std::string missing_part(const SecurityScheme& scheme) {
  if (scheme.kind == Kind::api_key) {
    if (scheme.parameter_name.empty()) return "name";
    if (scheme.in != "header" && scheme.in != "query" && scheme.in != "cookie") return "in";
  }
  if (scheme.kind == Kind::http && scheme.scheme.empty()) return "scheme";
  return "";
}

}  // namespace

std::optional<std::vector<SecurityRequirement>> read_security(Reading& reading,
                                                              FieldReader& fields) {
  const auto place = fields.any("security");
  if (!place) return std::nullopt;
  std::vector<SecurityRequirement> requirements;
  if (place->node->is_mapping()) {
    report_bad_value(reading, *place, "`security` is a mapping, expected a list of mappings");
    if (auto requirement = read_requirement(reading, *place)) {
      requirements.push_back(std::move(*requirement));
    }
    return requirements;
  }
  const auto list = fields.sequence("security");
  if (!list) return std::nullopt;
  for (std::size_t i = 0; i < list->node->items.size(); ++i) {
    if (auto requirement = read_requirement(reading, list->item(i))) {
      requirements.push_back(std::move(*requirement));
    }
  }
  // Without credentials is not what a list of unusable alternatives says.
  if (requirements.empty() && !list->node->items.empty()) return std::nullopt;
  return requirements;
}

std::optional<SecurityScheme> read_security_scheme(Reading& reading, const Place& place) {
  if (!expect_mapping(reading, place, "security scheme")) return std::nullopt;
  SecurityScheme scheme;
  scheme.origin = origin_of(place);
  FieldReader fields(reading, place);
  const auto type_place = fields.any("type");
  const auto type = fields.text("type");
  scheme.parameter_name = fields.text("name").value_or("");
  scheme.in = fields.text("in").value_or("");
  scheme.scheme = fields.text("scheme").value_or("");
  scheme.bearer_format = fields.text("bearerFormat");
  scheme.open_id_connect_url = fields.text("openIdConnectUrl");
  scheme.description = fields.text("description");
  scheme.flows = read_flows(reading, fields);
  fields.ignore({"oauth2MetadataUrl", "deprecated", "summary"});
  fields.finish();
  if (!type) {
    report_bad_value(reading, place, "security scheme has no `type`");
    return scheme;
  }
  scheme.kind = read_kind(reading, *type_place, *type);
  if (const std::string missing = missing_part(scheme); !missing.empty()) {
    report_bad_value(reading, place,
                     "security scheme of type `" + *type + "` has no usable `" + missing + "`");
    scheme.kind = Kind::unknown;
  }
  return scheme;
}

}  // namespace bindery::spec
