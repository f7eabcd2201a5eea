// SPDX-License-Identifier: MIT-0
// When a failed attempt is worth another, and how long to wait before it.
// Must not sleep, send or read a clock: those are handed in.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>

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
bool is_idempotent(std::string_view method) noexcept;

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
std::optional<std::int64_t> parse_decimal(std::string_view text) noexcept;

/// Whole seconds: a date of the year 9999 does not fit into nanoseconds.
using WallSeconds = std::chrono::time_point<std::chrono::system_clock, std::chrono::seconds>;

/// Reads `Sun, 06 Nov 1994 08:49:37 GMT`, the date form all senders must use (RFC 9110 5.6.7).
std::optional<WallSeconds> parse_http_date(std::string_view text) noexcept;

/// How long the server asks to wait: `retry-after-ms`, else `Retry-After` in seconds (a fraction is
/// dropped) or as a date. Never negative; nothing when neither is there or legible.
std::optional<std::chrono::milliseconds> retry_after_of(
    const Headers& headers, std::chrono::system_clock::time_point wall_now);

/// The wait before a retry that nobody asked to come later: exponential, and up to a quarter less,
/// so that clients that failed together do not come back together. `random` is any 64 bits.
std::chrono::milliseconds backoff(const RetryPolicy& policy, int retries_done,
                                  std::uint64_t random);

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
std::optional<std::chrono::milliseconds> next_delay(const RetryPolicy& policy,
                                                    const Attempt& attempt,
                                                    const TransportResult& outcome,
                                                    std::chrono::system_clock::time_point wall_now,
                                                    std::uint64_t random);

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/retry.hpp"
#endif
