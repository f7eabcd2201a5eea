// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/token_source.hpp".
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <vector>

#include "bindery/compiled.hpp"
#include "bindery/token_source.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY const std::string& TokenSource::url_of(const TokenGrant& grant) const noexcept {
  if (!credential_.token_url.empty()) return credential_.token_url;
  return grant.refresh_token.empty() ? token_url_ : refresh_url_;
}

BINDERY_BODY std::vector<std::string> TokenSource::secrets() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return {credential_.access_token.reveal(), credential_.client_secret.reveal(),
          credential_.refresh_token.reveal(), refresh_token_};
}

BINDERY_BODY TokenSource::Turn::Turn(TokenSource& source, Slot& slot,
                                     std::unique_lock<std::mutex>& lock)
    : source_(source), slot_(slot), lock_(lock) {
  slot_.is_asked_for = true;
  // Unless it ends otherwise: whoever waits asks again.
  slot_.failure = TransportError{TransportErrorKind::timeout, "interrupted", false};
}

BINDERY_BODY TokenSource::Turn::~Turn() {
  if (!lock_.owns_lock()) lock_.lock();
  slot_.is_asked_for = false;
  ++slot_.round;
  source_.changed_.notify_all();
}

BINDERY_BODY std::chrono::system_clock::time_point TokenSource::given_until() const {
  if (!credential_.expires_at) return (std::chrono::system_clock::time_point::max)();
  return *credential_.expires_at - margin;
}

BINDERY_BODY TokenGrant TokenSource::grant_for(const TokenWish& wish) const {
  TokenGrant grant{wish.scope, refresh_token_};
  // What was granted stays granted (RFC 6749 6).
  if (!refresh_token_.empty()) grant.scope.clear();
  if (!credential_.scopes) return grant;
  grant.scope.clear();
  for (const std::string& scope : *credential_.scopes) {
    grant.scope += grant.scope.empty() ? scope : ' ' + scope;
  }
  return grant;
}

BINDERY_BODY bool TokenSource::is_good(const Slot& slot, const TokenWish& wish) {
  return !slot.token.empty() && slot.token != wish.refused &&
         (!slot.renew_at || wish.now() < *slot.renew_at);
}

BINDERY_BODY void TokenSource::keep(const IssuedToken& issued, Clock::time_point asked_at,
                                    Slot& slot) {
  slot.token = issued.access_token;
  slot.failure.reset();
  slot.renew_at.reset();
  if (issued.lifetime) {
    const std::chrono::seconds half = *issued.lifetime / 2;
    slot.renew_at = asked_at + *issued.lifetime - (half < margin ? half : margin);
  }
  // Servers that rotate them take each one once.
  if (!refresh_token_.empty() && !issued.refresh_token.empty()) {
    refresh_token_ = issued.refresh_token;
  }
}

}  // namespace v1
}  // namespace bindery
