// SPDX-License-Identifier: MIT-0
// What the calls of a client share, and the loop that sends one request until it is answered.
// Must not know operations, statuses or bodies.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <variant>

#include "bindery/auth.hpp"
#include "bindery/decode_error.hpp"
#include "bindery/random.hpp"
#include "bindery/request_validator.hpp"
#include "bindery/retry.hpp"
#include "bindery/transport.hpp"
#include "bindery/watched_receiver.hpp"

namespace bindery {
inline namespace v1 {

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
  /// Lets credentials go over plain http to other machines.
  bool allow_insecure_credentials = false;
  TimeSource time{};
  /// Checks every request before it is sent; without one the server does. A generated client's
  /// `validate.hpp` makes it.
  std::shared_ptr<const RequestValidator> validator{};
};

/// What one call does differently from its client.
struct CallOptions {
  /// Replace those of the client and of the request with the same name.
  Headers headers{};
  std::string base_url{};
  std::optional<Timeouts> timeouts{};
  std::optional<int> max_retries{};
  std::optional<Decode> decode{};
};

/// How much of time and patience one call has, from its start on, with all it sends.
struct Budget {
  TransportOptions settings{};
  RetryPolicy policy{};
  std::chrono::steady_clock::time_point start{};
};

/// Transport, credentials and options of a client. Immutable (but for the tokens that credentials
/// get and keep): shared by its api classes and by any number of threads.
class Pipeline {
 public:
  Pipeline(std::shared_ptr<Transport> transport, CredentialStore credentials, Options options)
      : transport_(std::move(transport)),
        credentials_(std::move(credentials)),
        options_(std::move(options)) {}

  const CredentialStore& credentials() const noexcept { return credentials_; }
  const Options& options() const noexcept { return options_; }

  /// Where requests go when neither the call nor the document says otherwise.
  std::string base_url() const {
    if (!options_.base_url.empty() || !transport_) return options_.base_url;
    return transport_->base_url();
  }

  /// The budget of a call that starts now.
  Budget budget(const CallOptions& call) const {
    Budget budget{{call.timeouts.value_or(options_.timeouts), options_.max_body_bytes,
                   options_.max_decompressed_bytes, options_.max_header_bytes},
                  options_.retry,
                  now()};
    if (call.max_retries) budget.policy.max_retries = *call.max_retries;
    return budget;
  }

  /// What is left of the total timeout; nothing when there is none.
  std::optional<std::chrono::milliseconds> left(const Budget& budget) const {
    const std::chrono::milliseconds total = budget.settings.timeouts.total;
    if (total.count() <= 0) return std::nullopt;
    return total - std::chrono::duration_cast<std::chrono::milliseconds>(now() - budget.start);
  }

  /// Sends, and repeats what may and is worth to be repeated, within the total timeout.
  /// `is_repeatable` says that acting on the request twice does no harm, whatever its method. A
  /// body that `receiver` has taken is not fetched again: what it got cannot be taken back.
  TransportResult send(const Request& request, const Budget& budget, bool is_repeatable = false,
                       BodyReceiver* receiver = nullptr) const {
    if (!transport_) {
      return TransportError{TransportErrorKind::request, "the client has no transport", false};
    }
    const bool has_key = request.headers.contains("Idempotency-Key");
    Attempt attempt{request.method, is_repeatable || has_key, 0};
    WatchedReceiver watched(receiver);
    TransportOptions settings = budget.settings;
    if (receiver != nullptr) settings.receiver = &watched;
    while (true) {
      if (const auto rest = left(budget)) {
        if (rest->count() <= 0) {
          return TransportError{TransportErrorKind::timeout, "no time is left to send", false};
        }
        settings.timeouts.total = *rest;
      }
      TransportResult outcome = transport_->send(request, settings);
      if (watched.has_begun()) {
        watched.rethrow();
        return outcome;
      }
      const auto delay = next_delay(budget.policy, attempt, outcome, wall_now(), random());
      if (!delay || !request.body.is_replayable()) return outcome;
      const auto rest = left(budget);
      if (rest && *delay >= *rest) return outcome;
      sleep(*delay);
      if (const auto now_left = left(budget); now_left && now_left->count() <= 0) return outcome;
      ++attempt.retries_done;
    }
  }
  TransportResult send(const Request& request, const CallOptions& call) const {
    return send(request, budget(call));
  }

  std::chrono::steady_clock::time_point now() const {
    return options_.time.now ? options_.time.now() : std::chrono::steady_clock::now();
  }

  /// How the answer of a call is read.
  DecodeOptions decode_options(const CallOptions& call) const {
    return {call.decode.value_or(options_.decode), options_.max_json_depth};
  }

  /// The time of day, as `Options::time` gives it.
  std::chrono::system_clock::time_point wall_now() const {
    return options_.time.wall_now ? options_.time.wall_now() : std::chrono::system_clock::now();
  }

  /// 64 bits, as `Options::time` gives them.
  std::uint64_t random() const {
    return options_.time.random ? options_.time.random() : next_random();
  }

  /// Waits, as `Options::time` has it.
  void sleep(std::chrono::milliseconds duration) const {
    if (options_.time.sleep) {
      options_.time.sleep(duration);
    } else {
      std::this_thread::sleep_for(duration);
    }
  }

 private:
  std::shared_ptr<Transport> transport_;
  CredentialStore credentials_;
  Options options_;
};

}  // namespace v1
}  // namespace bindery
