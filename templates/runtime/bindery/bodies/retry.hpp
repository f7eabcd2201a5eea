// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/retry.hpp".
#pragma once

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "bindery/compiled.hpp"
#include "bindery/headers.hpp"
#include "bindery/http.hpp"
#include "bindery/retry.hpp"
#include "bindery/transport.hpp"

namespace bindery {
inline namespace v1 {

BINDERY_BODY bool is_idempotent(std::string_view method) noexcept {
  for (const std::string_view known :
       {"GET", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE", "QUERY"}) {
    if (method == known) return true;
  }
  return false;
}

BINDERY_BODY std::optional<std::int64_t> parse_decimal(std::string_view text) noexcept {
  if (text.empty() || text.size() > 15) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

BINDERY_BODY std::optional<WallSeconds> parse_http_date(std::string_view text) noexcept {
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

BINDERY_BODY std::optional<std::chrono::milliseconds> retry_after_of(
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

BINDERY_BODY std::chrono::milliseconds backoff(const RetryPolicy& policy, int retries_done,
                                               std::uint64_t random) {
  const std::chrono::milliseconds most = (std::min)(policy.max_delay, longest_wait);
  std::chrono::milliseconds delay = (std::min)(policy.first_delay, most);
  for (int i = 0; i < retries_done && delay < most; ++i) delay *= 2;
  if (delay > most) delay = most;
  return delay - std::chrono::milliseconds(delay.count() / 4 *
                                           static_cast<std::int64_t>(random % 1024) / 1024);
}

BINDERY_BODY std::optional<std::chrono::milliseconds> next_delay(
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
