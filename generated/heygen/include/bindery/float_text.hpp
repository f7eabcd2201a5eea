// SPDX-License-Identifier: MIT-0
// Floats as the shortest JSON text that reads back as they are.
// Must not depend on the locale.
#pragma once

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>
#include <string_view>
#include <type_traits>

#include "bindery/json_number.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

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

/// The same for prices, seconds and the like: what has one to six decimals and not too many digits
/// before them. Null for all others, of which nothing is written.
inline char* write_short_decimal(char* buffer, double value) noexcept {
  constexpr std::uint32_t places = 6;
  constexpr std::uint32_t scale = 1000000;
  const double magnitude = value < 0 ? -value : value;
  // Below, the exponent is shorter; above, there are more than the 15 digits of which each text is
  // another double, so that the one with which a value is reached is its shortest.
  if (!(magnitude >= 1e-3 && magnitude < 1e9)) return nullptr;
  const auto digits = static_cast<std::uint64_t>(magnitude * scale + 0.5);
  if (static_cast<double>(digits) / scale != magnitude) return nullptr;
  const std::uint64_t whole = digits / scale;
  auto decimals = static_cast<std::uint32_t>(digits - whole * scale);
  if (decimals == 0) return nullptr;
  if (value < 0) *buffer++ = '-';
  buffer = std::to_chars(buffer, buffer + 10, whole).ptr;
  *buffer = '.';
  for (std::uint32_t place = places; place > 0; --place, decimals /= 10) {
    buffer[place] = static_cast<char>('0' + decimals % 10);
  }
  buffer += 1 + places;
  while (buffer[-1] == '0') --buffer;
  return buffer;
}

/// The same of any value by the standard library, where it can.
template <class Float>
char* write_float(char* buffer, Float value) {
  if constexpr (std::is_same_v<Float, double>) {
    if (char* const end = write_short_decimal(buffer, value)) return end;
  }
  if constexpr (has_float_charconv) {
    return std::to_chars(buffer, buffer + 32, value).ptr;
  } else {
    return write_float_portable(buffer, value);
  }
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
