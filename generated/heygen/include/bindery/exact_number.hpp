// SPDX-License-Identifier: MIT-0
// Comparing and dividing numbers as JSON means them: exactly, whatever their C++ types.
// Must not know constraints.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <type_traits>

#include "bindery/float_text.hpp"
#include "bindery/json_number.hpp"

namespace bindery {
inline namespace v1 {
namespace detail {

/// Below 0, 0 or above 0 as `left` is less than, equal to or greater than `right`. Neither may be
/// NaN. A float stands for the shortest decimal that reads back as it, as it does in JSON: so the
/// float 0.1 equals the double 0.1.
template <class Left, class Right>
int compare_numbers(Left left, Right right) noexcept {
  constexpr bool left_is_float = std::is_floating_point_v<Left>;
  constexpr bool right_is_float = std::is_floating_point_v<Right>;
  if constexpr (left_is_float && right_is_float) {
    if constexpr (std::numeric_limits<Left>::digits < std::numeric_limits<Right>::digits) {
      constexpr auto most = static_cast<Right>((std::numeric_limits<Left>::max)());
      if (right >= -most && right <= most) return compare_numbers(left, static_cast<Left>(right));
    } else if constexpr (std::numeric_limits<Left>::digits > std::numeric_limits<Right>::digits) {
      return -compare_numbers(right, left);
    }
    return left < right ? -1 : left > right ? 1 : 0;
  } else if constexpr (left_is_float) {
    return -compare_numbers(right, left);
  } else if constexpr (right_is_float) {
    using Wide = std::conditional_t<std::is_signed_v<Left>, std::int64_t, std::uint64_t>;
    // 2^63 or 2^64: the first float beyond the integers.
    const Right beyond = std::ldexp(Right(1), std::numeric_limits<Wide>::digits);
    if (right >= beyond) return -1;
    if (right < (std::is_signed_v<Left> ? -beyond : Right(0))) return 1;
    const Right whole = std::trunc(right);
    const auto integer = static_cast<Wide>(whole);
    if (left != integer) return left < integer ? -1 : 1;
    return whole < right ? -1 : whole > right ? 1 : 0;
  } else if constexpr (std::is_signed_v<Left> == std::is_signed_v<Right>) {
    return left < right ? -1 : left > right ? 1 : 0;
  } else if constexpr (std::is_signed_v<Left>) {
    if (left < 0) return -1;
    return compare_numbers(static_cast<std::uint64_t>(left), right);
  } else {
    return -compare_numbers(right, left);
  }
}

/// The number as JSON has it, for messages; it must be finite.
template <class Number>
std::string number_text(Number number) {
  if constexpr (std::is_floating_point_v<Number>) {
    char buffer[32];
    return std::string(buffer, write_float(buffer, number));
  } else {
    return std::to_string(number);
  }
}

/// A magnitude: `digits` x 10^`exponent`, where no 0 ends the digits.
struct Decimal {
  std::uint64_t digits = 0;
  std::int64_t exponent = 0;
};

/// The magnitude of a finite number, of a float in its shortest decimal.
template <class Number>
Decimal decimal_of(Number number) noexcept {
  Decimal decimal;
  if constexpr (std::is_floating_point_v<Number>) {
    char buffer[32];
    JsonNumber parts;
    scan_number(buffer, write_float(buffer, number), parts);
    decimal = {parts.digits, parts.exponent};
  } else {
    const auto magnitude = static_cast<std::uint64_t>(number);
    decimal.digits = number < Number(0) ? std::uint64_t{0} - magnitude : magnitude;
  }
  while (decimal.digits != 0 && decimal.digits % 10 == 0) {
    decimal.digits /= 10;
    ++decimal.exponent;
  }
  return decimal;
}

/// True when `step`, which is not 0, goes into `value` a whole number of times.
inline bool divides(const Decimal& step, const Decimal& value) noexcept {
  if (value.digits == 0) return true;
  // Digits without a 0 at the end are no multiple of a power of 10.
  if (value.exponent < step.exponent) return false;
  const std::uint64_t modulus = step.digits;
  // Of two remainders, without leaving 64 bits.
  const auto sum = [modulus](std::uint64_t a, std::uint64_t b) {
    return a >= modulus - b ? a - (modulus - b) : a + b;
  };
  std::uint64_t remainder = value.digits % modulus;
  for (std::int64_t i = step.exponent; i < value.exponent && remainder != 0; ++i) {
    const std::uint64_t twice = sum(remainder, remainder);
    const std::uint64_t four_times = sum(twice, twice);
    remainder = sum(sum(four_times, four_times), twice);
  }
  return remainder == 0;
}

/// True when the finite `value` is a multiple of `step`: in decimal, so that 19.99 is one of 0.01.
/// Sums such as 0.1 + 0.2, which binary leaves a few units of the last place beside a multiple of
/// a fraction, pass too; fractions of a whole step do not.
template <class Value, class Step>
bool is_multiple(Value value, Step step) noexcept {
  if (!(step > Step(0))) return true;
  const Decimal decimal_step = decimal_of(step);
  if (divides(decimal_step, decimal_of(value))) return true;
  if constexpr (std::is_floating_point_v<Value> && std::is_floating_point_v<Step>) {
    if (decimal_step.exponent >= 0) return false;
    // Beyond this many steps, the tolerance would be no longer small beside one of them.
    constexpr double most_steps = 1099511627776.0;  // 2^40
    constexpr double tolerance = 4 * static_cast<double>(std::numeric_limits<Value>::epsilon());
    const auto wide = static_cast<double>(value);
    const double steps = std::round(wide / step);
    if (std::abs(steps) > most_steps) return false;
    return std::abs(wide - steps * step) <= tolerance * std::abs(wide);
  }
  return false;
}

}  // namespace detail
}  // namespace v1
}  // namespace bindery
