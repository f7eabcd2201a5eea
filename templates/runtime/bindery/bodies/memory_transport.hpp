// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/memory_transport.hpp".
#pragma once

#include <mutex>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/compiled.hpp"
#include "bindery/http.hpp"
#include "bindery/memory_transport.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY TransportResult MemoryTransport::send(const Request& request,
                                                   const TransportOptions& options) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    requests_.push_back(request);
    options_.push_back(options);
  }
  return delivered(answer_(request), options.receiver);
}

BINDERY_BODY std::vector<Request> MemoryTransport::requests() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return requests_;
}

BINDERY_BODY std::vector<TransportOptions> MemoryTransport::options() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return options_;
}

BINDERY_BODY TransportResult MemoryTransport::delivered(TransportResult outcome,
                                                        BodyReceiver* receiver) {
  auto* response = std::get_if<Response>(&outcome);
  if (response == nullptr || receiver == nullptr || !receiver->begin(*response)) return outcome;
  const std::string body = std::exchange(response->body, {});
  if (receiver->receive(body)) return outcome;
  return TransportError{TransportErrorKind::stopped, "the receiver wanted no more of the body",
                        true};
}

BINDERY_BODY Response json_response(int status, std::string body) {
  return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

}  // namespace v1
}  // namespace bindery
