// SPDX-License-Identifier: MIT-0
// A middleware that tells what is sent and what comes of it, in one line for each attempt.
// Must not show a secret or a body, nor let one line become two.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "bindery/headers.hpp"
#include "bindery/middleware.hpp"
#include "bindery/redact.hpp"
#include "bindery/transport.hpp"
#include "bindery/uri.hpp"

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
inline bool is_secret_name(std::string_view name) noexcept {
  for (const std::string_view word : {"authorization", "cookie", "key", "token", "secret",
                                      "signature", "password", "credential"}) {
    for (std::size_t at = 0; at + word.size() <= name.size(); ++at) {
      if (equals_ignoring_case(name.substr(at, word.size()), word)) return true;
    }
  }
  return false;
}

/// An http URL as a log may have it: without user and fragment, `...` for each value of its query
/// but those of the parameters in `shown`. The path stays, so it must hold no secret. A part of the
/// query without `=` counts as a value. What is no http URL is `(no http URL)`.
///
/// `"https://me:pw@h/v1/x?limit=5&sig=ab#c"` -> `"https://h/v1/x?limit=...&sig=..."`.
inline std::string loggable_url(std::string_view text, const std::vector<std::string>& shown = {}) {
  std::string bare(text);
  if (const std::size_t colon = bare.find("://"); colon != std::string::npos) {
    const std::size_t begin = colon + 3;
    const std::size_t end = (std::min)(bare.find_first_of("/?#", begin), bare.size());
    const std::size_t at = bare.substr(begin, end - begin).rfind('@');
    if (at != std::string::npos) bare.erase(begin, at + 1);
  }
  const std::optional<Url> url = parse_url(bare);
  if (!url) return "(no http URL)";
  const std::string_view target = url->target;
  const std::size_t mark = (std::min)(target.find('?'), target.size());
  std::string out = url->origin();
  out += target.substr(0, mark);
  for (std::size_t at = mark; at < target.size();) {
    // With the `?` or `&` before it.
    const std::string_view part = target.substr(at, target.find('&', at + 1) - at);
    at += part.size();
    const std::size_t equals = part.find('=');
    const std::string name = percent_decoded(part.substr(1, (std::min)(equals, part.size()) - 1));
    const bool is_shown = std::find(shown.begin(), shown.end(), name) != shown.end();
    if (part.size() == 1 || (is_shown && !is_secret_name(name))) {
      out += part;
    } else {
      out += equals == std::string_view::npos ? part.substr(0, 1) : part.substr(0, equals + 1);
      out += "...";
    }
  }
  return out;
}

namespace detail {

// Counts what a receiver takes.
class CountingReceiver final : public BodyReceiver {
 public:
  // A null `receiver` is never called.
  explicit CountingReceiver(BodyReceiver* receiver) : receiver_(receiver) {}

  bool begin(const Response& head) override { return has_begun_ = receiver_->begin(head); }
  bool receive(std::string_view bytes) override {
    bytes_ += bytes.size();
    return receiver_->receive(bytes);
  }

  // What was taken; nothing when no body was.
  std::optional<std::uint64_t> bytes() const noexcept {
    return has_begun_ ? std::optional<std::uint64_t>(bytes_) : std::nullopt;
  }

 private:
  BodyReceiver* receiver_;
  std::uint64_t bytes_ = 0;
  bool has_begun_ = false;
};

// Appends ` name="text"`, where the text stays within its quotes.
inline void log_text(std::string& line, std::string_view name, std::string_view text) {
  line.append(" ").append(name).append("=\"");
  for (const char c : Redactor().excerpt(text)) {
    if (c == '"' || c == '\\') line += '\\';
    line += c;
  }
  line += '"';
}

inline void log_number(std::string& line, std::string_view name,
                       std::optional<std::uint64_t> number) {
  if (number) line.append(" ").append(name).append("=").append(std::to_string(*number));
}

// Appends the fields that are asked for, each as ` request.name="value"`.
inline void log_fields(std::string& line, std::string_view side, const Headers& headers,
                       const std::vector<std::string>& shown) {
  for (const Header& field : headers) {
    if (is_secret_name(field.name) || !is_valid_header_name(field.name)) continue;
    for (const std::string& name : shown) {
      if (!equals_ignoring_case(field.name, name)) continue;
      log_text(line, std::string(side) + field.name, field.value);
      break;
    }
  }
}

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
inline Middleware logging_middleware(std::function<void(std::string_view line)> log,
                                     LogSettings settings = {}) {
  return [log = std::move(log), settings = std::move(settings)](
             const Request& request, const TransportOptions& options, const Next& next) {
    if (!log) return next(request, options);
    const auto now = [&settings] {
      return settings.now ? settings.now() : std::chrono::steady_clock::now();
    };
    const bool is_method = is_valid_header_name(request.method);
    std::string line = is_method ? request.method : "(no method)";
    line += ' ' + loggable_url(request.url, settings.query);
    if (settings.before) log(line + " begins");

    const std::optional<std::uint64_t> size = request.body.size();
    detail::CountingReceiver counting(options.receiver);
    TransportOptions watched = options;
    if (options.receiver != nullptr) watched.receiver = &counting;
    const auto start = now();
    TransportResult outcome = next(request, watched);
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(now() - start);

    const auto* response = std::get_if<Response>(&outcome);
    std::optional<std::uint64_t> received = counting.bytes();
    if (response != nullptr) {
      line += " status=" + std::to_string(response->status);
      received = received.value_or(0) + response->body.size();
    } else if (const auto* error = std::get_if<TransportError>(&outcome)) {
      detail::log_text(line, "error", to_string(error->kind));
      detail::log_text(line, "message", error->message);
    }
    line += " ms=" + std::to_string(ms.count());
    detail::log_number(line, "request_bytes", size);
    detail::log_number(line, "response_bytes", received);
    if (response != nullptr) {
      const std::string id = request_id_of(response->headers);
      if (!id.empty()) detail::log_text(line, "request_id", id);
    }
    detail::log_fields(line, "request.", request.headers, settings.headers);
    if (response != nullptr) {
      detail::log_fields(line, "response.", response->headers, settings.headers);
    }
    log(line);
    return outcome;
  };
}

}  // namespace v1
}  // namespace bindery
