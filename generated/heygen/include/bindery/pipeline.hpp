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
  /// Of a response held in memory, content coding undone.
  std::size_t max_body_bytes = std::size_t{64} * 1024 * 1024;
  /// Of one item of a stream: an event, a line of JSON.
  std::size_t max_event_bytes = std::size_t{8} * 1024 * 1024;
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
};

/// Transport, credentials and options of a client. Immutable: shared by its api classes and by any
/// number of threads.
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

  /// Sends, and repeats what may and is worth to be repeated, within the total timeout. A body that
  /// `receiver` has taken is not fetched again: what it got cannot be taken back.
  TransportResult send(const Request& request, const CallOptions& call,
                       BodyReceiver* receiver = nullptr) const {
    if (!transport_) {
      return TransportError{TransportErrorKind::request, "the client has no transport", false};
    }
    WatchedReceiver watched(receiver);
    TransportOptions settings{call.timeouts.value_or(options_.timeouts), options_.max_body_bytes,
                              receiver != nullptr ? &watched : nullptr};
    RetryPolicy policy = options_.retry;
    if (call.max_retries) policy.max_retries = *call.max_retries;
    const std::chrono::milliseconds total = settings.timeouts.total;
    const auto start = now();
    const auto left = [&] {
      return total - std::chrono::duration_cast<std::chrono::milliseconds>(now() - start);
    };

    Attempt attempt{request.method, request.headers.contains("Idempotency-Key"), 0};
    while (true) {
      TransportResult outcome = transport_->send(request, settings);
      if (watched.has_begun()) {
        watched.rethrow();
        return outcome;
      }
      const auto delay = next_delay(policy, attempt, outcome, wall_now(), random());
      if (!delay || !request.body.is_replayable()) return outcome;
      const bool bounded = total.count() > 0;
      if (bounded && *delay >= left()) return outcome;
      sleep(*delay);
      if (bounded) {
        settings.timeouts.total = left();
        if (settings.timeouts.total.count() <= 0) return outcome;
      }
      ++attempt.retries_done;
    }
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
  std::chrono::steady_clock::time_point now() const {
    return options_.time.now ? options_.time.now() : std::chrono::steady_clock::now();
  }

  std::shared_ptr<Transport> transport_;
  CredentialStore credentials_;
  Options options_;
};

}  // namespace v1
}  // namespace bindery
