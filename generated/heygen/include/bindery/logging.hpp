// SPDX-License-Identifier: MIT-0
// A middleware that tells what is sent and what comes of it, in one line for each attempt.
// Must not show a secret or a body, nor let one line become two.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/middleware.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// What lines of a log say beside the usual.
struct LogSettings {
  /// Fields of requests and responses to show, by name. What `is_secret_name` says stays out.
  std::vector<std::string> headers{};
  /// Query parameters whose values are shown, by name and as exactly as servers compare them. What
  /// `is_secret_name` says stays out.
  std::vector<std::string> query{};
  /// Whether an attempt has a line before it too.
  bool before = false;
  /// Where the milliseconds come from; left empty, the real clock.
  std::function<std::chrono::steady_clock::time_point()> now{};
};

/// Whether a header or parameter of that name may carry a secret: `Authorization`, `Set-Cookie`,
/// and all that have `key`, `token`, `secret`, `signature`, `password` or `credential` in them, in
/// any case.
bool is_secret_name(std::string_view name) noexcept;

/// An http URL as a log may have it: without user and fragment, `...` for each value of its query
/// but those of the parameters in `shown`. The path stays, so it must hold no secret. A part of the
/// query without `=` counts as a value. What is no http URL is `(no http URL)`.
///
/// `"https://me:pw@h/v1/x?limit=5&sig=ab#c"` -> `"https://h/v1/x?limit=...&sig=..."`.
std::string loggable_url(std::string_view text, const std::vector<std::string>& shown = {});

namespace detail {

// Counts what a receiver takes.
class CountingReceiver final : public BodyReceiver {
 public:
  // A null `receiver` is never called.
  explicit CountingReceiver(BodyReceiver* receiver) : receiver_(receiver) {}

  bool begin(const Response& head) override;
  bool receive(std::string_view bytes) override;

  std::optional<std::uint64_t> bytes() const noexcept;

 private:
  BodyReceiver* receiver_;
  std::uint64_t bytes_ = 0;
  bool has_begun_ = false;
};

void log_text(std::string& line, std::string_view name, std::string_view text);

void log_number(std::string& line, std::string_view name, std::optional<std::uint64_t> number);

void log_fields(std::string& line, std::string_view side, const Headers& headers,
                const std::vector<std::string>& shown);

}  // namespace detail

/// Tells `log` of each attempt when it ends:
///
///     GET https://h/v3/videos?limit=... status=200 ms=153 request_bytes=0 response_bytes=3456
///         request_id="r_1" response.retry-after="5"
///
/// in one line of printable ASCII without its end, valid only during the call; `error="timeout"
/// message="..."` stand in place of the status when no response came. Sizes are those of the
/// bodies, where they are known, content coding undone; the time ends with the body. Bodies are
/// never shown, nor are headers and values of the query but those that the settings name; paths
/// are. The text of servers is cut after 200 characters.
///
/// `log` is called in the thread that makes the call, and by several at once. Around other
/// middleware it sees what the client asked for, within what in the end was sent.
Middleware logging_middleware(std::function<void(std::string_view line)> log,
                              LogSettings settings = {});

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/logging.hpp"
#endif
