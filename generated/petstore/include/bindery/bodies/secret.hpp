// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/secret.hpp".
#pragma once

#include <cstdlib>
#include <optional>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/secret.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY std::optional<Secret> secret_from_environment(const char* name) {
  const char* value = std::getenv(name);
  if (value == nullptr || *value == '\0') return std::nullopt;
  return Secret(value);
}

BINDERY_BODY std::optional<BasicCredential> basic_credential_from_environment(
    const char* username, const char* password) {
  const std::optional<Secret> name = secret_from_environment(username);
  std::optional<Secret> word = secret_from_environment(password);
  if (!name || !word) return std::nullopt;
  return BasicCredential{name->reveal(), *std::move(word)};
}

}  // namespace v1
}  // namespace bindery
