// SPDX-License-Identifier: MIT-0
// Middleware: functions around a transport that see every attempt and every outcome.
// Must not know what any one middleware does.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>

#include "bindery/transport.hpp"
#include "bindery/watched_receiver.hpp"

namespace bindery {
inline namespace v1 {

/// Sends on, to the next middleware or to the transport within. Any number of times, but not after
/// the middleware has returned.
using Next = std::function<TransportResult(const Request&, const TransportOptions&)>;

/// Stands around a transport. It runs once for each attempt (retries, tokens and resumed streams
/// too), in the thread that makes the call; several threads are in it at once, so what it keeps
/// must bear that.
///
/// It may send a copy of the request that it has changed, answer by itself without `next`, and look
/// at the result or replace it. Credentials are in the request by then: do not log what you do not
/// know. A body that `TransportOptions::receiver` takes is not in the response; with a null
/// receiver in the options for `next` it is held, and goes to the receiver afterwards.
using Middleware =
    std::function<TransportResult(const Request&, const TransportOptions&, const Next&)>;

/// The transport of `with_middleware`.
class MiddlewareTransport final : public Transport {
 public:
  MiddlewareTransport(std::shared_ptr<Transport> inner, Middleware middleware)
      : inner_(std::move(inner)), middleware_(std::move(middleware)) {}

  const std::string& base_url() const override { return inner_ ? inner_->base_url() : no_url_; }

  TransportResult send(const Request& request, const TransportOptions& options) override {
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

 private:
  TransportResult pass_on(const Request& request, const TransportOptions& options) const {
    if (inner_) return inner_->send(request, options);
    return TransportError{TransportErrorKind::request, "there is no transport in the middleware",
                          false};
  }

  // A body that came from the middleware was not offered yet.
  static TransportResult delivered(TransportResult outcome, BodyReceiver& receiver) {
    auto* response = std::get_if<Response>(&outcome);
    if (response == nullptr || response->body.empty()) return outcome;
    if (!receiver.begin(*response)) return outcome;
    const std::string body = std::exchange(response->body, {});
    if (receiver.receive(body)) return outcome;
    return TransportError{TransportErrorKind::stopped, "the receiver wanted no more of the body",
                          true};
  }

  const std::shared_ptr<Transport> inner_;
  const Middleware middleware_;
  const std::string no_url_;
};

/// `inner` with `middleware` around it; the last that is put around is the outermost, which sees a
/// request first and its result last. An empty function changes nothing; without `inner` every
/// attempt that reaches it is an error of kind `request`.
///
///     auto transport = bindery::with_middleware(
///         bindery::httplib_transport(url),
///         [](const bindery::Request& request, const bindery::TransportOptions& options,
///            const bindery::Next& next) {
///           bindery::Request changed = request;
///           changed.headers.set("X-Team", "video");
///           return next(changed, options);
///         });
inline std::shared_ptr<Transport> with_middleware(std::shared_ptr<Transport> inner,
                                                  Middleware middleware) {
  return std::make_shared<MiddlewareTransport>(std::move(inner), std::move(middleware));
}

}  // namespace v1
}  // namespace bindery
