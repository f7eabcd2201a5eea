// SPDX-License-Identifier: MIT-0
// How a request travels: the interface a client sends through.
// Must not know operations, credentials or retries.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "bindery/cancel.hpp"
#include "bindery/http.hpp"

namespace bindery {
inline namespace v1 {

/// Nothing is waited for any longer: durations near their limit cannot be added to a time.
inline constexpr std::chrono::milliseconds longest_wait = std::chrono::hours(24 * 365);

/// The longest each part of an exchange may take; zero is no limit.
struct Timeouts {
  /// To resolve, connect and greet.
  std::chrono::milliseconds connect{10000};
  /// Without a byte coming in.
  std::chrono::milliseconds read{120000};
  /// Without a byte going out.
  std::chrono::milliseconds write{60000};
  /// From the first to the last byte; of a call, with all its attempts and waits. Of an answer that
  /// is streamed, to the end of its headers.
  std::chrono::milliseconds total{600000};
};

/// Takes the body of a response piece by piece, in place of holding it in memory.
class BodyReceiver {
 public:
  BodyReceiver() = default;
  BodyReceiver(const BodyReceiver&) = delete;
  BodyReceiver& operator=(const BodyReceiver&) = delete;
  virtual ~BodyReceiver() = default;

  /// Told status and headers before any of the body. False leaves the body to `Response::body`, as
  /// for errors, which are small and read whole.
  virtual bool begin(const Response& head) = 0;

  /// The next bytes, cut anywhere, content coding undone. False ends the exchange: it is then
  /// `TransportErrorKind::stopped`.
  virtual bool receive(std::string_view bytes) = 0;
};

/// What a transport must keep to in one exchange; sizes are in bytes.
struct TransportOptions {
  Timeouts timeouts{};
  /// Of a body held in memory, content coding undone.
  std::size_t max_body_bytes = std::size_t{64} * 1024 * 1024;
  /// Of what a body with a content coding grows to, wherever it goes.
  std::size_t max_decompressed_bytes = std::size_t{1024} * 1024 * 1024;
  /// Of the fields of a response, each with its name, `: ` and line end.
  std::size_t max_header_bytes = std::size_t{64} * 1024;
  /// Whom the body is offered to; null to hold it. What it takes may be of any size, and
  /// `Timeouts::total` ends with the head: after that only `read` bounds each wait.
  BodyReceiver* receiver = nullptr;
  /// `Timeouts::total` bounds a body that the receiver takes as well, to its last byte.
  bool total_bounds_body = false;
  /// Ends the exchange when it is cancelled, whatever it waits for.
  CancelToken cancel{};
};

/// Why no whole response came.
enum class TransportErrorKind : int {
  /// Name not found, connection refused or not reached.
  connect,
  /// One of `Timeouts` passed.
  timeout,
  /// The connection broke while reading, or what came is not HTTP.
  read,
  /// The connection broke while writing.
  write,
  /// No secure connection: certificate, name or protocol.
  tls,
  /// The response is larger than `TransportOptions` allow.
  limit,
  /// The request cannot be sent: its URL, a header, a file that cannot be read.
  request,
  /// The receiver of the body wanted no more of it.
  stopped,
  /// `TransportOptions::cancel` was cancelled.
  cancelled,
  /// The server sends elsewhere, and it is not safe to follow.
  redirect,
};

/// The enumerator's name; empty for a value that is none.
constexpr std::string_view to_string(TransportErrorKind kind) noexcept {
  switch (kind) {
    case TransportErrorKind::connect:
      return "connect";
    case TransportErrorKind::timeout:
      return "timeout";
    case TransportErrorKind::read:
      return "read";
    case TransportErrorKind::write:
      return "write";
    case TransportErrorKind::tls:
      return "tls";
    case TransportErrorKind::limit:
      return "limit";
    case TransportErrorKind::request:
      return "request";
    case TransportErrorKind::stopped:
      return "stopped";
    case TransportErrorKind::cancelled:
      return "cancelled";
    case TransportErrorKind::redirect:
      return "redirect";
  }
  return {};
}

/// A failed exchange. The message names no part of the request but its host.
struct TransportError {
  TransportErrorKind kind = TransportErrorKind::connect;
  std::string message{};
  /// False only when it is certain that the server saw no byte of the request.
  bool sent_anything = true;
  /// The option that was exceeded, if one was; static text, which the message names too.
  std::string_view limit{};
};

/// The error of a response that exceeds the option `limit`, a literal:
/// `https://a.example: the body is larger than 1000 bytes (max_body_bytes)`.
TransportError make_limit_error(std::string_view host, std::string_view what, std::size_t most,
                                std::string_view limit);

/// A response with any status, or why there is none.
using TransportResult = std::variant<Response, TransportError>;

/// Sends requests. One transport serves many threads at once; it neither retries nor follows
/// redirects, and reports failures by value.
class Transport {
 public:
  Transport() = default;
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  virtual ~Transport() = default;

  /// What the paths of operations are below, such as `https://api.example.com/v1`.
  virtual const std::string& base_url() const = 0;

  /// Sends to `request.url`, which may be below another base.
  virtual TransportResult send(const Request& request, const TransportOptions& options) = 0;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/transport.hpp"
#endif
