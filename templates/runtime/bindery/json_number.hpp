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

/// Reads a number by the grammar of RFC 8259 section 6; false where it is broken.
inline bool scan_number(const char* at, const char* end, JsonNumber& number) noexcept {
  number.begin = at;
  const auto broken = [&number, &at] {
    number.end = at;
    return false;
  };
  std::uint64_t digits = 0;  // wraps when there are too many, which is found out below
  const auto take_digits = [&at, end, &digits] {
    const char* const first = at;
    for (; at != end && is_digit(*at); ++at) {
      digits = digits * 10 + static_cast<std::uint64_t>(*at - '0');
    }
    return at - first;
  };
  if (at != end && *at == '-') {
    number.is_negative = true;
    ++at;
  }
  const char* const first = at;
  const std::ptrdiff_t whole = take_digits();
  if (whole == 0) return broken();
  if (*first == '0' && whole > 1) {
    at = first + 1;
    return broken();
  }
  std::ptrdiff_t fraction = 0;
  if (at != end && *at == '.') {
    ++at;
    fraction = take_digits();
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

/// The nearest `Float`; too small a number is 0, too large a one is out of range.
template <class Float>
Conversion to_float(const JsonNumber& number, Float& value) {
  // Digits and power exact in the type: one rounding, so the result is the nearest (Clinger 1990).
  constexpr bool is_float = std::is_same_v<Float, float>;
  constexpr std::uint64_t exact_digits = is_float ? std::uint64_t{1} << 24 : std::uint64_t{1} << 53;
  constexpr int exact_power = is_float ? 10 : 22;
  constexpr Float powers[] = {Float(1e0),  Float(1e1),  Float(1e2),  Float(1e3),  Float(1e4),
                              Float(1e5),  Float(1e6),  Float(1e7),  Float(1e8),  Float(1e9),
                              Float(1e10), Float(1e11), Float(1e12), Float(1e13), Float(1e14),
                              Float(1e15), Float(1e16), Float(1e17), Float(1e18), Float(1e19),
                              Float(1e20), Float(1e21), Float(1e22)};
  if (number.is_exact && number.digits <= exact_digits && number.exponent >= -exact_power &&
      number.exponent <= exact_power) {
    const auto magnitude = static_cast<Float>(number.digits);
    const Float scaled = number.exponent < 0 ? magnitude / powers[-number.exponent]
                                             : magnitude * powers[number.exponent];
    value = number.is_negative ? -scaled : scaled;
    return Conversion::done;
  }
  if constexpr (has_float_charconv) {
    if (std::from_chars(number.begin, number.end, value).ec == std::errc()) return Conversion::done;
  }
  value = parse_float_portable<Float>(number.text());
  return is_finite(value) ? Conversion::done : Conversion::out_of_range;
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
