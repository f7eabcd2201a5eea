// SPDX-License-Identifier: MIT-0
// When a failed attempt is worth another, and how long to wait before it.
// Must not sleep, send or read a clock: those are handed in.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "bindery/headers.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

/// How failed attempts are repeated. Only what cannot be acted on twice is: see `next_delay`.
struct RetryPolicy {
  /// After the first attempt.
  int max_retries = 2;
  /// The wait before the first retry; it doubles with each, up to `max_delay`.
  std::chrono::milliseconds first_delay{500};
  std::chrono::milliseconds max_delay{8000};
  /// The longest a server may ask to wait; when it asks for more the error is returned.
  std::chrono::milliseconds max_retry_after{120000};
  /// Retries that all calls of a client have in stock; a success puts back a tenth of one. Fixed by
  /// the first client of those that share a transport; 0 for no bound.
  int budget = 50;
};

/// Time and chance of a client. What is left empty is the real thing; tests put in their own.
struct TimeSource {
  std::function<std::chrono::steady_clock::time_point()> now{};
  /// For `Retry-After` with a date.
  std::function<std::chrono::system_clock::time_point()> wall_now{};
  std::function<void(std::chrono::milliseconds)> sleep{};
  /// Any 64 bits.
  std::function<std::uint64_t()> random{};
};

/// Whether a method may be sent twice by its meaning (RFC 9110 9.2.2).
inline bool is_idempotent(std::string_view method) noexcept {
  for (const std::string_view known :
       {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"}) {
    if (method == known) return true;
  }
  return false;
}

/// The days from 1970-01-01 to a date of the Gregorian calendar.
constexpr std::int64_t days_since_epoch(std::int64_t year, int month, int day) noexcept {
  // Years begin in March, so that the leap day is the last of its year.
  const std::int64_t shifted = month <= 2 ? year - 1 : year;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 399) / 400;
  const std::int64_t year_of_era = shifted - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

/// A whole decimal number without sign; nothing for other texts and for more than 15 digits.
inline std::optional<std::int64_t> parse_decimal(std::string_view text) noexcept {
  if (text.empty() || text.size() > 15) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

/// Whole seconds: a date of the year 9999 does not fit into nanoseconds.
using WallSeconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the date form all senders must use (RFC 9110 5.6.7).
inline std::optional<WallSeconds> parse_http_date(std::string_view text) noexcept {
  constexpr std::string_view shape = "???, ## ??? #### ##:##:## GMT";
  constexpr std::string_view months = "JanFebMarAprMayJunJulAugSepOctNovDec";
  if (text.size() != shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == '#' ? !digit : shape[i] != '?' && shape[i] != text[i]) return std::nullopt;
  }
  const auto number = [text](std::size_t at, std::size_t size) {
    return *parse_decimal(text.substr(at, size));
  };
  const std::size_t month = months.find(text.substr(8, 3));
  if (month == std::string_view::npos || month % 3 != 0) return std::nullopt;
  const std::int64_t seconds = days_since_epoch(number(12, 4), static_cast<int>(month / 3 + 1),
                                                static_cast<int>(number(5, 2))) *
                                   86400 +
                               number(17, 2) * 3600 + number(20, 2) * 60 + number(23, 2);
  return WallSeconds(std::chrono::seconds(seconds));
}

/// How long the server asks to wait: `retry-after-ms`, else `Retry-After` in seconds (a fraction is
/// dropped) or as a date. Never negative; nothing when neither is there or legible.
inline std::optional<std::chrono::milliseconds> retry_after_of(
    const Headers& headers, std::chrono::system_clock::time_point wall_now) {
  using std::chrono::milliseconds;
  const auto whole = [](std::string_view text) {
    return parse_decimal(text.substr(0, text.find('.')));
  };
  if (const auto text = headers.find("retry-after-ms")) {
    if (const auto value = whole(*text)) return milliseconds(*value);
  }
  const auto text = headers.find("retry-after");
  if (!text) return std::nullopt;
  if (const auto value = whole(*text)) return milliseconds(*value * 1000);
  const auto date = parse_http_date(*text);
  if (!date) return std::nullopt;
  // Now without its fraction: a date has none either, and early is too early.
  const auto wait = *date - std::chrono::floor<std::chrono::seconds>(wall_now);
  return wait.count() < 0 ? milliseconds(0) : milliseconds(wait);
}

/// The wait before a retry that nobody asked to come later: exponential, and up to a quarter less,
/// so that clients that failed together do not come back together. `random` is any 64 bits.
inline std::chrono::milliseconds backoff(const RetryPolicy& policy, int retries_done,
                                         std::uint64_t random) {
  const std::chrono::milliseconds most = (std::min)(policy.max_delay, longest_wait);
  std::chrono::milliseconds delay = (std::min)(policy.first_delay, most);
  for (int i = 0; i < retries_done && delay < most; ++i) delay *= 2;
  if (delay > most) delay = most;
  return delay - std::chrono::milliseconds(delay.count() / 4 *
                                           static_cast<std::int64_t>(random % 1024) / 1024);
}

/// One finished attempt, as far as it matters for another.
struct Attempt {
  std::string_view method{};
  /// The request has a key by which the server knows a repetition for one.
  bool has_idempotency_key = false;
  /// 0 for the first attempt.
  int retries_done = 0;
  /// It does no harm twice, whatever its method.
  bool is_repeatable = false;
};

/// The time to wait before the next attempt; nothing when there is to be none. Only what cannot be
/// acted on twice is repeated: a 429 (refused, not acted on), a request of which no byte left, an
/// idempotent method, or one with a key; that also when the server is still busy with it. A timeout
/// of ours is never repeated: the caller waited.
inline std::optional<std::chrono::milliseconds> next_delay(
    const RetryPolicy& policy, const Attempt& attempt, const TransportResult& outcome,
    std::chrono::system_clock::time_point wall_now, std::uint64_t random) {
  using std::chrono::milliseconds;
  if (attempt.retries_done >= policy.max_retries) return std::nullopt;
  const bool repeatable =
      is_idempotent(attempt.method) || attempt.is_repeatable || attempt.has_idempotency_key;

  std::optional<milliseconds> asked;
  if (const auto* response = std::get_if<Response>(&outcome)) {
    const int status = response->status;
    const bool busy = status == 409 && attempt.has_idempotency_key &&
                      response->body.find("\"request_in_progress\"") != std::string::npos;
    const bool passing = busy || status == 408 || status == 429 || status == 500 || status == 502 ||
                         status == 503 || status == 504;
    if (!passing || (status != 429 && !repeatable)) return std::nullopt;
    const auto should = response->headers.find("x-should-retry");
    if (should && equals_ignoring_case(*should, "false")) return std::nullopt;
    asked = retry_after_of(response->headers, wall_now);
    if (asked && *asked > policy.max_retry_after) return std::nullopt;
  } else if (const auto* error = std::get_if<TransportError>(&outcome)) {
    const bool broken = error->kind == TransportErrorKind::connect ||
                        error->kind == TransportErrorKind::read ||
                        error->kind == TransportErrorKind::write;
    if (!broken || (error->sent_anything && !repeatable)) return std::nullopt;
  }
  if (asked) return asked;
  return backoff(policy, attempt.retries_done, random);
}

}  // namespace v1
}  // namespace bindery
