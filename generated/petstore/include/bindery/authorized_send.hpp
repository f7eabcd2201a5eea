// SPDX-License-Identifier: MIT-0
// Sends a request with tokens that are had when it leaves, and once more when one is refused.
// Must not know operations, nor how tokens are kept.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/auth.hpp"
#include "bindery/http.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/redact.hpp"
#include "bindery/redirect.hpp"
#include "bindery/token_request.hpp"
#include "bindery/token_source.hpp"
#include "bindery/transport.hpp"
#include "bindery/uri.hpp"

namespace bindery {
inline namespace v1 {

/// Asks the endpoint of `source`, within the budget of the call that wants the token. A relative
/// URL is one from the client's base URL.
inline std::variant<IssuedToken, TransportError> fetch_token(const Pipeline& pipeline,
                                                             const Budget& budget,
                                                             const TokenSource& source,
                                                             const TokenGrant& grant,
                                                             const Redactor& redactor) {
  const auto refused = [](std::string reason) {
    return TransportError{TransportErrorKind::request, std::move(reason), false};
  };
  const std::string& known = source.url_of(grant);
  if (known.empty()) {
    return refused("there is no URL to get an access token from: set the credential's token_url");
  }
  std::string url = resolve_url(pipeline.base_url(), known);
  const std::optional<Url> parts = parse_url(url);
  if (!parts) return refused("the token URL is not a URL of http or https without credentials");
  if (!parts->is_secure() && !parts->is_loopback() &&
      !pipeline.options().allow_insecure_credentials) {
    return refused("credentials would go over plain http to " + parts->host +
                   "; use https, or allow_insecure_credentials");
  }
  Request request = token_request(source.credential(), grant, std::move(url));
  const std::string& user_agent = pipeline.options().user_agent;
  if (!user_agent.empty()) request.headers.set("User-Agent", user_agent);
  Budget own = budget;
  own.settings.max_body_bytes = (std::min)(own.settings.max_body_bytes, std::size_t{1} << 20);
  // A refresh token may be good for one use; a client may ask for itself as often as it likes.
  SendOptions how;
  how.is_repeatable = grant.refresh_token.empty();
  TransportResult outcome = pipeline.send(request, own, how);
  if (const auto* error = std::get_if<TransportError>(&outcome)) {
    return no_token(error->kind, parts->host, redactor.excerpt(error->message));
  }
  return read_token(*std::get_if<Response>(&outcome), parts->host, redactor);
}

/// Sends `request` with the tokens of those `credentials` that have a source: all within the total
/// timeout of one call. A 401 is answered by one more attempt when there is another token to be had
/// (RFC 6750 3.1); what comes then is the outcome. Tells `redactor` every secret.
inline TransportResult send_authorized(const Pipeline& pipeline, Request& request,
                                       const CallOptions& options,
                                       const std::vector<ChosenCredential>& credentials,
                                       Redactor& redactor, const SendOptions& how) {
  const Budget budget = pipeline.budget(options);
  const auto left = [&] { return pipeline.left(budget); };
  std::string token;
  // Puts a token that is not `token` into the request; nothing when that went well.
  const auto authorize = [&]() -> std::optional<TransportError> {
    for (const ChosenCredential& chosen : credentials) {
      TokenSource* const source = chosen.credential->tokens.get();
      if (source == nullptr) continue;
      for (const std::string& secret : source->secrets()) redactor.add(secret);
      redactor.add(client_pair(source->credential()));
      TokenSource::Answer answer =
          source->token({chosen.scope, token, [&] { return pipeline.now(); }, pipeline.wall_now(),
                         left, options.cancel},
                        [&](const TokenGrant& grant) {
                          return fetch_token(pipeline, budget, *source, grant, redactor);
                        });
      if (const auto* error = std::get_if<TransportError>(&answer)) return *error;
      token = std::move(*std::get_if<std::string>(&answer));
      redactor.add(token);
      if (!is_valid_header_value(token)) {
        return TransportError{TransportErrorKind::request,
                              "the access token has characters that HTTP does not allow", false};
      }
      request.headers.set("Authorization", "Bearer " + token);
    }
    return std::nullopt;
  };

  if (const auto error = authorize()) return *error;
  // Another server, which got no token, refuses none.
  std::string last_url;
  SendOptions first = how;
  first.last_url = &last_url;
  TransportResult outcome = pipeline.send(request, budget, first);
  const auto* response = std::get_if<Response>(&outcome);
  const bool is_refused =
      response != nullptr && response->status == 401 && is_same_origin(request.url, last_url);
  if (token.empty() || !is_refused || !request.body.is_replayable()) return outcome;
  const std::string refused = token;
  if (const auto error = authorize()) return *error;
  return token == refused ? outcome : pipeline.send(request, budget, how);
}

}  // namespace v1
}  // namespace bindery
