// SPDX-License-Identifier: MIT-0
// Middleware: functions around a transport that see every attempt and every outcome.
// Must not know what any one middleware does.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include "bindery/http.hpp"
#include "bindery/transport.hpp"

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

  const std::string& base_url() const override;

  TransportResult send(const Request& request, const TransportOptions& options) override;

 private:
  TransportResult pass_on(const Request& request, const TransportOptions& options) const;

  static TransportResult delivered(TransportResult outcome, BodyReceiver& receiver);

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
std::shared_ptr<Transport> with_middleware(std::shared_ptr<Transport> inner, Middleware middleware);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/middleware.hpp"
#endif
