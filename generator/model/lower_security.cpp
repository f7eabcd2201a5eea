// Credentials and servers.
// Must not know where a credential's value comes from.
#include "model/lower_security.hpp"

#include <algorithm>
#include <utility>

#include "diagnostics/suggest.hpp"
#include "model/media_type.hpp"
#include "model/schema_facts.hpp"

namespace bindery::model {
namespace {

/// RFC 9110 11.1: schemes are told apart regardless of case. Others are sent as they are spelled.
SecurityKind kind_of_http(const std::string& scheme) {
  if (lower_case(scheme) == "basic") return SecurityKind::http_basic;
  return lower_case(scheme) == "bearer" ? SecurityKind::http_bearer : SecurityKind::http_other;
}

std::optional<SecurityKind> kind_of(const spec::SecurityScheme& scheme) {
  switch (scheme.kind) {
    case spec::SecurityScheme::Kind::api_key:
      return SecurityKind::api_key;
    case spec::SecurityScheme::Kind::http:
      return kind_of_http(scheme.scheme);
    case spec::SecurityScheme::Kind::oauth2:
      return SecurityKind::oauth2;
    case spec::SecurityScheme::Kind::open_id_connect:
      return SecurityKind::open_id_connect;
    case spec::SecurityScheme::Kind::mutual_tls:
      return SecurityKind::mutual_tls;
    case spec::SecurityScheme::Kind::unknown:
      break;
  }
  return std::nullopt;
}

bool is_declared(const Lowering& lowering, const std::string& name) {
  const auto& schemes = lowering.spec.security_schemes;
  return std::any_of(schemes.begin(), schemes.end(),
                     [&](const spec::SecurityScheme& scheme) { return scheme.name == name; });
}

bool is_usable(const Lowering& lowering, const std::string& name) {
  const auto& schemes = lowering.api.security_schemes;
  return std::any_of(schemes.begin(), schemes.end(),
                     [&](const SecurityScheme& scheme) { return scheme.name == name; });
}

void complain_undeclared(Lowering& lowering, const spec::SecurityRequirement::Scheme& scheme) {
  std::vector<std::string> names;
  for (const auto& declared : lowering.spec.security_schemes) names.push_back(declared.name);
  auto report =
      lowering.diagnostics.report(diagnostics::Code::E0405, scheme.where,
                                  "security scheme `" + scheme.name + "` is not declared");
  if (const auto near = diagnostics::nearest(scheme.name, names)) {
    report.hint("did you mean `" + *near + "`?");
  }
}

/// The first of that URL that any flow has; that of the client's own flow first, or last.
std::string first_url(const std::vector<spec::OAuthFlow>& flows,
                      std::optional<std::string> spec::OAuthFlow::*url, bool client_first) {
  for (const bool is_client : {client_first, !client_first}) {
    for (const spec::OAuthFlow& flow : flows) {
      if ((flow.kind == spec::OAuthFlow::Kind::client_credentials) != is_client) continue;
      if (!(flow.*url).value_or("").empty()) return *(flow.*url);
    }
  }
  return {};
}

}  // namespace

std::vector<SecurityScheme> lower_security_schemes(Lowering& lowering) {
  std::vector<SecurityScheme> schemes;
  for (const auto& written : lowering.spec.security_schemes) {
    const auto kind = kind_of(written);
    if (!kind) {
      lowering.diagnostics
          .report(diagnostics::Code::E0603, written.origin.where,
                  "security scheme `" + written.name + "` is of an unknown kind")
          .at(written.origin.pointer);
      lowering.api.left_out.push_back({diagnostics::Code::E0603,
                                       "security scheme `" + written.name + "`",
                                       origin_of(written.origin)});
      continue;
    }
    SecurityScheme scheme;
    scheme.name = written.name;
    scheme.kind = *kind;
    scheme.parameter_name = written.parameter_name;
    if (written.in == "query") scheme.in = ParameterIn::query;
    if (written.in == "cookie") scheme.in = ParameterIn::cookie;
    if (*kind == SecurityKind::http_other) scheme.http_scheme = written.scheme;
    scheme.token_url = first_url(written.flows, &spec::OAuthFlow::token_url, true);
    scheme.refresh_url = first_url(written.flows, &spec::OAuthFlow::refresh_url, false);
    if (scheme.refresh_url.empty()) {
      scheme.refresh_url = first_url(written.flows, &spec::OAuthFlow::token_url, false);
    }
    scheme.open_id_connect_url = written.open_id_connect_url.value_or("");
    scheme.docs.description = written.description.value_or("");
    scheme.origin = origin_of(written.origin);
    schemes.push_back(std::move(scheme));
  }
  return schemes;
}

std::vector<SecurityRequirement> lower_security(
    Lowering& lowering, const std::optional<std::vector<spec::SecurityRequirement>>& own) {
  std::vector<SecurityRequirement> alternatives;
  for (const auto& requirement : own ? *own : lowering.spec.security) {
    SecurityRequirement uses;
    bool usable = true;
    for (const auto& scheme : requirement.schemes) {
      if (!is_declared(lowering, scheme.name)) complain_undeclared(lowering, scheme);
      usable = usable && is_usable(lowering, scheme.name);
      uses.push_back({scheme.name, scheme.scopes});
    }
    if (usable && std::find(alternatives.begin(), alternatives.end(), uses) == alternatives.end()) {
      alternatives.push_back(std::move(uses));
    }
  }
  return alternatives;
}

std::vector<Server> lower_servers(Lowering& lowering, const std::vector<spec::Server>& servers) {
  std::vector<Server> lowered;
  for (const auto& written : servers) {
    if (written.url.empty()) {
      lowering.diagnostics
          .report(diagnostics::Code::E0605, written.origin.where, "server has no url")
          .at(written.origin.pointer);
      continue;
    }
    Server server;
    server.url = written.url;
    server.name = written.name.value_or("");
    server.description = written.description.value_or(server.name);
    for (const auto& variable : written.variables) {
      server.variables.push_back({variable.name, variable.default_value,
                                  variable.description.value_or(""), variable.enum_values});
    }
    server.origin = origin_of(written.origin);
    lowered.push_back(std::move(server));
  }
  return lowered;
}

}  // namespace bindery::model
