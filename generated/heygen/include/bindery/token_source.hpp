// SPDX-License-Identifier: MIT-0
// The access tokens of one credential, shared by all calls of a client.
// Must not know how a token is asked for: it is handed in.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/cancel.hpp"
#include "bindery/oauth.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// What is asked of a token endpoint.
struct TokenGrant {
  /// Names joined by spaces (RFC 6749 3.3); empty asks for none.
  std::string scope{};
  /// Empty: the client asks for itself.
  std::string refresh_token{};
};

/// What a token endpoint gives (RFC 6749 5.1).
struct IssuedToken {
  std::string access_token{};
  std::string refresh_token{};
  /// From when it was asked for; nothing when the server does not say.
  std::optional<std::chrono::seconds> lifetime{};
};

/// What one call asks a `TokenSource`.
struct TokenWish {
  std::string scope{};
  /// A token the server refused, not to be given again.
  std::string refused{};
  std::function<std::chrono::steady_clock::time_point()> now{};
  std::chrono::system_clock::time_point wall_now{};
  /// The longest to wait for what another call asked for; nothing is no limit.
  std::function<std::optional<std::chrono::milliseconds>()> left{};
  /// Ends that wait.
  CancelToken cancel{};
};

/// Keeps the tokens of one credential: one of each scope, or one alone when it is refreshed. Safe
/// with many threads. No lock is held while the network is waited for: one thread asks, those that
/// want the same token wait for its answer.
class TokenSource {
 public:
  using Clock = std::chrono::steady_clock;
  /// The token, or why there is none.
  using Answer = std::variant<std::string, TransportError>;

  /// How long before its end a token is no longer used; half its life if that is less.
  static constexpr std::chrono::seconds margin{60};

  /// The URLs are the document's, for client credentials and to refresh; they may be relative.
  TokenSource(OAuth2Credential credential, std::string token_url, std::string refresh_url)
      : credential_(std::move(credential)),
        token_url_(std::move(token_url)),
        refresh_url_(std::move(refresh_url)),
        given_(credential_.access_token.reveal()),
        refresh_token_(credential_.refresh_token.reveal()) {}

  const OAuth2Credential& credential() const noexcept { return credential_; }
  /// Where `grant` is asked for; empty when nobody says.
  const std::string& url_of(const TokenGrant& grant) const noexcept;

  /// The caller's where there are no means to get another. Else one that is kept and good, or what
  /// `fetch` gives for a `TokenGrant`: an `IssuedToken`, or a `TransportError`, which is then the
  /// answer for all who wait for it (unless it is that one call alone that ran out of time or was
  /// cancelled). `fetch` runs once at a time for each scope.
  template <class Fetch>
  Answer token(const TokenWish& wish, Fetch fetch) {
    if (!credential_.is_renewable()) return credential_.access_token.reveal();
    const CancelRegistration registration(wish.cancel, [this] {
      const std::lock_guard<std::mutex> guard(mutex_);
      changed_.notify_all();
    });
    std::unique_lock<std::mutex> lock(mutex_);
    if (given_ == wish.refused) given_.clear();
    if (!given_.empty() && wish.wall_now < given_until()) return given_;
    Slot& slot = slots_[grant_for(wish).scope];
    if (is_good(slot, wish)) return slot.token;
    while (slot.is_asked_for) {
      const unsigned round = slot.round;
      const auto is_over = [&] { return slot.round != round || wish.cancel.is_cancelled(); };
      const auto left = wish.left();
      if (!left) {
        changed_.wait(lock, is_over);
      } else if (!changed_.wait_for(lock, *left, is_over)) {
        return TransportError{TransportErrorKind::timeout, "waited for an access token", false};
      }
      if (wish.cancel.is_cancelled()) {
        return TransportError{TransportErrorKind::cancelled, "cancelled by the caller", false};
      }
      // Even one too short-lived to be kept is good for who waited.
      if (!slot.failure && slot.token != wish.refused) return slot.token;
      const bool is_of_all = slot.failure && slot.failure->kind != TransportErrorKind::timeout &&
                             slot.failure->kind != TransportErrorKind::cancelled;
      if (is_of_all) return *slot.failure;
    }

    const TokenGrant grant = grant_for(wish);
    const Clock::time_point asked_at = wish.now();
    std::variant<IssuedToken, TransportError> outcome;
    {
      const Turn turn(*this, slot, lock);
      lock.unlock();
      outcome = fetch(grant);
      lock.lock();
      if (const auto* failure = std::get_if<TransportError>(&outcome)) {
        slot.failure = *failure;
        return *failure;
      }
      keep(*std::get_if<IssuedToken>(&outcome), asked_at, slot);
    }
    OAuth2Tokens tokens{slot.token, refresh_token_};
    lock.unlock();
    if (credential_.on_renewal) credential_.on_renewal(tokens);
    return tokens.access_token.reveal();
  }

  /// Everything nobody may see, but for the tokens that `token` gave.
  std::vector<std::string> secrets() const;

 private:
  struct Slot {
    std::string token{};
    /// Nothing: when it is refused.
    std::optional<Clock::time_point> renew_at{};
    /// Of the last round.
    std::optional<TransportError> failure{};
    bool is_asked_for = false;
    /// Counts the times somebody asked.
    unsigned round = 0;
  };

  /// The turn of one thread to ask, which ends even if asking throws.
  class Turn {
   public:
    Turn(TokenSource& source, Slot& slot, std::unique_lock<std::mutex>& lock);
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn();

   private:
    TokenSource& source_;
    Slot& slot_;
    std::unique_lock<std::mutex>& lock_;
  };

  std::chrono::system_clock::time_point given_until() const;

  TokenGrant grant_for(const TokenWish& wish) const;

  static bool is_good(const Slot& slot, const TokenWish& wish);

  void keep(const IssuedToken& issued, Clock::time_point asked_at, Slot& slot);

  const OAuth2Credential credential_;
  const std::string token_url_;
  const std::string refresh_url_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::string given_;
  std::string refresh_token_;
  /// By scope. Slots stay where they are: their round counts on it.
  std::map<std::string, Slot> slots_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/token_source.hpp"
#endif
