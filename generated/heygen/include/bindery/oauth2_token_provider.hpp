// SPDX-License-Identifier: MIT-0
// Tokens of OAuth 2.0, asked for over the client's own connections.
// Must not know which operation wants one.
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "bindery/oauth.hpp"
#include "bindery/pipeline.hpp"
#include "bindery/redact.hpp"
#include "bindery/token_provider.hpp"
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

/// Gives the tokens of one `OAuth2Credential`.
class OAuth2TokenProvider final : public TokenProvider {
 public:
  /// The URLs are the document's, for client credentials and to refresh; they may be relative.
  OAuth2TokenProvider(const OAuth2Credential& credential, std::string_view token_url,
                      std::string_view refresh_url)
      : source_(credential, std::string(token_url), std::string(refresh_url)) {}

  std::variant<std::string, TransportError> token(const TokenNeed& need) override {
    for (const std::string& secret : source_.secrets()) need.redactor.add(secret);
    need.redactor.add(client_pair(source_.credential()));
    const TokenWish wish{need.scope,
                         need.refused,
                         [&] { return need.pipeline.now(); },
                         need.pipeline.wall_now(),
                         [&] { return need.pipeline.left(need.budget); },
                         need.cancel};
    return source_.token(wish, [&](const TokenGrant& grant) {
      return fetch_token(need.pipeline, need.budget, source_, grant, need.redactor);
    });
  }

 private:
  TokenSource source_;
};

/// For the scheme of a document: where client credentials and where refresh tokens become tokens is
/// what it says. Null for an absent credential.
inline std::shared_ptr<TokenProvider> oauth2_token_provider(
    const std::optional<OAuth2Credential>& credential, std::string_view token_url,
    std::string_view refresh_url) {
  if (!credential) return nullptr;
  return std::make_shared<OAuth2TokenProvider>(*credential, token_url, refresh_url);
}

}  // namespace v1
}  // namespace bindery
