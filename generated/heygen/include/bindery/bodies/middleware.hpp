// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/middleware.hpp".
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "bindery/compiled.hpp"
#include "bindery/http.hpp"
#include "bindery/middleware.hpp"
#include "bindery/transport.hpp"
#include "bindery/watched_receiver.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY const std::string& MiddlewareTransport::base_url() const {
  return inner_ ? inner_->base_url() : no_url_;
}

BINDERY_BODY TransportResult MiddlewareTransport::send(const Request& request,
                                                       const TransportOptions& options) {
  if (!middleware_) return pass_on(request, options);
  const Next next = [this](const Request& sent, const TransportOptions& settings) {
    return pass_on(sent, settings);
  };
  if (options.receiver == nullptr) return middleware_(request, options, next);
  WatchedReceiver watched(options.receiver);
  TransportOptions settings = options;
  settings.receiver = &watched;
  TransportResult outcome = middleware_(request, settings, next);
  if (!watched.has_begun()) outcome = delivered(std::move(outcome), watched);
  watched.rethrow();
  return outcome;
}

BINDERY_BODY TransportResult MiddlewareTransport::pass_on(const Request& request,
                                                          const TransportOptions& options) const {
  if (inner_) return inner_->send(request, options);
  return TransportError{TransportErrorKind::request, "there is no transport in the middleware",
                        false};
}

// A body that came from the middleware was not offered yet.
BINDERY_BODY TransportResult MiddlewareTransport::delivered(TransportResult outcome,
                                                            BodyReceiver& receiver) {
  auto* response = std::get_if<Response>(&outcome);
  if (response == nullptr || response->body.empty()) return outcome;
  if (!receiver.begin(*response)) return outcome;
  const std::string body = std::exchange(response->body, {});
  if (receiver.receive(body)) return outcome;
  return TransportError{TransportErrorKind::stopped, "the receiver wanted no more of the body",
                        true};
}

BINDERY_BODY std::shared_ptr<Transport> with_middleware(std::shared_ptr<Transport> inner,
                                                        Middleware middleware) {
  return std::make_shared<MiddlewareTransport>(std::move(inner), std::move(middleware));
}

}  // namespace v1
}  // namespace bindery
