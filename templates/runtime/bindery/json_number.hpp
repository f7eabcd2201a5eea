// SPDX-License-Identifier: MIT-0
// Numbers between JSON text and C++: exact integers, correctly rounded floats.
// Must not depend on the locale, nor report errors: the cursor does.
#pragma once

#include <charconv>
#include <clocale>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>

#include "bindery/json_scan.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

// libc++ before 20 has no std::from_chars for floats.
#if defined(__cpp_lib_to_chars) && __cpp_lib_to_chars >= 201611L
inline constexpr bool has_float_charconv = true;
#else
inline constexpr bool has_float_charconv = false;
#endif

constexpr bool is_digit(char character) noexcept { return character >= '0' && character <= '9'; }

/// A number token taken apart: +-`digits` x 10^`exponent` when `is_exact`.
struct JsonNumber {
  const char* begin = nullptr;
  /// Past the token; where the grammar broke when scanning failed.
  const char* end = nullptr;
  /// All digits as one integer; meaningless when not `is_exact`.
  std::uint64_t digits = 0;
  std::int64_t exponent = 0;
  /// The one after `e`; 0 without.
  std::int64_t written_exponent = 0;
  bool is_negative = false;
  /// False when there are more than 19 digits.
  bool is_exact = true;

  std::string_view text() const noexcept {
    return std::string_view(begin, static_cast<std::size_t>(end - begin));
  }
};

// Appends the digits at `at` to `value`, which wraps when there are too many; returns their end.
BINDERY_ALWAYS_INLINE const char* take_digits(const char* at, const char* end,
                                              std::uint64_t& value) noexcept {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
  // Eight at a time, where there are as many: pairs are made of digits, then fours, then all.
  while (end - at >= 8) {
    std::uint64_t word;
    std::memcpy(&word, at, sizeof word);
    const std::uint64_t high = word & 0xF0F0F0F0F0F0F0F0u;
    const std::uint64_t above = (word + 0x0606060606060606u) & 0xF0F0F0F0F0F0F0F0u;
    if (high != 0x3030303030303030u || above != 0x3030303030303030u) break;
    word = (word & 0x0F0F0F0F0F0F0F0Fu) * 2561 >> 8;
    word = (word & 0x00FF00FF00FF00FFu) * 6553601 >> 16;
    word = (word & 0x0000FFFF0000FFFFu) * 42949672960001u >> 32;
    value = value * 100000000 + word;
    at += 8;
  }
#endif
  for (; at != end && is_digit(*at); ++at) {
    value = value * 10 + static_cast<std::uint64_t>(*at - '0');
  }
  return at;
}

/// Reads a number by the grammar of RFC 8259 section 6; false where it is broken.
inline bool scan_number(const char* at, const char* end, JsonNumber& number) noexcept {
  number.begin = at;
  const auto broken = [&number, &at] {
    number.end = at;
    return false;
  };
  std::uint64_t digits = 0;  // wraps when there are too many, which is found out below
  if (at != end && *at == '-') {
    number.is_negative = true;
    ++at;
  }
  const char* const first = at;
  at = take_digits(at, end, digits);
  const std::ptrdiff_t whole = at - first;
  if (whole == 0) return broken();
  if (*first == '0' && whole > 1) {
    at = first + 1;
    return broken();
  }
  std::ptrdiff_t fraction = 0;
  if (at != end && *at == '.') {
    const char* const point = at++;
    at = take_digits(at, end, digits);
    fraction = at - point - 1;
    if (fraction == 0) return broken();
  }
  if (at != end && (*at == 'e' || *at == 'E')) {
    ++at;
    const bool is_down = at != end && *at == '-';
    if (at != end && (*at == '-' || *at == '+')) ++at;
    if (at == end || !is_digit(*at)) return broken();
    std::int64_t exponent = 0;
    do {
      // Saturates far beyond any exponent that the digits of a text in memory could outweigh.
      if (exponent < 1'000'000'000'000'000) exponent = exponent * 10 + (*at - '0');
      ++at;
    } while (at != end && is_digit(*at));
    number.written_exponent = is_down ? -exponent : exponent;
  }
  number.end = at;
  number.digits = digits;
  number.exponent = number.written_exponent - fraction;
  // 19 digits always fit. Leading zeros of a fraction count here, which costs it the fast path
  // only.
  number.is_exact = whole + fraction <= 19;
  return true;
}

/// What became of a number on its way into a C++ type.
enum class Conversion { done, not_integer, out_of_range };

/// `digits` x 10^`exponent` as an integer.
inline Conversion scale(std::uint64_t digits, std::int64_t exponent,
                        std::uint64_t& magnitude) noexcept {
  for (; exponent < 0 && digits % 10 == 0 && digits != 0; ++exponent) digits /= 10;
  if (digits != 0 && exponent < 0) return Conversion::not_integer;
  for (; exponent > 0 && digits != 0; --exponent) {
    if (digits > (std::numeric_limits<std::uint64_t>::max)() / 10) return Conversion::out_of_range;
    digits *= 10;
  }
  magnitude = digits;
  return Conversion::done;
}

/// The magnitude of an integer however it is written (`12`, `1.20e1`), exactly.
inline Conversion to_magnitude(const JsonNumber& number, std::uint64_t& magnitude) noexcept {
  if (number.is_exact) return scale(number.digits, number.exponent, magnitude);
  // 20 digits and more: read again, leaving out the zeros that no digit follows.
  std::uint64_t value = 0;
  std::int64_t exponent = number.written_exponent;
  std::int64_t zeros = 0;
  bool is_fraction = false;
  bool overflows = false;
  const auto push = [&value, &overflows](std::uint64_t digit) {
    overflows = overflows || value > ((std::numeric_limits<std::uint64_t>::max)() - digit) / 10;
    value = value * 10 + digit;
  };
  for (const char* at = number.begin; at != number.end && *at != 'e' && *at != 'E'; ++at) {
    if (*at == '.') is_fraction = true;
    if (!is_digit(*at)) continue;
    if (is_fraction) --exponent;
    if (*at == '0') {
      ++zeros;
      continue;
    }
    for (; zeros > 0; --zeros) {
      if (value != 0) push(0);
    }
    push(static_cast<std::uint64_t>(*at - '0'));
  }
  exponent += zeros;
  if (overflows) return exponent < 0 ? Conversion::not_integer : Conversion::out_of_range;
  return scale(value, exponent, magnitude);
}

/// Neither infinite nor NaN. (<cmath> would cost every user more than the rest of this file.)
template <class Float>
constexpr bool is_finite(Float value) noexcept {
  return value <= (std::numeric_limits<Float>::max)() &&
         value >= std::numeric_limits<Float>::lowest();
}

/// The number as the C library reads it, whatever the locale says. For standard libraries without
/// `std::from_chars` of floats, and for what is too small for it.
template <class Float>
Float parse_float_portable(std::string_view text) {
  std::string copy(text);
  const std::lconv* const convention = std::localeconv();
  const std::size_t point = copy.find('.');
  if (point != std::string::npos) copy.replace(point, 1, convention->decimal_point);
  if constexpr (std::is_same_v<Float, float>) {
    return std::strtof(copy.c_str(), nullptr);
  } else {
    return std::strtod(copy.c_str(), nullptr);
  }
}

/// `digits` x 10^-`places` where one rounding does it: both exact in the type (Clinger 1990).
template <class Float>
struct ExactFloat {
  static constexpr bool is_float = std::is_same_v<Float, float>;
  static constexpr std::uint64_t most_digits = std::uint64_t{1} << (is_float ? 24 : 53);
  static constexpr int most_places = is_float ? 10 : 22;
  static constexpr Float powers[] = {
      Float(1e0),  Float(1e1),  Float(1e2),  Float(1e3),  Float(1e4),  Float(1e5),
      Float(1e6),  Float(1e7),  Float(1e8),  Float(1e9),  Float(1e10), Float(1e11),
      Float(1e12), Float(1e13), Float(1e14), Float(1e15), Float(1e16), Float(1e17),
      Float(1e18), Float(1e19), Float(1e20), Float(1e21), Float(1e22)};
};

/// The end of the number at `at` when it has no exponent; else null, and it is to be scanned.
/// `is_done` tells whether `value` is the number then; it is not where the digits are too many.
template <class Float>
const char* read_plain_float(const char* at, const char* end, Float& value,
                             bool& is_done) noexcept {
  using Exact = ExactFloat<Float>;
  const bool is_negative = at != end && *at == '-';
  if (is_negative) ++at;
  const char* const first = at;
  std::uint64_t digits = 0;
  at = take_digits(at, end, digits);
  std::ptrdiff_t count = at - first;
  if (count == 0 || (*first == '0' && count > 1)) return nullptr;
  std::ptrdiff_t places = 0;
  if (at != end && *at == '.') {
    const char* const point = at++;
    at = take_digits(at, end, digits);
    places = at - point - 1;
    if (places == 0) return nullptr;
    count += places;
  }
  if (at != end && (*at == 'e' || *at == 'E')) return nullptr;
  // 19 digits do not wrap, so what is too much for the type shows.
  is_done = count <= 19 && digits <= Exact::most_digits && places <= Exact::most_places;
  if (is_done) {
    const auto magnitude = static_cast<Float>(static_cast<std::int64_t>(digits));
    const Float scaled = magnitude / Exact::powers[places];
    value = is_negative ? -scaled : scaled;
  }
  return at;
}

/// The nearest `Float` to what stands there by the grammar of JSON; too small a number is 0, too
/// large a one is out of range.
template <class Float>
Conversion parse_float(const char* begin, const char* end, Float& value) {
  if constexpr (has_float_charconv) {
    if (std::from_chars(begin, end, value).ec == std::errc()) return Conversion::done;
  }
  value =
      parse_float_portable<Float>(std::string_view(begin, static_cast<std::size_t>(end - begin)));
  return is_finite(value) ? Conversion::done : Conversion::out_of_range;
}

/// The same of a number that was scanned.
template <class Float>
Conversion to_float(const JsonNumber& number, Float& value) {
  using Exact = ExactFloat<Float>;
  if (number.is_exact && number.digits <= Exact::most_digits &&
      number.exponent >= -Exact::most_places && number.exponent <= Exact::most_places) {
    const auto magnitude = static_cast<Float>(number.digits);
    const Float scaled = number.exponent < 0 ? magnitude / Exact::powers[-number.exponent]
                                             : magnitude * Exact::powers[number.exponent];
    value = number.is_negative ? -scaled : scaled;
    return Conversion::done;
  }
  return parse_float(number.begin, number.end, value);
}

/// Writes the shortest text that reads back as `value` to `buffer` (at least 32 bytes) and returns
/// its end. `value` must be finite.
template <class Float>
char* write_float_portable(char* buffer, Float value) {
  constexpr std::size_t size = 32;
  int length = 0;
  for (int precision = std::numeric_limits<Float>::digits10;; ++precision) {
    length = std::snprintf(buffer, size, "%.*g", precision, static_cast<double>(value));
    for (int i = 0; i < length; ++i) {
      // The one character that depends on the locale.
      if (std::strchr("0123456789+-einf", buffer[i]) == nullptr) buffer[i] = '.';
    }
    const std::string_view text(buffer, static_cast<std::size_t>(length));
    if (precision >= std::numeric_limits<Float>::max_digits10 ||
        parse_float_portable<Float>(text) == value) {
      return buffer + length;
    }
  }
}

/// The same by the standard library where it can.
template <class Float>
char* write_float(char* buffer, Float value) {
  if constexpr (has_float_charconv) {
    return std::to_chars(buffer, buffer + 32, value).ptr;
  } else {
    return write_float_portable(buffer, value);
  }
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
