// SPDX-License-Identifier: MIT-0
// Sends a request with tokens that are had when it leaves, and once more when one is refused.
// Must not know operations, nor how tokens are kept.
#pragma once

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
#include "bindery/token_provider.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// Sends `request` with the tokens of those `credentials` that have a provider: all within the
/// total timeout of one call. A 401 is answered by one more attempt when there is another token to
/// be had (RFC 6750 3.1); what comes then is the outcome. Tells `redactor` every secret.
inline TransportResult send_authorized(const Pipeline& pipeline, Request& request,
                                       const CallOptions& options,
                                       const std::vector<ChosenCredential>& credentials,
                                       Redactor& redactor, const SendOptions& how) {
  const Budget budget = pipeline.budget(options);
  std::string token;
  // Puts a token that is not `token` into the request; nothing when that went well.
  const auto authorize = [&]() -> std::optional<TransportError> {
    for (const ChosenCredential& chosen : credentials) {
      TokenProvider* const tokens = chosen.credential->tokens.get();
      if (tokens == nullptr) continue;
      auto answer =
          tokens->token({pipeline, budget, chosen.scope, token, options.cancel, redactor});
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
  if (token.empty()) return pipeline.send(request, budget, how);
  // Another server, which got no token, refuses none.
  std::string last_url;
  SendOptions first = how;
  first.last_url = &last_url;
  TransportResult outcome = pipeline.send(request, budget, first);
  const auto* response = std::get_if<Response>(&outcome);
  const bool is_refused =
      response != nullptr && response->status == 401 && is_same_origin(request.url, last_url);
  if (!is_refused || !request.body.is_replayable()) return outcome;
  const std::string refused = token;
  if (const auto error = authorize()) return *error;
  return token == refused ? outcome : pipeline.send(request, budget, how);
}

}  // namespace v1
}  // namespace bindery
