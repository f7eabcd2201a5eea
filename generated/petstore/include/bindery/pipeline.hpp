// SPDX-License-Identifier: MIT-0
// What the calls of a client share, and the loop that sends one request until it is answered.
// Must not know operations, answers or bodies.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "bindery/auth.hpp"
#include "bindery/cancel.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/http.hpp"
#include "bindery/options.hpp"
#include "bindery/retry.hpp"
#include "bindery/retry_budget.hpp"
#include "bindery/transport.hpp"
#include "bindery/watched_receiver.hpp"

namespace bindery {
inline namespace v1 {

/// How much of time and patience one call has, from its start on, with all it sends.
struct Budget {
  TransportOptions settings{};
  RetryPolicy policy{};
  std::chrono::steady_clock::time_point start{};
};

/// What there is to know of a request besides its bytes.
struct SendOptions {
  /// For hooks; empty for what the document does not know.
  std::string_view operation_id{};
  /// Acting on the request twice does no harm, whatever its method.
  bool is_repeatable = false;
  /// The server knows a repetition by a key that the request carries.
  bool has_idempotency_key = false;
  /// The document describes no redirect as an answer of its own.
  bool follows_redirects = true;
  /// Whom the body is offered to; may be null.
  BodyReceiver* receiver = nullptr;
  /// Told the URL that was asked last, which a redirect may have named; may be null.
  std::string* last_url = nullptr;
};

/// Transport, credentials and options of a client. Immutable (but for the tokens that credentials
/// get and keep): shared by its api classes and by any number of threads.
class Pipeline {
 public:
  Pipeline(std::shared_ptr<Transport> transport, CredentialStore credentials,
           const Options& options);

  /// The same with other options. Connections, tokens and the budget of retries are shared.
  Pipeline with_options(const Options& options) const;

  const CredentialStore& credentials() const noexcept { return credentials_; }
  const Options& options() const noexcept { return options_; }

  /// Where requests go when neither the call nor the document says otherwise.
  std::string base_url() const;

  /// What a call of the operation does differently, by itself and by the client's options.
  CallOptions options_of(std::string_view operation_id, const CallOptions& call) const;

  /// The budget of a call that starts now.
  Budget budget(const CallOptions& call) const;

  /// What is left of the total timeout; nothing when there is none.
  std::optional<std::chrono::milliseconds> left(const Budget& budget) const;

  /// Sends, and repeats what may and is worth to be repeated, within the total timeout and the
  /// client's budget of retries. A body that the receiver has taken is not fetched again: what it
  /// got cannot be taken back.
  TransportResult send(const Request& request, const Budget& budget,
                       const SendOptions& how = {}) const;

  /// Takes one of the client's budget of retries; false when none is left.
  bool take_retry() const noexcept { return retries_->take(); }

  std::chrono::steady_clock::time_point now() const;

  /// How the answer of a call is read.
  DecodeOptions decode_options(const CallOptions& call) const;

  /// The time of day, as `Options::time` gives it.
  std::chrono::system_clock::time_point wall_now() const;

  /// 64 bits, as `Options::time` gives them.
  std::uint64_t random() const;

  /// Waits, as `Options::time` has it; less when `cancel` is cancelled.
  void sleep(std::chrono::milliseconds duration, const CancelToken& cancel) const;

 private:
  /// One attempt, sent on as often as the options allow.
  TransportResult attempt_once(const Request& request, const Budget& budget, const SendOptions& how,
                               int retries_done, WatchedReceiver& watched) const;

  TransportResult observed_send(const Request& request, const TransportOptions& settings,
                                const AttemptStart& start, const WatchedReceiver& watched) const;

  std::shared_ptr<Transport> transport_;
  CredentialStore credentials_;
  Options options_;
  std::shared_ptr<RetryBudget> retries_;
};

/// What a client holds: of its own, or as another has it with other options.
std::shared_ptr<const Pipeline> make_pipeline(std::shared_ptr<Transport> transport,
                                              CredentialStore credentials, const Options& options);
std::shared_ptr<const Pipeline> make_pipeline(const Pipeline& like, const Options& options);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/pipeline.hpp"
#endif
