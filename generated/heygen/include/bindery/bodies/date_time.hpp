// SPDX-License-Identifier: MIT-0
// Bodies of "bindery/date_time.hpp".
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bindery/compiled.hpp"
#include "bindery/date_time.hpp"

namespace bindery {
inline namespace v1 {

namespace detail {

// The instant on the system clock; nothing beyond its range (1677 to 2262 where it counts
// nanoseconds in 64 bits).
BINDERY_BODY std::optional<std::chrono::system_clock::time_point> to_time_point(Instant instant) {
  using Clock = std::chrono::system_clock;
  using std::chrono::duration_cast;
  using std::chrono::seconds;
  constexpr std::int64_t last = duration_cast<seconds>((Clock::duration::max)()).count() - 1;
  if (instant.seconds > last || instant.seconds < -last) return std::nullopt;
  return Clock::time_point(
      duration_cast<Clock::duration>(seconds(instant.seconds)) +
      duration_cast<Clock::duration>(std::chrono::nanoseconds(instant.nanoseconds)));
}

BINDERY_BODY std::string civil_text(CivilDate date) {
  char buffer[40];
  const int size = std::snprintf(buffer, sizeof buffer, "%04lld-%02d-%02d",
                                 static_cast<long long>(date.year), date.month, date.day);
  return std::string(buffer, static_cast<std::size_t>(size));
}

}  // namespace detail

BINDERY_BODY DateTime::DateTime(time_point time) {
  using std::chrono::floor;
  using std::chrono::nanoseconds;
  using std::chrono::seconds;
  const auto since_epoch = time.time_since_epoch();
  const std::int64_t total = floor<seconds>(since_epoch).count();
  const std::int64_t days = total >= 0 ? total / 86400 : (total - 86399) / 86400;
  const int rest = static_cast<int>(total - days * 86400);
  const int fraction = static_cast<int>(
      std::chrono::duration_cast<nanoseconds>(since_epoch - seconds(total)).count());
  char buffer[40];
  const int size = std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d.%09d", rest / 3600,
                                 rest / 60 % 60, rest % 60, fraction);
  std::string_view time_of_day(buffer, static_cast<std::size_t>(size));
  while (time_of_day.size() > 9 && time_of_day.substr(time_of_day.size() - 3) == "000") {
    time_of_day.remove_suffix(3);
  }
  if (time_of_day.back() == '.') time_of_day.remove_suffix(1);
  text_ = detail::civil_text(detail::civil_from_days(days)).append(time_of_day).append("Z");
}

BINDERY_BODY DateTime DateTime::from_text(std::string text) {
  DateTime value;
  value.text_ = std::move(text);
  return value;
}

BINDERY_BODY std::optional<DateTime::time_point> DateTime::time() const {
  std::string_view rest = text_;
  const std::optional<std::int64_t> days = detail::take_date(rest);
  // RFC 3339 5.6 allows a lower case t, and a space for readability.
  if (!days || !(detail::take_character(rest, 'T') || detail::take_character(rest, 't') ||
                 detail::take_character(rest, ' '))) {
    return std::nullopt;
  }
  const std::optional<detail::Instant> instant = detail::read_time_of_day(rest, *days);
  return instant ? detail::to_time_point(*instant) : std::nullopt;
}

BINDERY_BODY Date::Date(time_point time) {
  const std::int64_t total =
      std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
  const std::int64_t days = total >= 0 ? total / 86400 : (total - 86399) / 86400;
  text_ = detail::civil_text(detail::civil_from_days(days));
}

BINDERY_BODY Date Date::from_text(std::string text) {
  Date value;
  value.text_ = std::move(text);
  return value;
}

BINDERY_BODY std::optional<Date::time_point> Date::time() const {
  std::string_view rest = text_;
  const std::optional<std::int64_t> days = detail::take_date(rest);
  if (!days || !rest.empty()) return std::nullopt;
  return detail::to_time_point({*days * 86400, 0});
}

}  // namespace v1
}  // namespace bindery
