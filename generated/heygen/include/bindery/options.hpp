// SPDX-License-Identifier: MIT-0
// What a client and its calls can be told to do differently.
// Must not do any of it.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/cancel.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/headers.hpp"
#include "bindery/request_validator.hpp"
#include "bindery/retry.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// A request that leaves: the first of a call, a retry, or one on its way to where a redirect
/// points. Valid while the hook runs.
struct AttemptStart {
  /// As the document has it; empty for requests it does not know.
  std::string_view operation_id{};
  std::string_view method{};
  /// As sent: with values of parameters, and perhaps a credential in its query.
  std::string_view url{};
  /// 1 for the first.
  int attempt = 1;
  /// How often this attempt was sent elsewhere before.
  int redirects = 0;
  /// Of the body; nothing when it is not known beforehand.
  std::optional<std::uint64_t> request_bytes{};
};

/// What came of it.
struct AttemptEnd {
  /// 0 when no response came.
  int status = 0;
  /// Why none came.
  std::optional<TransportErrorKind> error{};
  /// By the client's clock.
  std::chrono::milliseconds duration{0};
  /// Of the body, content coding undone.
  std::uint64_t response_bytes = 0;
  /// Empty when the response has none.
  std::string_view request_id{};
};

/// What one call does differently from its client, or the calls of one operation.
struct CallOptions {
  /// Replace those of the client and of the request with the same name.
  Headers headers{};
  std::string base_url{};
  std::optional<Timeouts> timeouts{};
  std::optional<int> max_retries{};
  std::optional<Decode> decode{};
  /// In place of the query that the parameters make, as it goes on the wire: that of a URL which
  /// the server gave. What is no character of a query is encoded; a credential's place is the
  /// client's.
  std::optional<std::string> query{};
  /// Ends the call when its source is cancelled.
  CancelToken cancel{};
};

/// `call`, and what it does not say as `general` says it.
CallOptions merged(const CallOptions& general, CallOptions call);

/// The options of a client, fixed once it is made.
struct Options {
  std::string user_agent = "bindery/1";
  /// Sent with every request; those of a call replace them.
  Headers headers{};
  /// In place of the transport's and of any the document gives.
  std::string base_url{};
  Timeouts timeouts{};
  /// How answers are read that are not what the document promises; of every call that does not say.
  Decode decode = Decode::strict;
  /// Limits of an answer, in bytes but for the depth; exceeded, an error of kind `limit_exceeded`
  /// names the option. `max_body_bytes` is of a body held in memory, content coding undone.
  std::size_t max_body_bytes = std::size_t{64} * 1024 * 1024;
  /// Of one item of a stream: an event, a line of JSON.
  std::size_t max_event_bytes = std::size_t{8} * 1024 * 1024;
  /// Of what a body with a content coding grows to, wherever it goes.
  std::size_t max_decompressed_bytes = std::size_t{1024} * 1024 * 1024;
  std::size_t max_header_bytes = std::size_t{64} * 1024;
  /// Containers of JSON inside each other, 1 to `DecodeOptions::highest_depth`.
  int max_json_depth = 256;
  RetryPolicy retry{};
  /// How often a safe request is sent on to where the server says it is to go; what only the first
  /// server may see is left behind on the way to another, and https is never left. An answer that
  /// the document describes itself is not followed.
  int max_redirects = 5;
  /// Lets credentials go over plain http to other machines.
  bool allow_insecure_credentials = false;
  TimeSource time{};
  /// Checks every request before it is sent; without one the server does. A generated client's
  /// `validate.hpp` makes it.
  std::shared_ptr<const RequestValidator> validator{};
  /// Called in the thread of the call, before each request that leaves and after what came of it;
  /// by all threads that have calls. They must not throw.
  std::function<void(const AttemptStart&)> before_attempt{};
  std::function<void(const AttemptStart&, const AttemptEnd&)> after_attempt{};
  /// What the calls of an operation do differently, by `operationId`.
  std::map<std::string, CallOptions, std::less<>> operations{};
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/options.hpp"
#endif
