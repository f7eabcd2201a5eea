// SPDX-License-Identifier: MIT-0
// Which credentials a request carries, and where (OAS 3.1 4.8.27, 4.8.30).
// Must not know where credentials come from, nor print one.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bindery/secret.hpp"

namespace bindery {
inline namespace v1 {

class TokenProvider;

/// The part of a request a value stands in.
enum class In : int { path, query, header, cookie };

/// One security scheme with the value to send for it.
struct Credential {
  /// As the document calls it.
  std::string scheme{};
  In in = In::header;
  /// Of the header, query parameter or cookie.
  std::string name{};
  /// The whole value as it is sent, such as `Bearer abc`.
  std::string value{};
  /// The parts of `value` that nobody may see.
  std::vector<std::string> secrets{};
  /// Gives a bearer token for each call, in place of `value`; null for a value that stays.
  std::shared_ptr<TokenProvider> tokens{};
};

/// A scheme that lets callers in, with the scopes it takes there (OAuth2, OpenID Connect).
struct SchemeUse {
  constexpr SchemeUse(const char* name) : scheme(name) {}
  constexpr SchemeUse(std::string_view name, std::initializer_list<std::string_view> needed = {})
      : scheme(name), scopes(needed) {}

  std::string_view scheme;
  std::initializer_list<std::string_view> scopes{};
};

/// One way to be allowed in: all schemes it takes. An empty one is "without".
using SchemeNames = std::initializer_list<SchemeUse>;

/// The credentials of a client. Absent ones are not stored, so each function takes an optional.
class CredentialStore {
 public:
  void api_key(std::string_view scheme, In in, std::string_view name,
               const std::optional<Secret>& key);

  /// Also for OpenID Connect with a token the caller has.
  void bearer(std::string_view scheme, const std::optional<Secret>& token);

  /// Tokens that are had when they are needed; null is absent.
  void oauth2(std::string_view scheme, std::shared_ptr<TokenProvider> tokens);

  void basic(std::string_view scheme, const std::optional<BasicCredential>& credential);

  /// Any other scheme of `Authorization`: `credentials` is all that follows `http_scheme`.
  void http(std::string_view scheme, std::string_view http_scheme,
            const std::optional<Secret>& credentials);

  /// Null when there is no value for that scheme.
  const Credential* find(std::string_view scheme) const;

  const std::vector<Credential>& credentials() const noexcept { return credentials_; }

 private:
  void add(std::string_view scheme, In in, std::string_view name, std::string value,
           std::vector<std::string> secrets);

  static std::string base64_of(const std::string& text);

  std::vector<Credential> credentials_;
};

/// A credential of the store with the scopes a call needs, joined by spaces.
struct ChosenCredential {
  const Credential* credential;
  std::string scope{};
};

/// The credentials of the first alternative that is complete, never parts of two. Nothing when none
/// is: the request then goes out bare, and the server says what it misses. An alternative that asks
/// for nothing (OAS 3.1 4.8.30) makes the others optional, wherever it stands: credentials that are
/// there are sent.
std::vector<ChosenCredential> choose_credentials(const CredentialStore& store,
                                                 std::initializer_list<SchemeNames> alternatives);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/auth.hpp"
#endif
