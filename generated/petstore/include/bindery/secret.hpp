// SPDX-License-Identifier: MIT-0
// Values that must not be printed.
// Must not know how a request carries them.
#pragma once

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
std::optional<Secret> secret_from_environment(const char* name);

/// A user name and a password from two variables; nothing unless both are set.
std::optional<BasicCredential> basic_credential_from_environment(const char* username,
                                                                 const char* password);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/secret.hpp"
#endif
