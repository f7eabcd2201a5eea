// SPDX-License-Identifier: MIT-0
// What a caller gives for OAuth 2.0: a token, or what tokens are had for (RFC 6749).
// Must not know how tokens are asked for, kept or sent.
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "bindery/secret.hpp"

namespace bindery {
inline namespace v1 {

/// How a client says who it is to a token endpoint (RFC 6749 2.3.1).
enum class ClientAuthentication : int {
  /// `client_secret_basic`: in `Authorization`.
  basic,
  /// `client_secret_post`: in the body, for servers that know nothing better.
  post,
};

/// What a token endpoint gave.
struct OAuth2Tokens {
  Secret access_token;
  /// The one to use next time; empty when there is none.
  Secret refresh_token;
};

/// A token, or the means to get tokens: those are asked for when first needed, kept, and asked for
/// again before they expire or when the server refuses one (401).
///
///     credentials.oauth = "token";  // as long as it lasts
///     credentials.oauth = bindery::OAuth2Credential::client_credentials("id", "secret");
///     credentials.oauth = bindery::OAuth2Credential::refreshed("token", "id", "secret");
struct OAuth2Credential {
  /// A token the caller has.
  OAuth2Credential(Secret token) : access_token(std::move(token)) {}
  OAuth2Credential(std::string token) : access_token(std::move(token)) {}
  OAuth2Credential(const char* token) : access_token(token) {}

  /// Tokens for the client itself (RFC 6749 4.4).
  static OAuth2Credential client_credentials(std::string id, Secret secret) {
    OAuth2Credential credential{Secret("")};
    credential.client_id = std::move(id);
    credential.client_secret = std::move(secret);
    return credential;
  }
  /// Tokens for a refresh token (RFC 6749 6), as the authorization code flow ends with. A public
  /// client has no secret.
  static OAuth2Credential refreshed(Secret refresh_token, std::string id = {},
                                    Secret secret = Secret("")) {
    OAuth2Credential credential = client_credentials(std::move(id), std::move(secret));
    credential.refresh_token = std::move(refresh_token);
    return credential;
  }

  /// Whether a token can be asked for: with a refresh token, else as the client itself.
  bool is_renewable() const {
    return !refresh_token.empty() || (!client_id.empty() && !client_secret.empty());
  }

  /// Used until it expires or is refused; empty: one is asked for at once.
  Secret access_token;
  /// When `access_token` expires, where the caller knows.
  std::optional<std::chrono::system_clock::time_point> expires_at{};
  Secret refresh_token{""};
  std::string client_id{};
  Secret client_secret{""};
  ClientAuthentication authentication = ClientAuthentication::basic;
  /// Asked for in place of the scopes the document gives for an operation; an empty list asks for
  /// none. A refresh asks for none unless they stand here: it keeps what was granted.
  std::optional<std::vector<std::string>> scopes{};
  /// In place of the document's, for both flows.
  std::string token_url{};
  /// More to send to the token endpoint, such as `audience` or `resource` (RFC 8707).
  std::vector<std::pair<std::string, std::string>> parameters{};
  /// Told of new tokens, by the thread that asked for them: a refresh token may be good for one
  /// use, so who wants to go on later keeps the new one. Must not call the client.
  std::function<void(const OAuth2Tokens&)> on_renewal{};
};

/// From four variables, any of which may be missing; nothing when neither a token, nor a refresh
/// token, nor both id and secret of a client are there.
inline std::optional<OAuth2Credential> oauth2_credential_from_environment(
    const char* access_token, const char* client_id, const char* client_secret,
    const char* refresh_token) {
  const auto read = [](const char* name) {
    return secret_from_environment(name).value_or(Secret(""));
  };
  OAuth2Credential credential = OAuth2Credential::refreshed(
      read(refresh_token), read(client_id).reveal(), read(client_secret));
  credential.access_token = read(access_token);
  if (credential.access_token.empty() && !credential.is_renewable()) return std::nullopt;
  return credential;
}

}  // namespace v1
}  // namespace bindery
