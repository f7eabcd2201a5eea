// SPDX-License-Identifier: MIT-0
// Why a call failed, as one cheap value.
// Must not decode: `body_as` is defined in error_body.hpp, which every api header brings along.
#pragma once

#include <chrono>
#include <iosfwd>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/decode_error.hpp"
#include "bindery/headers.hpp"

namespace bindery {
inline namespace v1 {

/// The ways a call can fail.
enum class ErrorKind : int {
  /// The request was not sent: something in it cannot be put on the wire.
  invalid_request,
  /// No whole answer came: connection refused, cut, TLS.
  transport,
  /// No whole answer came in time; the server may have acted all the same.
  timeout,
  /// The caller wanted no answer any more; the server may have acted all the same.
  cancelled,
  /// There is more of something than the option allows that `Error::limit` names.
  limit_exceeded,
  /// An error status the document describes; `Error::body_as` reads its body.
  documented_error,
  /// A status the document does not mention.
  unexpected_status,
  /// The answer came, and is not what the document promises.
  undecodable_body,
  /// A webhook that is not proven to come from its sender.
  unverified,
  /// What was waited for has failed; `Error::body_as` reads the answer that says so.
  job_failed,
  /// A file on this machine cannot be made, written or put in its place.
  file,
};

/// The enumerator's name; empty for a value that is none.
constexpr std::string_view to_string(ErrorKind kind) noexcept {
  switch (kind) {
    case ErrorKind::invalid_request:
      return "invalid_request";
    case ErrorKind::transport:
      return "transport";
    case ErrorKind::timeout:
      return "timeout";
    case ErrorKind::cancelled:
      return "cancelled";
    case ErrorKind::limit_exceeded:
      return "limit_exceeded";
    case ErrorKind::documented_error:
      return "documented_error";
    case ErrorKind::unexpected_status:
      return "unexpected_status";
    case ErrorKind::undecodable_body:
      return "undecodable_body";
    case ErrorKind::unverified:
      return "unverified";
    case ErrorKind::job_failed:
      return "job_failed";
    case ErrorKind::file:
      return "file";
  }
  return {};
}

/// What an `Error` holds. `message` is shown to people: whoever fills it keeps secrets out of it.
struct ErrorDetails {
  ErrorKind kind = ErrorKind::invalid_request;
  /// 0 when no answer came.
  int status = 0;
  std::string message{};
  /// The answer's body as it came (content coding undone).
  std::string body{};
  Headers headers{};
  std::string request_id{};
  std::string operation_id{};
  std::optional<std::chrono::seconds> retry_after{};
  /// Of `limit_exceeded`; static text.
  std::string_view limit{};
  /// How `body_as` reads the body.
  DecodeOptions decode{};
};

/// Why a call failed. Immutable and shared: copies and moves cost one counter.
class Error {
 public:
  // Copies alone, which moves then are too: a moved-from error stays readable.
  Error(const Error&) = default;
  Error& operator=(const Error&) = default;
  explicit Error(ErrorDetails details);
  Error(ErrorKind kind, std::string message) : Error(make_details(kind, std::move(message))) {}

  ErrorKind kind() const noexcept { return details_->kind; }
  /// The HTTP status; 0 when no answer came.
  int status() const noexcept { return details_->status; }
  /// One printable line with no secret of the call in it.
  const std::string& message() const noexcept { return details_->message; }
  /// The raw body of the answer. It may repeat what was sent: look before it is logged.
  const std::string& body() const noexcept { return details_->body; }
  const Headers& headers() const noexcept { return details_->headers; }
  /// The headers the document describes, as the struct that is generated for the operation; from
  /// "bindery/response_headers.hpp", which its api header brings along.
  template <class H>
  H headers_as() const;
  /// What the server calls this exchange; empty when it did not say.
  const std::string& request_id() const noexcept { return details_->request_id; }
  /// The document's operationId; empty for errors outside of a call.
  const std::string& operation_id() const noexcept { return details_->operation_id; }
  /// How long the server asks to wait, from `Retry-After`.
  std::optional<std::chrono::seconds> retry_after() const noexcept { return details_->retry_after; }

  /// The member of `Options` that the answer exceeded, such as `max_body_bytes`; empty unless the
  /// kind is `limit_exceeded`.
  std::string_view limit() const noexcept { return details_->limit; }

  /// The body as the type the document promises for this status, read as strictly as the client
  /// reads; nothing when it is not one.
  template <class T>
  std::optional<T> body_as() const;
  const DecodeOptions& decode_options() const noexcept { return details_->decode; }

  /// Writes the message. Include <ostream> to use it.
  template <class Traits>
  friend std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                                      const Error& error) {
    out << error.message();
    return out;
  }

 private:
  static ErrorDetails make_details(ErrorKind kind, std::string message);

  std::shared_ptr<const ErrorDetails> details_;
};

/// What `Result::value` throws, the only exception of bindery (std::bad_alloc aside).
class ErrorException : public std::runtime_error {
 public:
  explicit ErrorException(Error error)
      : std::runtime_error(error.message()), error_(std::move(error)) {}

  const Error& error() const noexcept { return error_; }

 private:
  Error error_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/error.hpp"
#endif
