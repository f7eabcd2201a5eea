// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/auth.hpp".
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindery/auth.hpp"
#include "bindery/base64.hpp"
#include "bindery/bytes.hpp"
#include "bindery/compiled.hpp"
#include "bindery/secret.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY void CredentialStore::api_key(std::string_view scheme, In in, std::string_view name,
                                           const std::optional<Secret>& key) {
  if (key) add(scheme, in, name, key->reveal(), {key->reveal()});
}

BINDERY_BODY void CredentialStore::bearer(std::string_view scheme,
                                          const std::optional<Secret>& token) {
  http(scheme, "Bearer", token);
}

BINDERY_BODY void CredentialStore::oauth2(std::string_view scheme,
                                          std::shared_ptr<TokenProvider> tokens) {
  if (tokens == nullptr) return;
  add(scheme, In::header, "Authorization", {}, {});
  credentials_.back().tokens = std::move(tokens);
}

BINDERY_BODY void CredentialStore::basic(std::string_view scheme,
                                         const std::optional<BasicCredential>& credential) {
  if (!credential) return;
  const std::string& password = credential->password.reveal();
  const std::string pair = base64_of(credential->username + ':' + password);
  add(scheme, In::header, "Authorization", "Basic " + pair, {pair, password});
}

BINDERY_BODY void CredentialStore::http(std::string_view scheme, std::string_view http_scheme,
                                        const std::optional<Secret>& credentials) {
  if (!credentials) return;
  add(scheme, In::header, "Authorization", std::string(http_scheme) + ' ' + credentials->reveal(),
      {credentials->reveal()});
}

BINDERY_BODY const Credential* CredentialStore::find(std::string_view scheme) const {
  for (const Credential& credential : credentials_) {
    if (credential.scheme == scheme) return &credential;
  }
  return nullptr;
}

BINDERY_BODY void CredentialStore::add(std::string_view scheme, In in, std::string_view name,
                                       std::string value, std::vector<std::string> secrets) {
  credentials_.push_back(
      {std::string(scheme), in, std::string(name), std::move(value), std::move(secrets), {}});
}

BINDERY_BODY std::string CredentialStore::base64_of(const std::string& text) {
  return base64_encode(Bytes(text.begin(), text.end()));
}

BINDERY_BODY std::vector<ChosenCredential> choose_credentials(
    const CredentialStore& store, std::initializer_list<SchemeNames> alternatives) {
  for (const SchemeNames& alternative : alternatives) {
    std::vector<ChosenCredential> chosen;
    for (const SchemeUse& use : alternative) {
      const Credential* credential = store.find(use.scheme);
      if (credential == nullptr) break;
      chosen.push_back({credential, {}});
      for (const std::string_view scope : use.scopes) {
        if (!chosen.back().scope.empty()) chosen.back().scope += ' ';
        chosen.back().scope += scope;
      }
    }
    if (!chosen.empty() && chosen.size() == alternative.size()) return chosen;
  }
  return {};
}

}  // namespace v1
}  // namespace bindery
