// SPDX-License-Identifier: MIT-0
// Dates and instants of RFC 3339, kept as the text that travelled.
// Must not use time zones, locales or clocks: only the text counts.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

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

// The instant on the system clock; nothing beyond its range (1677 to 2262 where it counts
// nanoseconds in 64 bits).
inline std::optional<std::chrono::system_clock::time_point> to_time_point(Instant instant) {
  using Clock = std::chrono::system_clock;
  using std::chrono::duration_cast;
  using std::chrono::seconds;
  constexpr std::int64_t last = duration_cast<seconds>((Clock::duration::max)()).count() - 1;
  if (instant.seconds > last || instant.seconds < -last) return std::nullopt;
  return Clock::time_point(
      duration_cast<Clock::duration>(seconds(instant.seconds)) +
      duration_cast<Clock::duration>(std::chrono::nanoseconds(instant.nanoseconds)));
}

inline std::string civil_text(CivilDate date) {
  char buffer[40];
  const int size = std::snprintf(buffer, sizeof buffer, "%04lld-%02d-%02d",
                                 static_cast<long long>(date.year), date.month, date.day);
  return std::string(buffer, static_cast<std::size_t>(size));
}

}  // namespace detail

/// An instant (`format: date-time`). Holds the wire text whatever it is, so that nothing is lost
/// on a round trip; equality is that of the text.
class DateTime {
 public:
  using time_point = std::chrono::system_clock::time_point;

  DateTime() = default;
  /// The text for an instant, in UTC, with 0, 3, 6 or 9 decimals as it needs.
  explicit DateTime(time_point time) {
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
  /// Holds `text` as it is; `time()` tells whether it is an instant.
  static DateTime from_text(std::string text) {
    DateTime value;
    value.text_ = std::move(text);
    return value;
  }

  const std::string& text() const noexcept { return text_; }

  /// The instant; nothing when the text is not RFC 3339, or outside of the clock's range. Decimals
  /// beyond the clock's precision are cut off.
  std::optional<time_point> time() const {
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
  explicit Date(time_point time) {
    const std::int64_t total =
        std::chrono::floor<std::chrono::seconds>(time.time_since_epoch()).count();
    const std::int64_t days = total >= 0 ? total / 86400 : (total - 86399) / 86400;
    text_ = detail::civil_text(detail::civil_from_days(days));
  }
  /// Holds `text` as it is; `time()` tells whether it is a day.
  static Date from_text(std::string text) {
    Date value;
    value.text_ = std::move(text);
    return value;
  }

  const std::string& text() const noexcept { return text_; }

  /// Midnight UTC of the day; nothing when the text is not `YYYY-MM-DD`, or outside of the clock's
  /// range.
  std::optional<time_point> time() const {
    std::string_view rest = text_;
    const std::optional<std::int64_t> days = detail::take_date(rest);
    if (!days || !rest.empty()) return std::nullopt;
    return detail::to_time_point({*days * 86400, 0});
  }

  friend bool operator==(const Date& left, const Date& right) { return left.text_ == right.text_; }
  friend bool operator!=(const Date& left, const Date& right) { return !(left == right); }

 private:
  std::string text_;
};

}  // namespace v1
}  // namespace bindery
