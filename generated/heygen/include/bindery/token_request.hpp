// SPDX-License-Identifier: MIT-0
// What is sent to a token endpoint (RFC 6749 4.4.2, 6), and what its answer says.
// Must not send, nor keep a token.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/answer.hpp"
#include "bindery/base64.hpp"
#include "bindery/call_error.hpp"
#include "bindery/form.hpp"
#include "bindery/http.hpp"
#include "bindery/oauth.hpp"
#include "bindery/parameters.hpp"
#include "bindery/redact.hpp"
#include "bindery/retry.hpp"
#include "bindery/token_source.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// The name and password of a client, for `Authorization` (RFC 6749 2.3.1: each is encoded as in a
/// form before they are joined).
inline std::string client_pair(const OAuth2Credential& credential) {
  const std::string pair = percent_encoded(credential.client_id) + ':' +
                           percent_encoded(credential.client_secret.reveal());
  return base64_encode(Bytes(pair.begin(), pair.end()));
}

/// The request that asks `url` for a token.
inline Request token_request(const OAuth2Credential& credential, const TokenGrant& grant,
                             std::string url) {
  Request request{"POST", std::move(url), {}, {}};
  Form form;
  const bool is_refresh = !grant.refresh_token.empty();
  form.add("grant_type", is_refresh ? "refresh_token" : "client_credentials");
  if (is_refresh) form.add("refresh_token", grant.refresh_token);
  if (!grant.scope.empty()) form.add("scope", grant.scope);
  const bool has_secret = !credential.client_secret.empty();
  if (has_secret && credential.authentication == ClientAuthentication::basic) {
    request.headers.set("Authorization", "Basic " + client_pair(credential));
  } else if (!credential.client_id.empty()) {
    form.add("client_id", credential.client_id);
    if (has_secret) form.add("client_secret", credential.client_secret.reveal());
  }
  for (const auto& [name, value] : credential.parameters) form.add(name, value);
  request.headers.set("Content-Type", "application/x-www-form-urlencoded");
  request.headers.set("Accept", "application/json");
  request.body = Body(form.text());
  return request;
}

/// Why there is no token. The request that wanted one was not sent.
inline TransportError no_token(TransportErrorKind kind, const std::string& host,
                               const std::string& reason) {
  return {kind, "no access token from " + host + ": " + reason, false};
}

/// `expires_in`, also where it is a text; more than ten years are ten.
inline std::optional<std::chrono::seconds> lifetime_of(std::string_view text) {
  constexpr std::int64_t longest = std::int64_t{10} * 365 * 24 * 3600;
  const auto seconds = parse_decimal(text.substr(0, text.find('.')));
  if (!seconds) return std::nullopt;
  return std::chrono::seconds(*seconds < longest ? *seconds : longest);
}

/// The token in an answer (RFC 6749 5.1), or why there is none (5.2). Of the body nothing but the
/// error is shown: it may hold tokens.
inline std::variant<IssuedToken, TransportError> read_token(const Response& response,
                                                            const std::string& host,
                                                            const Redactor& redactor) {
  const ParameterValue body = from_json<ParameterValue>(response.body).value_or(ParameterValue{});
  if (!is_success(response.status)) {
    std::string reason = std::to_string(response.status);
    const std::string code = first_text(body, {"error"});
    const std::string description = first_text(body, {"error_description"});
    if (!code.empty()) reason += ' ' + redactor.excerpt(code);
    if (!description.empty()) reason += ": " + redactor.excerpt(description);
    // Refused for what the caller gave, or for a while.
    const bool passes = response.status >= 500 || response.status == 429 || response.status == 408;
    return no_token(passes ? TransportErrorKind::connect : TransportErrorKind::request, host,
                    reason);
  }
  IssuedToken token{first_text(body, {"access_token"}), first_text(body, {"refresh_token"}),
                    lifetime_of(first_text(body, {"expires_in"}))};
  if (token.access_token.empty()) {
    return no_token(TransportErrorKind::connect, host, "the answer has no `access_token`");
  }
  // One of a kind that is not understood must not be used (RFC 6749 7.1).
  const std::string type = first_text(body, {"token_type"});
  if (!type.empty() && !equals_ignoring_case(std::string_view(type).substr(0, 6), "bearer")) {
    return no_token(TransportErrorKind::connect, host,
                    "it is of the type " + redactor.excerpt(type) + ", not bearer");
  }
  return token;
}

}  // namespace v1
}  // namespace bindery
