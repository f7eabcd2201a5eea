// SPDX-License-Identifier: MIT-0
// Where bearer tokens come from that are had when a request leaves.
// Must not know how they are got: clients that need none do not pay for it.
#pragma once

#include <string>
#include <variant>

#include "bindery/cancel.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

struct Budget;
class Pipeline;
class Redactor;

/// What a call wants of a `TokenProvider`. All outlive it.
struct TokenNeed {
  /// Whose connections, options and clock are used.
  const Pipeline& pipeline;
  /// Of the call: what the token costs is taken from it.
  const Budget& budget;
  /// Names joined by spaces (RFC 6749 3.3).
  const std::string& scope;
  /// A token the server refused, not to be given again; empty when there is none.
  const std::string& refused;
  const CancelToken& cancel;
  /// Is told every secret that the provider knows.
  Redactor& redactor;
};

/// Gives a token for each call; by any number of threads.
class TokenProvider {
 public:
  TokenProvider() = default;
  TokenProvider(const TokenProvider&) = delete;
  TokenProvider& operator=(const TokenProvider&) = delete;
  virtual ~TokenProvider() = default;

  /// The token, or why there is none. One that equals the refused is all there is to be had.
  virtual std::variant<std::string, TransportError> token(const TokenNeed& need) = 0;
};

}  // namespace v1
}  // namespace bindery
