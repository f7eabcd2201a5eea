// SPDX-License-Identifier: MIT-0
// A transport without a network: for tests of programs that use a generated client.
// Must not open a socket.
#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "bindery/http.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// Answers each request by a function and remembers what was asked. Safe with many threads when the
/// function is.
///
///     auto transport = std::make_shared<bindery::MemoryTransport>([](const bindery::Request&) {
///       return bindery::json_response(200, R"({"data": []})");
///     });
class MemoryTransport final : public Transport {
 public:
  using Answer = std::function<TransportResult(const Request&)>;

  explicit MemoryTransport(Answer answer, std::string base_url = "http://localhost")
      : answer_(std::move(answer)), base_url_(std::move(base_url)) {}

  const std::string& base_url() const override { return base_url_; }

  TransportResult send(const Request& request, const TransportOptions& options) override;

  /// Every request so far, in order.
  std::vector<Request> requests() const;

  /// What each of `requests` was to keep to.
  std::vector<TransportOptions> options() const;

 private:
  static TransportResult delivered(TransportResult outcome, BodyReceiver* receiver);

  Answer answer_;
  std::string base_url_;
  mutable std::mutex mutex_;
  std::vector<Request> requests_;
  std::vector<TransportOptions> options_;
};

/// A response with a JSON body, as a server would give it.
Response json_response(int status, std::string body);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/memory_transport.hpp"
#endif
