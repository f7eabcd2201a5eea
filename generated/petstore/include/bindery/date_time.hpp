// SPDX-License-Identifier: MIT-0
// Dates and instants of RFC 3339, kept as the text that travelled.
// Must not use time zones, locales or clocks: only the text counts.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace bindery {
inline namespace v1 {
namespace detail {

// Days since 1970-01-01 of a proleptic Gregorian date. Years begin in March here, which puts the
// leap day last; 400 years have 146,097 days.
constexpr std::int64_t days_from_civil(std::int64_t year, int month, int day) noexcept {
  year -= month <= 2 ? 1 : 0;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year -
         719468;
}

struct CivilDate {
  std::int64_t year;
  int month;
  int day;
};

constexpr CivilDate civil_from_days(std::int64_t days) noexcept {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted_month = (5 * day_of_year + 2) / 153;
  const int month = static_cast<int>(shifted_month < 10 ? shifted_month + 3 : shifted_month - 9);
  const int day = static_cast<int>(day_of_year - (153 * shifted_month + 2) / 5 + 1);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

constexpr int days_of_month(int year, int month) noexcept {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Takes exactly `count` digits off the front of `text`; -1 where there are fewer.
constexpr int take_digits(std::string_view& text, std::size_t count) noexcept {
  if (text.size() < count) return -1;
  int value = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(count);
  return value;
}

constexpr bool take_character(std::string_view& text, char character) noexcept {
  if (text.empty() || text.front() != character) return false;
  text.remove_prefix(1);
  return true;
}

// `full-date` of RFC 3339 5.6 off the front of `text`, as days since 1970-01-01.
constexpr std::optional<std::int64_t> take_date(std::string_view& text) noexcept {
  const int year = take_digits(text, 4);
  if (year < 0 || !take_character(text, '-')) return std::nullopt;
  const int month = take_digits(text, 2);
  if (month < 1 || month > 12 || !take_character(text, '-')) return std::nullopt;
  const int day = take_digits(text, 2);
  if (day < 1 || day > days_of_month(year, month)) return std::nullopt;
  return days_from_civil(year, month, day);
}

struct Instant {
  std::int64_t seconds;  // since 1970-01-01T00:00:00Z
  std::int32_t nanoseconds;
};

// `partial-time time-offset` of RFC 3339 5.6, all of `text`. A leap second is the second after it.
constexpr std::optional<Instant> read_time_of_day(std::string_view text,
                                                  std::int64_t days) noexcept {
  const int hour = take_digits(text, 2);
  if (hour < 0 || hour > 23 || !take_character(text, ':')) return std::nullopt;
  const int minute = take_digits(text, 2);
  if (minute < 0 || minute > 59 || !take_character(text, ':')) return std::nullopt;
  const int second = take_digits(text, 2);
  if (second < 0 || second > 60) return std::nullopt;
  std::int32_t nanoseconds = 0;
  if (take_character(text, '.')) {
    std::int32_t unit = 100'000'000;
    std::size_t digits = 0;
    for (; !text.empty() && text.front() >= '0' && text.front() <= '9'; ++digits) {
      nanoseconds += unit * (text.front() - '0');
      unit /= 10;
      text.remove_prefix(1);
    }
    if (digits == 0) return std::nullopt;
  }
  std::int64_t offset_minutes = 0;
  if (!take_character(text, 'Z') && !take_character(text, 'z')) {
    const bool is_west = !text.empty() && text.front() == '-';
    if (!take_character(text, '+') && !take_character(text, '-')) return std::nullopt;
    const int hours = take_digits(text, 2);
    if (hours < 0 || hours > 23 || !take_character(text, ':')) return std::nullopt;
    const int minutes = take_digits(text, 2);
    if (minutes < 0 || minutes > 59) return std::nullopt;
    offset_minutes = (is_west ? -1 : 1) * (hours * 60 + minutes);
  }
  if (!text.empty()) return std::nullopt;
  return Instant{days * 86400 + hour * 3600 + minute * 60 + second - offset_minutes * 60,
                 nanoseconds};
}

std::optional<std::chrono::system_clock::time_point> to_time_point(Instant instant);

std::string civil_text(CivilDate date);

}  // namespace detail

/// An instant (`format: date-time`). Holds the wire text whatever it is, so that nothing is lost
/// on a round trip; equality is that of the text.
class DateTime {
 public:
  using time_point = std::chrono::system_clock::time_point;

  DateTime() = default;
  /// The text for an instant, in UTC, with 0, 3, 6 or 9 decimals as it needs.
  explicit DateTime(time_point time);
  /// Holds `text` as it is; `time()` tells whether it is an instant.
  static DateTime from_text(std::string text);

  const std::string& text() const noexcept { return text_; }

  /// The instant; nothing when the text is not RFC 3339, or outside of the clock's range. Decimals
  /// beyond the clock's precision are cut off.
  std::optional<time_point> time() const;

  friend bool operator==(const DateTime& left, const DateTime& right) {
    return left.text_ == right.text_;
  }
  friend bool operator!=(const DateTime& left, const DateTime& right) { return !(left == right); }

 private:
  std::string text_;
};

/// A day of the calendar (`format: date`). Holds the wire text whatever it is.
class Date {
 public:
  using time_point = std::chrono::system_clock::time_point;

  Date() = default;
  /// The UTC day an instant lies in.
  explicit Date(time_point time);
  /// Holds `text` as it is; `time()` tells whether it is a day.
  static Date from_text(std::string text);

  const std::string& text() const noexcept { return text_; }

  /// Midnight UTC of the day; nothing when the text is not `YYYY-MM-DD`, or outside of the clock's
  /// range.
  std::optional<time_point> time() const;

  friend bool operator==(const Date& left, const Date& right) { return left.text_ == right.text_; }
  friend bool operator!=(const Date& left, const Date& right) { return !(left == right); }

 private:
  std::string text_;
};

}  // namespace v1
}  // namespace bindery

#ifndef BINDERY_COMPILED
#include "bindery/bodies/date_time.hpp"
#endif
