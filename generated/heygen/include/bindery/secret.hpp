// SPDX-License-Identifier: MIT-0
// Values that must not be printed.
// Must not know how a request carries them.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>

namespace bindery {
inline namespace v1 {

/// A key or token. It does not print, compare or convert: `reveal` is the one way out, and easy to
/// search for.
class Secret {
 public:
  Secret(std::string value) : value_(std::move(value)) {}
  Secret(const char* value) : value_(value) {}

  const std::string& reveal() const noexcept { return value_; }
  bool empty() const noexcept { return value_.empty(); }

 private:
  std::string value_;
};

/// A user name with its password (RFC 7617); the name must have no colon.
struct BasicCredential {
  std::string username;
  Secret password;
};

/// The value of an environment variable; nothing when it is not set or empty.
inline std::optional<Secret> secret_from_environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return Secret(value);
}

/// A user name and a password from two variables; nothing unless both are set.
inline std::optional<BasicCredential> basic_credential_from_environment(const char* username,
                                                                        const char* password) {
  const std::optional<Secret> name = secret_from_environment(username);
  std::optional<Secret> word = secret_from_environment(password);
  if (!name || !word) return std::nullopt;
  return BasicCredential{name->reveal(), *std::move(word)};
}

}  // namespace v1
}  // namespace bindery
